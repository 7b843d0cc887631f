package io.touchpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Slack delivers everything twice, and the shop says everything twice: nobody notices.
 */
class DuplicatesTests {

    private static final String DANA = "U0DANA";

    private static final String JON = "U0JON";

    private static final String MARA = "U0MARA";

    private static final String DELIVERY = "C0DELIVERY";

    @Test
    void everythingThatIsDeliveredTwiceHappensOnce() {
        Map<String, List<String>> once = played(false);
        assertThat(once.get("with=" + DANA))
            .anySatisfy((message) -> assertThat(message).contains("Jon, delivery team:"));
        assertThat(once.get("with=" + JON)).anySatisfy((message) -> assertThat(message).contains("You accepted"));
        assertThat(played(true)).isEqualTo(once);
    }

    /**
     * Every kind of thing that comes in: an event, presses, messages, forms, a command.
     */
    private static Map<String, List<String>> played(boolean twice) {
        try (SlackSandbox sandbox = SlackSandbox.start("--server.port=0")) {
            SandboxCalls calls = new SandboxCalls(sandbox.url());
            if (twice) {
                calls.post("faults", """
                        {"answer": "duplicate", "times": 1000}""");
            }
            for (int i = 0; i < (twice ? 2 : 1); i++) {
                calls.post("events", """
                        {"kind": "order.delivered", "customer": "%s", "subject": "10442", "id": "e-1"}"""
                    .formatted(DANA));
            }
            calls.post("clock", """
                    {"advance": "PT25H"}""");
            press(calls, DANA, "with=" + DANA, "2 Bad");
            press(calls, DANA, "with=" + DANA, "Late");
            press(calls, DANA, "with=" + DANA, "I'd like a reply");
            write(calls, DANA, "Two days late and nobody told me.");
            press(calls, JON, "channel=" + DELIVERY, "I'll take it");
            form(calls, JON, press(calls, JON, "channel=" + DELIVERY, "Reply to customer…"), """
                    {"words": "I will call the carrier today."}""");
            write(calls, DANA, "Thank you.");
            JsonNode command = calls.post("commands", """
                    {"by": "%s", "in": "%s", "command": "/touchpoint checkin"}""".formatted(MARA, DELIVERY)).json();
            form(calls, MARA, command, """
                    {"with": "%s", "cadence": "2", "day": "2026-12-08", "time": "16:00", "minutes": "30"}"""
                .formatted(JON));
            press(calls, JON, "with=" + JON, "Accept");
            write(calls, DANA, "stop");
            Map<String, List<String>> seen = new TreeMap<>();
            for (String place : List.of("with=" + DANA, "with=" + JON, "with=" + MARA, "channel=" + DELIVERY)) {
                seen.put(place, texts(calls, place));
            }
            return seen;
        }
    }

    private static List<String> texts(SandboxCalls calls, String place) {
        List<String> texts = new ArrayList<>();
        for (JsonNode message : calls.get("messages?" + place).json().path("messages")) {
            texts.add(message.path("from").asString() + ": " + message.path("text").asString());
        }
        return texts;
    }

    /** Presses the newest button with this label. */
    private static JsonNode press(SandboxCalls calls, String by, String place, String label) {
        @Nullable String found = null;
        for (JsonNode message : calls.get("messages?" + place).json().path("messages")) {
            for (JsonNode control : message.path("controls")) {
                if (control.path("label").asString().equals(label)) {
                    found = """
                            {"by": "%s", "message": "%s", "control": "%s"}""".formatted(by,
                            message.path("id").asString(), control.path("id").asString());
                }
            }
        }
        return calls.post("presses", Objects.requireNonNull(found, "no button " + label)).json();
    }

    private static void form(SandboxCalls calls, String by, JsonNode opener, String values) {
        String form = opener.path("form").path("id").asString();
        JsonNode answer = calls.post("forms", """
                {"by": "%s", "form": "%s", "values": %s}""".formatted(by, form, values)).json();
        assertThat(answer.path("errors").isMissingNode()).as(answer.toString()).isTrue();
    }

    private static void write(SandboxCalls calls, String by, String words) {
        calls.post("messages", """
                {"by": "%s", "to": "bot", "text": "%s"}""".formatted(by, words));
    }

}
