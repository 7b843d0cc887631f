package io.touchpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Whole weeks of the company's life, played by chance from a seed. */
class RehearsalTests {

    private static final String DIGEST = "Customer touchpoints, ";

    @Test
    void oneSeedGivesTheSameWeeksOnFreshSandboxes() {
        Weeks first = play();
        Weeks second = play();
        assertThat(second.summary()).isEqualTo(first.summary());
        assertThat(second.messages()).isEqualTo(first.messages());
        assertThat(first.summary().path("events").asInt()).isPositive();
        assertThat(first.summary().path("ratings").asInt()).isPositive();
        assertThat(first.messages()).filteredOn((text) -> text.startsWith("C0DELIVERY " + DIGEST)).hasSize(3);
    }

    private record Weeks(JsonNode summary, List<String> messages) {
    }

    private static Weeks play() {
        try (SlackSandbox sandbox = SlackSandbox.start("--server.port=0")) {
            SandboxCalls calls = new SandboxCalls(sandbox.url());
            JsonNode summary = calls.post("rehearsal", """
                    {"weeks": 2, "seed": 7}""").json();
            List<String> messages = new ArrayList<>();
            JsonNode state = calls.get("state").json();
            for (JsonNode channel : state.path("channels")) {
                String id = channel.path("id").asString();
                read(calls, "channel=" + id, id, messages);
            }
            for (JsonNode person : state.path("people")) {
                String id = person.path("id").asString();
                read(calls, "with=" + id, id, messages);
            }
            return new Weeks(summary, messages);
        }
    }

    private static void read(SandboxCalls calls, String where, String id, List<String> messages) {
        for (JsonNode message : calls.get("messages?" + where).json().path("messages")) {
            messages.add(id + " " + message.path("text").asString() + " " + message.path("at").asString());
        }
    }

}
