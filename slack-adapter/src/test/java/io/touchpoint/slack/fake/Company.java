package io.touchpoint.slack.fake;

import java.time.Duration;
import java.util.Set;

/**
 * The installing workspace and the app that is installed there.
 *
 * @param team the id of the workspace
 * @param name its name
 * @param app the id of the app
 * @param botUser the user id of the app's bot
 * @param bot the bot id that messages carry
 * @param token the bot token that the Web API takes
 * @param signingSecret what requests to the app are signed with
 * @param scopes what the token may do
 * @param limits how often the Web API may be called
 * @param patience how long, in real time, an answer of the app is waited for; Slack waits
 * three seconds
 */
public record Company(String team, String name, String app, String botUser, String bot, String token,
        String signingSecret, Set<String> scopes, Limits limits, Duration patience) {

    private static final Set<String> SCOPES = Set.of("chat:write", "commands", "im:write", "im:history", "users:read",
            "app_mentions:read", "channels:read", "groups:read", "users:read.email", "files:write", "channels:history",
            "groups:history");

    public Company {
        scopes = Set.copyOf(scopes);
    }

    /** A workspace whose app has every scope that its manifest names. */
    public static Company named(String name) {
        return new Company("T0HOME", name, "A0TOUCH", "U0BOT", "B0BOT", "xoxb-simulated", "simulated-signing-secret",
                SCOPES, Limits.documented(), Duration.ofSeconds(3));
    }

    /** The same workspace with other granted scopes. */
    public Company scopes(Set<String> granted) {
        return new Company(team, name, app, botUser, bot, token, signingSecret, granted, limits, patience);
    }

    /** The same workspace with other limits. */
    public Company limits(Limits other) {
        return new Company(team, name, app, botUser, bot, token, signingSecret, scopes, other, patience);
    }

    /** The same workspace with other secrets. */
    public Company secrets(String botToken, String secret) {
        return new Company(team, name, app, botUser, bot, botToken, secret, scopes, limits, patience);
    }

    /** The same workspace that waits longer or shorter for the app's answers. */
    public Company patience(Duration other) {
        return new Company(team, name, app, botUser, bot, token, signingSecret, scopes, limits, other);
    }

}
