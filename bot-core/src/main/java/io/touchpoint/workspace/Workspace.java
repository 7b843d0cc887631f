package io.touchpoint.workspace;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The company that uses the bot.
 *
 * @param id the workspace's id, the first part of the id of everything that belongs to it
 * @param name what customers call the company
 * @param zone the zone of reporting days and weeks
 * @param locale the language that is spoken where a person's own is not known or not
 * translated
 * @param privacyUrl the https address of the privacy notice
 * @param tenants its installations on chat platforms
 * @param domains e-mail domains of its own people, in lower case
 * @param admins ids of the colleagues who may change settings
 * @param fingerprint of the workspace file that it was read from
 */
@Document("workspaces")
@TypeAlias("workspace")
public record Workspace(@Id String id, @Version @Nullable Long version, String name, ZoneId zone, Locale locale,
        @Nullable String privacyUrl, List<Tenant> tenants, List<String> domains, List<String> admins,
        String fingerprint) {

    public Workspace {
        tenants = (tenants == null) ? List.of() : List.copyOf(tenants);
        domains = (domains == null) ? List.of() : List.copyOf(domains);
        admins = (admins == null) ? List.of() : List.copyOf(admins);
    }

    /** Whether an e-mail address belongs to one of the company's own people. */
    public boolean owns(String email) {
        int at = email.lastIndexOf('@');
        return at >= 0 && domains.contains(email.substring(at + 1).toLowerCase(Locale.ROOT));
    }

    Workspace atVersion(@Nullable Long other) {
        return new Workspace(id, other, name, zone, locale, privacyUrl, tenants, domains, admins, fingerprint);
    }

}
