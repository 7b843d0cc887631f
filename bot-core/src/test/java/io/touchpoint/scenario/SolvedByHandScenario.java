package io.touchpoint.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchpoint.sandbox.Northwind;
import io.touchpoint.sandbox.RunningSandbox;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import tools.jackson.databind.JsonNode;

/**
 * Colleagues mark conversations with customers as solved; the customers are asked in the
 * same thread, where nobody reads what they answer.
 */
@TestInstance(Lifecycle.PER_CLASS)
abstract non-sealed class SolvedByHandScenario extends Scenario {

    private static final String BUTTON = "Answer privately";

    private final RunningSandbox sandbox = start();

    private final Play play = new Play(sandbox.url());

    private final String channel = play.channelOf(Northwind.CUSTOMERS);

    private final String priya = play.person("Priya");

    @AfterAll
    void stop() {
        sandbox.close();
    }

    @Test
    void asksWhereTheConversationWasAndTellsNobodyElse() {
        String dana = play.person("Dana");
        String ada = play.person("Ada");
        JsonNode asked = play.write(dana, channel, "I cannot log in.");
        assertThat(play.channel(channel).getLast().path("from").asString()).isEqualTo(dana);
        JsonNode told = play.submit(priya, form(play.mark(priya, asked), "Customer: Dana Whitfield."),
                Map.of("What it was about", "Log-in"));
        assertThat(text(told)).contains("is marked as solved.", "Support ticket: scheduled for ");
        play.advance(Duration.ofHours(24));
        JsonNode line = newest("how did we do?");
        assertThat(line.path("text").asString()).contains("Dana Whitfield", "Your answer does not appear here.");
        assertThat(line.path("replyTo").asString()).isEqualTo(asked.path("id").asString());
        assertThat(Play.labels(line)).containsExactly(BUTTON);
        int before = play.direct(dana).size();
        play.press(ada, line, BUTTON);
        assertThat(seenBy(ada)).contains("This question is for somebody else.");
        assertThat(play.direct(dana)).hasSize(before);
        play.press(dana, newest("how did we do?"), BUTTON);
        assertThat(play.direct(dana).getLast().path("text").asString()).contains("how our support handled your ticket",
                "Not now", "Stop asking");
        play.pressNewest(dana, play.direct(dana), "2");
        play.write(dana, "It took a whole week.");
        assertThat(play.direct(dana).getLast().path("text").asString()).startsWith("Thank you.");
        List<String> read = texts(
                play.channel(channel).stream().filter((one) -> one.path("visibleTo").isMissingNode()));
        assertThat(read).noneMatch((text) -> text.contains("week") || text.contains("how did we do?"))
            .anyMatch("This question is closed here."::equals);
        keepsItOutOfTheFigures();
    }

    /** The headline counts the one answer that no colleague caused. */
    private void keepsItOutOfTheFigures() {
        String noah = play.person("Noah");
        play.event("ticket.solved", "5001", noah);
        play.advance(Duration.ofHours(24));
        play.pressNewest(noah, play.direct(noah), "6");
        play.clock(Instant.parse("2026-11-30T10:00:00Z"));
        String digest = play.channel(play.channelOf("support"))
            .stream()
            .map((message) -> message.path("text").asString())
            .filter((text) -> text.contains("23\u201329 Nov"))
            .findFirst()
            .orElseThrow();
        assertThat(digest).contains("1 rating")
            .contains("Asked 1, delivered 1, answered 1")
            .doesNotContain("2 ratings");
    }

    private JsonNode form(JsonNode opened, String shown) {
        assertThat(opened.path("form").path("title").asString()).isEqualTo("Mark as solved");
        assertThat(opened.path("form").path("text").asString()).contains(shown);
        return opened;
    }

    private static String text(JsonNode answer) {
        return answer.path("form").path("text").asString();
    }

    private JsonNode newest(String words) {
        return play.channel(channel)
            .reversed()
            .stream()
            .filter((message) -> message.path("visibleTo").isMissingNode())
            .filter((message) -> message.path("text").asString().contains(words))
            .findFirst()
            .orElseThrow();
    }

    /** What one person alone sees in the channel. */
    private String seenBy(String person) {
        return String.join("\n", texts(
                play.channel(channel).stream().filter((one) -> one.path("visibleTo").asString("").equals(person))));
    }

    private static List<String> texts(Stream<JsonNode> messages) {
        return messages.map((message) -> message.path("text").asString()).toList();
    }

    @Test
    void takesAConversationThatGoesOnForOpenAgain() {
        String sofia = play.person("Sofia");
        JsonNode asked = play.write(sofia, channel, "The zip is broken.");
        String first = text(play.submit(priya, play.mark(priya, asked), Map.of()));
        play.advance(Duration.ofMinutes(1));
        assertThat(text(play.submit(priya, play.mark(priya, asked), Map.of())))
            .contains("Support ticket: not asked: already scheduled for ");
        play.advance(Duration.ofMinutes(10));
        JsonNode again = play.reply(sofia, channel, asked, "The new one is broken too.");
        play.advance(Duration.ofMinutes(10));
        String second = text(play.submit(priya, play.mark(priya, again), Map.of()));
        assertThat(second).contains("Support ticket: scheduled for ");
        assertThat(second.lines().findFirst()).isEqualTo(first.lines().findFirst());
    }

}
