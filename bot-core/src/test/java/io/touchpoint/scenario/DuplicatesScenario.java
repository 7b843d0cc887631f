package io.touchpoint.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchpoint.sandbox.RunningSandbox;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * The platform delivers everything twice, and the shop says everything twice: nobody
 * notices.
 */
abstract non-sealed class DuplicatesScenario extends Scenario {

    @Test
    void everythingThatIsDeliveredTwiceHappensOnce() {
        Map<String, List<String>> once = played(false);
        assertThat(once.get("Dana")).anySatisfy((message) -> assertThat(message).contains("Jon, delivery team:"));
        assertThat(once.get("Jon")).anySatisfy((message) -> assertThat(message).contains("You accepted"));
        assertThat(played(true)).isEqualTo(once);
    }

    /**
     * Every kind of thing that comes in: an event, presses, messages, forms, a command.
     */
    private Map<String, List<String>> played(boolean twice) {
        try (RunningSandbox sandbox = start()) {
            Play play = new Play(sandbox.url());
            String dana = play.person("Dana");
            String jon = play.person("Jon");
            String mara = play.person("Mara");
            String delivery = play.channelOf("delivery");
            if (twice) {
                play.everythingTwice();
            }
            for (int i = 0; i < (twice ? 2 : 1); i++) {
                play.event("order.delivered", "10442", dana, Map.of("id", "e-1"));
            }
            play.advance(Duration.ofHours(25));
            play.pressNewest(dana, play.direct(dana), "2 Bad");
            play.pressNewest(dana, play.direct(dana), "Late");
            play.pressNewest(dana, play.direct(dana), "I'd like a reply");
            play.write(dana, "Two days late and nobody told me.");
            play.pressNewest(jon, play.channel(delivery), "I'll take it");
            submit(play, jon, play.pressNewest(jon, play.channel(delivery), "Reply to customer…"),
                    Map.of("Your reply", "I will call the carrier today."));
            play.write(dana, "Thank you.");
            play.command(mara, delivery, "/touchpoint help");
            submit(play, mara, play.pressNewest(mara, play.channel(delivery), "Plan a check-in"), Map.of("With", jon,
                    "How often", "2", "First day", "2026-12-08", "Time", "16:00", "How long", "30"));
            play.pressNewest(jon, play.direct(jon), "Accept");
            play.write(dana, "stop");
            Map<String, List<String>> seen = new TreeMap<>();
            seen.put("Dana", texts(play.direct(dana)));
            seen.put("Jon", texts(play.direct(jon)));
            seen.put("Mara", texts(play.direct(mara)));
            seen.put("delivery", texts(play.channel(delivery)));
            return seen;
        }
    }

    private static List<String> texts(List<JsonNode> messages) {
        return messages.stream()
            .map((message) -> message.path("from").asString() + ": " + message.path("text").asString())
            .toList();
    }

    private static void submit(Play play, String by, JsonNode opener, Map<String, String> values) {
        JsonNode answer = play.submit(by, opener, values);
        assertThat(answer.path("errors").isMissingNode()).as(answer.toString()).isTrue();
    }

}
