package io.touchpoint.teams;

import io.touchpoint.workspace.Secret;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How Teams is reached.
 *
 * @param appId the bot's id, which is the client id of its app registration; blank only
 * in the playground
 * @param tenantId the tenant of that registration
 * @param tenants further tenants whose people may use the bot
 * @param credential how the bot proves who it is
 * @param serviceHosts where the Bot Connector may be; our token is sent to no other host
 * @param metadataUrl where the Bot Connector tells its signing keys
 * @param loginUrl where tokens are asked for
 * @param playground whether Microsoft's Agents Playground, which has no tokens, is let in
 */
@ConfigurationProperties("touchpoint.teams")
record TeamsSettings(@DefaultValue("") String appId, @DefaultValue("") String tenantId, List<String> tenants,
        @DefaultValue Credential credential, @DefaultValue( {
                "smba.trafficmanager.net", "*.botframework.com" }) List<String> serviceHosts,
        @DefaultValue("https://login.botframework.com/v1/.well-known/openidconfiguration") URI metadataUrl,
        @DefaultValue("https://login.microsoftonline.com") String loginUrl, @DefaultValue("false") boolean playground){

    private static final List<String> LOOPBACK = List.of("127.0.0.1", "localhost", "[::1]");

    TeamsSettings {
        tenants = (tenants == null) ? List.of() : tenants.stream().filter((one) -> !one.isBlank()).toList();
        serviceHosts = serviceHosts.stream().filter((one) -> !one.isBlank()).toList();
        if (playground) {
            if (!appId.isBlank()) {
                throw new IllegalArgumentException(
                        "The playground takes anybody's word: it cannot run with an app id. Leave TEAMS_APP_ID empty.");
            }
        }
        else {
            if (appId.isBlank() || tenantId.isBlank()) {
                throw new IllegalArgumentException(
                        (appId.isBlank() ? "TEAMS_APP_ID" : "TEAMS_TENANT_ID") + " is missing");
            }
            credential.check();
        }
    }

    /**
     * How the bot proves who it is; the first that is named counts.
     *
     * @param managedIdentity the client id of a user-assigned managed identity
     * @param assertionFile a file with the token of a federated identity, read anew each
     * time
     * @param certificate a PKCS #12 file
     * @param certificatePassword its password
     * @param secret a client secret, for development
     */
    record Credential(@DefaultValue("") String managedIdentity, @DefaultValue("") String assertionFile,
            @DefaultValue("") String certificate, @DefaultValue("") Secret certificatePassword,
            @DefaultValue("") Secret secret) {

        private void check() {
            if (managedIdentity.isBlank() && assertionFile.isBlank() && certificate.isBlank()
                    && secret.value().isBlank()) {
                throw new IllegalArgumentException("TEAMS_APP_SECRET is missing");
            }
        }

        Optional<Path> assertion() {
            return assertionFile.isBlank() ? Optional.empty() : Optional.of(Path.of(assertionFile));
        }

        Optional<Path> certificateFile() {
            return certificate.isBlank() ? Optional.empty() : Optional.of(Path.of(certificate));
        }

    }

    /** Whether people of a tenant may use the bot. */
    boolean allowsTenant(@Nullable String tenant) {
        return playground || (tenant != null && (tenant.equals(tenantId) || tenants.contains(tenant)));
    }

    /**
     * Whether an address that came with an activity may be answered at: https on one of
     * the hosts, or plain http where such a host is this machine.
     */
    boolean answersTo(@Nullable String url) {
        URI address = parsed(url);
        if (address == null || address.getHost() == null || address.getUserInfo() != null
                || address.getRawQuery() != null || address.getRawFragment() != null) {
            return false;
        }
        String host = address.getHost().toLowerCase(Locale.ROOT);
        if (playground) {
            return LOOPBACK.contains(host);
        }
        if (serviceHosts.stream().noneMatch((allowed) -> matches(host, allowed))) {
            return false;
        }
        return LOOPBACK.contains(host) ? "http".equals(address.getScheme())
                : "https".equals(address.getScheme()) && (address.getPort() == -1 || address.getPort() == 443);
    }

    private static boolean matches(String host, String allowed) {
        String name = allowed.toLowerCase(Locale.ROOT);
        return name.startsWith("*.") ? host.endsWith(name.substring(1)) : host.equals(name);
    }

    /** Whether a name or address is this machine itself. */
    static boolean loopback(@Nullable String host) {
        return host != null && (LOOPBACK.contains(host) || "::1".equals(host));
    }

    private static @Nullable URI parsed(@Nullable String url) {
        try {
            return (url == null) ? null : new URI(url);
        }
        catch (URISyntaxException ex) {
            return null;
        }
    }

}
