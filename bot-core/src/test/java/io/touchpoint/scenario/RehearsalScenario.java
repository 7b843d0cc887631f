package io.touchpoint.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchpoint.sandbox.RunningSandbox;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Whole weeks of the company's life, played by chance from a seed. */
abstract class RehearsalScenario extends Scenario {

    private static final String DIGEST = "Customer touchpoints, ";

    @Test
    void oneSeedGivesTheSameWeeksOnFreshSandboxes() {
        Weeks first = play();
        Weeks second = play();
        assertThat(second.summary()).isEqualTo(first.summary());
        assertThat(second.messages()).isEqualTo(first.messages());
        assertThat(first.summary().path("events").asInt()).isPositive();
        assertThat(first.summary().path("ratings").asInt()).isPositive();
        assertThat(first.messages()).filteredOn((text) -> text.startsWith("delivery " + DIGEST)).hasSize(2);
    }

    private record Weeks(JsonNode summary, List<String> messages) {
    }

    private Weeks play() {
        try (RunningSandbox sandbox = start()) {
            SandboxCalls calls = new SandboxCalls(sandbox.url());
            JsonNode summary = calls.post("rehearsal", """
                    {"weeks": 1, "seed": 7}""").json();
            List<String> messages = new ArrayList<>();
            Play play = new Play(sandbox.url());
            play.channels().forEach((channel) -> read(channel, play.channel(channel.get("id").asString()), messages));
            play.people().forEach((person) -> read(person, play.direct(person.get("id").asString()), messages));
            return new Weeks(summary, messages);
        }
    }

    private static void read(JsonNode place, List<JsonNode> standing, List<String> messages) {
        for (JsonNode message : standing) {
            messages.add(place.get("name").asString() + " " + message.path("text").asString());
        }
    }

}
