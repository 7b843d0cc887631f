package io.touchpoint.teams;

import io.touchpoint.sandbox.Northwind;
import io.touchpoint.teams.fake.Company;
import io.touchpoint.teams.fake.Person;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The description of the company of the sandbox, with the ids that its people and
 * channels have in Teams: made of the one for Slack, so that there is only one company.
 */
public final class NorthwindOnTeams {

    private static final Pattern CHANNEL = Pattern.compile("slack: C0(\\w+)");

    private static final Pattern PERSON = Pattern.compile("slack: U0(\\w+)");

    private NorthwindOnTeams() {
    }

    /**
     * Writes the description to a file of its own; gives where the application finds it.
     */
    public static String file() {
        return described(UnaryOperator.identity());
    }

    /** The same of a company that is described otherwise. */
    public static String described(UnaryOperator<String> change) {
        return Northwind.described((slack) -> translated(change.apply(slack)));
    }

    /** The same of a company whose customers are in Slack, and its staff in Teams. */
    public static String fileWithCustomersInSlack() {
        return Northwind.described((slack) -> translated(slack).replace("teams: [" + Company.TENANT + "]",
                "teams: [" + Company.TENANT + "]\n    slack: [T0HOME]"));
    }

    static String translated(String slack) {
        String channels = CHANNEL.matcher(slack)
            .replaceAll((found) -> "teams: '" + SimulatedTeams.channel(key(found)) + "'");
        return PERSON.matcher(channels)
            .replaceAll((found) -> "teams: " + Person.aad(key(found)))
            .replace("slack: [T0HOME]", "teams: [" + Company.TENANT + "]");
    }

    private static String key(MatchResult found) {
        return found.group(1).toLowerCase(Locale.ROOT);
    }

}
