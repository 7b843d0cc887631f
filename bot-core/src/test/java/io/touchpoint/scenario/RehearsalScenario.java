package io.touchpoint.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchpoint.sandbox.RunningSandbox;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * A week of the company's life, played by chance from a seed. That every run gives the
 * same is shown by the kept text, which another run gave.
 */
abstract non-sealed class RehearsalScenario extends Scenario {

    private static final String DIGEST = "Customer touchpoints, ";

    @Test
    void oneSeedAlwaysGivesTheSameWeek() {
        try (RunningSandbox sandbox = start()) {
            JsonNode summary = new SandboxCalls(sandbox.url()).post("rehearsal", """
                    {"weeks": 1, "seed": 7}""").json();
            assertThat(summary.path("events").asInt()).isPositive();
            assertThat(summary.path("ratings").asInt()).isPositive();
            List<String> messages = new ArrayList<>(List.of(summary.toString()));
            Play play = new Play(sandbox.url());
            play.channels().forEach((channel) -> read(channel, play.channel(channel.get("id").asString()), messages));
            play.people().forEach((person) -> read(person, play.direct(person.get("id").asString()), messages));
            assertThat(messages).filteredOn((text) -> text.startsWith("delivery " + DIGEST)).hasSize(2);
            Golden.compareFile("rehearsal.txt", String.join("\n\n", messages) + "\n");
        }
    }

    private static void read(JsonNode place, List<JsonNode> standing, List<String> messages) {
        for (JsonNode message : standing) {
            messages.add(place.get("name").asString() + " " + message.path("text").asString());
        }
    }

}
