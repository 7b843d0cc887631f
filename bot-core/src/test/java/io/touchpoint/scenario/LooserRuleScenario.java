package io.touchpoint.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchpoint.sandbox.Northwind;
import io.touchpoint.sandbox.RunningSandbox;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** From a customer who was not asked to what a looser rule would have changed. */
@TestInstance(Lifecycle.PER_CLASS)
abstract non-sealed class LooserRuleScenario extends Scenario {

    private static final Pattern HINT = Pattern.compile("/touchpoint (rehearse .+)$", Pattern.MULTILINE);

    private static final Pattern FIGURES = Pattern
        .compile("Questions asked: (\\d+) → (\\d+)\\. Really asked in that time: (\\d+)\\.");

    /** A platform takes no more than a message a second in one chat. */
    private static final Duration BETWEEN = Duration.ofSeconds(2);

    private final RunningSandbox sandbox = start();

    private final Play play = new Play(sandbox.url());

    private final String mara = play.person("Mara");

    @AfterAll
    void stop() {
        sandbox.close();
    }

    @Test
    void theHintBehindWhyShowsWhatALooserRuleChanges() {
        String why = told("why " + Northwind.HELD_BACK);
        assertThat(why).contains("Support ticket (ticket 8117): not asked: asked a day ago, next possible on 30 Nov");
        String hint = first(HINT, why).group(1);
        assertThat(hint).isEqualTo("rehearse clock 2 d");
        long before = questions();
        assertThat(figures(told(hint))).containsExactly(before, before + 1, before);
        assertThat(told(hint)).contains(Northwind.HELD_BACK + " 1 → 2", "clock for any question 1 → 0",
                "Nobody was asked and no rule was changed.");
        assertThat(questions()).isEqualTo(before);
    }

    @Test
    void theFiguresAgreeWithARecount() {
        String robin = play.customer("Robin Vale", "en-GB", "Europe/London", "Vale");
        play.event("order.delivered", "51001", robin);
        play.advance(Duration.ofDays(4));
        play.event("order.delivered", "51002", robin);
        play.advance(Duration.ofDays(1));
        play.event("order.delivered", "51003", robin);
        play.advance(Duration.ofDays(2));
        long before = questions();
        assertThat(figures(told("rehearse delivery clock 30 d; clock 7 d; account 4 in 7 d over 10 d")))
            .containsExactly(before, before, before);
        // Robin's second order comes four days after the first question, the third one
        // day later.
        assertThat(figures(told("rehearse delivery clock 2 d; clock 2 d over 10 d"))).containsExactly(before,
                before + 2, before);
    }

    @Test
    void whatCanBeSaidIsListed() {
        assertThat(told("rehearse")).contains("clock 3 d", "one-in 2", "Touchpoints: advert, search");
        assertThat(told("rehearse delivery colour blue")).contains("I know no rule “delivery colour blue”.");
        assertThat(told("rehearse clock soon")).contains("“soon” is not a duration such as 10 min, 24 h or 3 d.");
        assertThat(told("rehearse clock 7 d")).contains("“clock 7 d” would change nothing.");
        assertThat(told("rehearse clock 3 d over 365 d")).contains("I can replay from 1 to 90 days");
        assertThat(told(play.person("Priya"), "rehearse clock 3 d")).contains("Questions asked: ");
    }

    private String told(String command) {
        return told(mara, command);
    }

    private String told(String person, String command) {
        play.advance(BETWEEN);
        play.write(person, command);
        return play.direct(person).getLast().path("text").asString();
    }

    private static List<Long> figures(String told) {
        MatchResult figures = first(FIGURES, told);
        return List.of(Long.valueOf(figures.group(1)), Long.valueOf(figures.group(2)), Long.valueOf(figures.group(3)));
    }

    private static MatchResult first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.toMatchResult();
    }

    /**
     * How many questions stand in the chats of all customers, reminders apart; none of
     * them was answered.
     */
    private long questions() {
        return play.people()
            .stream()
            .flatMap((person) -> play.direct(person.get("id").asString()).stream())
            .filter((message) -> !message.path("text").asString().contains("This is the only reminder."))
            .filter((message) -> Play.labels(message).contains("Not now")
                    || message.path("text").asString().startsWith("This question closed on"))
            .count();
    }

}
