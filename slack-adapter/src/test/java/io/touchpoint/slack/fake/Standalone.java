package io.touchpoint.slack.fake;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import tools.jackson.databind.JsonNode;

/**
 * The simulator in a process of its own, by the system's clock.
 *
 * <p>
 * Takes {@code --port=8090}, {@code --events=http://127.0.0.1:8080/slack/events},
 * {@code --token=…}, {@code --secret=…} and {@code --world=file.json}, where the file
 * holds {@code people} and {@code channels}. Prints its address. What people do is posted
 * to {@code /people/says}, {@code /people/presses} and {@code /people/commands}; what
 * stands is read at {@code /people/reads?channel=ID}.
 */
public final class Standalone {

    private Standalone() {
    }

    /** Starts the simulator; it ends with the process. */
    public static void main(String[] arguments) throws IOException {
        Map<String, String> options = Arrays.stream(arguments)
            .map((argument) -> argument.replaceFirst("^--", "").split("=", 2))
            .collect(Collectors.toMap((pair) -> pair[0], (pair) -> (pair.length == 2) ? pair[1] : ""));
        FakeSlack slack = start(options, Clock.systemUTC());
        System.out.println("Slack is simulated at " + slack.url());
    }

    static FakeSlack start(Map<String, String> options, Clock clock) throws IOException {
        Company usual = Company.named("Northwind Outfitters");
        Company company = usual.secrets(options.getOrDefault("token", usual.token()),
                options.getOrDefault("secret", usual.signingSecret()));
        FakeSlack slack = FakeSlack.start(company, clock, Integer.parseInt(options.getOrDefault("port", "0")));
        if (options.containsKey("events")) {
            slack.deliverTo(URI.create(options.get("events")));
        }
        if (options.containsKey("world")) {
            fill(slack, Json.parse(Files.readString(Path.of(options.get("world")))));
        }
        slack.serve("/people/", new PeopleDoor(slack));
        return slack;
    }

    private static void fill(FakeSlack slack, JsonNode world) {
        String home = slack.company().team();
        world.path("people").forEach((person) -> {
            String team = Json.text(person, "team");
            slack.add(Person.of(Json.text(person, "id"), team.isEmpty() ? home : team, Json.text(person, "name"),
                    Json.textOrNull(person, "email"), ZoneId.of(text(person, "zone", "UTC")),
                    Locale.forLanguageTag(text(person, "locale", "en-US"))));
        });
        world.path("channels").forEach((channel) -> {
            Set<String> members = names(channel.path("members"), (member) -> member.asString(""));
            members.add(slack.company().botUser());
            slack.add(Channel.open(Json.text(channel, "id"), Json.text(channel, "name"), members)
                .shared(Json.flag(channel, "shared")));
        });
    }

    private static String text(JsonNode node, String field, String otherwise) {
        String text = Json.text(node, field);
        return text.isEmpty() ? otherwise : text;
    }

    private static Set<String> names(JsonNode list, Function<JsonNode, String> name) {
        return StreamSupport.stream(list.spliterator(), false)
            .map(name)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    }

}
