package io.touchpoint.teams;

import io.touchpoint.teams.fake.Company;
import io.touchpoint.teams.fake.Person;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
        return written(NorthwindOnTeams::translated);
    }

    /** The same of a company whose customers are in Slack, and its staff in Teams. */
    public static String fileWithCustomersInSlack() {
        return written((slack) -> translated(slack).replace("teams: [" + Company.TENANT + "]",
                "teams: [" + Company.TENANT + "]\n    slack: [T0HOME]"));
    }

    private static String written(UnaryOperator<String> translation) {
        try (InputStream in = NorthwindOnTeams.class.getResourceAsStream("/sandbox/northwind.yaml")) {
            if (in == null) {
                throw new IllegalStateException("there is no sandbox/northwind.yaml");
            }
            Path file = Files.createTempFile("northwind-teams", ".yaml");
            file.toFile().deleteOnExit();
            Files.writeString(file, translation.apply(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
            return file.toUri().toString();
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
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
