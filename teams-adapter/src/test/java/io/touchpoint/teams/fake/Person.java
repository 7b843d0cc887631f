package io.touchpoint.teams.fake;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A user of Teams.
 *
 * @param id the id that this bot knows the person by, {@code 29:…}; other bots see
 * another one
 * @param aadObjectId the id in Entra, the same for every app
 * @param tenant the tenant in which the person meets the bot: the company's own one for
 * its guests
 * @param name the name that others read
 * @param email null when it is not known
 * @param zone the time zone of the person's device
 * @param locale the language of the person's client
 * @param traits what else is so
 */
public record Person(String id, String aadObjectId, String tenant, String name, @Nullable String email, ZoneId zone,
        Locale locale, Set<Trait> traits) {

    /** Something that is so of a person. */
    public enum Trait {

        /** Has the app in the personal scope. */
        INSTALLED,
        /** A guest of the tenant: an account of another company. */
        GUEST,
        /** Of another company by external access: no guest, and never in a 1:1 chat. */
        FEDERATED,
        /** Joined a meeting without an account. */
        ANONYMOUS,
        /** Has blocked the bot. */
        BLOCKED,
        /** Was switched off in Entra. */
        DISABLED

    }

    public Person {
        traits = Set.copyOf(traits);
    }

    /**
     * A person with the app installed, whose ids are made of a short key: the {@code 29:}
     * id shows it, the id in Entra does not.
     */
    public static Person of(String key, String tenant, String name, @Nullable String email, ZoneId zone,
            Locale locale) {
        return new Person("29:1" + key, aad(key), tenant, name, email, zone, locale, Set.of(Trait.INSTALLED));
    }

    /** The id in Entra of the person with this key. */
    public static String aad(String key) {
        return UUID.nameUUIDFromBytes(("aad:" + key).getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** The same person with these traits added. */
    public Person with(Trait... added) {
        return traits(Stream.concat(traits.stream(), Stream.of(added)).collect(Collectors.toSet()));
    }

    /** The same person with these traits removed. */
    public Person without(Trait... removed) {
        Set<Trait> left = EnumSet.noneOf(Trait.class);
        left.addAll(traits);
        Stream.of(removed).forEach(left::remove);
        return traits(left);
    }

    private Person traits(Set<Trait> other) {
        return new Person(id, aadObjectId, tenant, name, email, zone, locale, other);
    }

    /** Whether this is so of the person. */
    public boolean is(Trait trait) {
        return traits.contains(trait);
    }

    /** What Entra calls the account; for guests it shows the address of their own one. */
    public String userPrincipalName() {
        String address = (email != null) ? email : aadObjectId + "@tenant.example";
        return is(Trait.GUEST) ? address.replace('@', '_') + "#EXT#@northwind.onmicrosoft.com" : address;
    }

    /** The role that member lists show. */
    public String userRole() {
        if (is(Trait.ANONYMOUS)) {
            return "anonymous";
        }
        return is(Trait.GUEST) ? "guest" : "user";
    }

}
