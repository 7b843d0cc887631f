package io.touchpoint.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchpoint.sandbox.RunningSandbox;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * The platform misbehaves, to each customer in another way and each time something is
 * said to them. Who had a bad day has heard in the end what the one has heard whose days
 * were good; twice, at worst, where no platform can tell whether it was said.
 */
abstract non-sealed class FaultsScenario extends Scenario {

    private static final List<String> ANSWERS = List.of("none", "429", "500", "502", "timeout", "drop", "duplicate");

    /** After these it is not known whether something was said. */
    private static final List<String> UNTOLD = List.of("500", "502", "timeout", "drop");

    private static final Duration UNTIL_SETTLED = Duration.ofMinutes(15);

    /** What is done to all of them, one after the other. */
    private static final List<Act> STORY = List.of((play, one) -> play.pressNewest(one, play.direct(one), "2 Bad"),
            (play, one) -> play.pressNewest(one, play.direct(one), "Late"),
            (play, one) -> play.pressNewest(one, play.direct(one), "I'd like a reply"),
            (play, one) -> play.write(one, "The box was wet when it came."), (play, one) -> play.write(one, "stop"));

    @FunctionalInterface
    private interface Act {

        void by(Play play, String customer);

    }

    @Test
    void everybodyHearsWhatTheyWouldHaveHeardOnAGoodDay() {
        try (RunningSandbox sandbox = start()) {
            Play play = new Play(sandbox.url());
            Map<String, String> customers = new LinkedHashMap<>();
            ANSWERS.forEach((answer) -> customers.put(answer,
                    play.customer("Robin " + answer, "en-GB", "Europe/London", "Robin " + answer)));
            customers.forEach((answer, one) -> play.event("order.delivered", subject(answer), one));
            day(play, customers, Duration.ofHours(30));
            STORY.forEach((act) -> {
                begin(play, customers);
                customers.values().forEach((one) -> act.by(play, one));
                day(play, customers, UNTIL_SETTLED);
            });
            List<String> good = heard(play, customers, "none");
            assertThat(good).anyMatch((text) -> text.startsWith("bot: Delivery: 2, bad."))
                .anyMatch((text) -> text.contains("wet"));
            assertThat(play.answers()).contains("429", "500", "502", "none");
            boolean looks = play.looksForItsMessages();
            customers.keySet().forEach((answer) -> {
                List<String> bad = heard(play, customers, answer);
                if (looks || !UNTOLD.contains(answer)) {
                    assertThat(bad).as(answer).isEqualTo(good);
                }
                else {
                    assertThat(bad).as(answer)
                        .containsSubsequence(good)
                        .hasSizeLessThanOrEqualTo(good.size() + STORY.size() + 1);
                }
            });
        }
    }

    private static String subject(String answer) {
        return "9" + ANSWERS.indexOf(answer);
    }

    private static void begin(Play play, Map<String, String> customers) {
        customers.forEach((answer, one) -> play.misbehaves(answer, one));
    }

    /**
     * Lets time pass; a call that hangs is let go, and the rest of the bad day goes on.
     */
    private static void day(Play play, Map<String, String> customers, Duration time) {
        begin(play, customers);
        if (!play.passes(time)) {
            play.behaves();
            customers.forEach((answer, one) -> {
                if (!answer.equals("timeout")) {
                    play.misbehaves(answer, one);
                }
            });
            play.advance(time);
        }
        play.behaves();
        play.advance(UNTIL_SETTLED);
    }

    private static List<String> heard(Play play, Map<String, String> customers, String answer) {
        String one = customers.getOrDefault(answer, "");
        return play.direct(one)
            .stream()
            .map((message) -> message.path("from").asString() + ": " + message.path("text").asString())
            .map((text) -> text.replace("order " + subject(answer), "order …").replace(one, "Robin"))
            .toList();
    }

}
