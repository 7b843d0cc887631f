package io.touchpoint.slack;

import io.touchpoint.workspace.Secret;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How Slack is reached.
 *
 * @param signingSecrets what Slack signs its requests with; two while one is being
 * replaced
 * @param botToken what the bot calls Slack's Web API with
 * @param apiUrl where that API is, with a slash at its end
 * @param perMinute how many messages a minute are sent to one Slack workspace at most
 */
@ConfigurationProperties("touchpoint.slack")
record SlackSettings(List<Secret> signingSecrets, Secret botToken,
        @DefaultValue("https://slack.com/api/") String apiUrl, @DefaultValue("200") int perMinute) {

    private static final String RESPONSES = "hooks.slack.com";

    SlackSettings {
        signingSecrets = (signingSecrets == null) ? List.of()
                : signingSecrets.stream().filter((secret) -> !secret.value().isBlank()).toList();
        if (signingSecrets.isEmpty()) {
            throw new IllegalArgumentException("SLACK_SIGNING_SECRET is missing");
        }
        if (!apiUrl.endsWith("/") || !(apiUrl.startsWith("https://") || loopback(apiUrl))) {
            throw new IllegalArgumentException(
                    "touchpoint.slack.api-url must be an https address that ends with a slash");
        }
        if (perMinute < 2) {
            throw new IllegalArgumentException("touchpoint.slack.per-minute must be 2 or more");
        }
    }

    /**
     * Whether an answer may be sent to an address that came with a request: Slack's own,
     * or, where the API itself is a simulator on this machine, that simulator's.
     */
    boolean answersTo(@Nullable String url) {
        URI address = parsed(url);
        if (address == null || address.getHost() == null || address.getUserInfo() != null) {
            return false;
        }
        if (loopback(apiUrl)) {
            URI api = URI.create(apiUrl);
            return "http".equals(address.getScheme()) && address.getHost().equals(api.getHost())
                    && address.getPort() == api.getPort();
        }
        return "https".equals(address.getScheme()) && RESPONSES.equals(address.getHost())
                && (address.getPort() == -1 || address.getPort() == 443);
    }

    private static boolean loopback(String url) {
        URI address = parsed(url);
        return address != null && "http".equals(address.getScheme())
                && List.of("127.0.0.1", "localhost", "[::1]").contains(address.getHost());
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
