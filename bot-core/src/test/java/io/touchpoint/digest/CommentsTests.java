package io.touchpoint.digest;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchpoint.chat.Answer;
import io.touchpoint.chat.Block;
import io.touchpoint.chat.Form;
import io.touchpoint.chat.Inbound;
import io.touchpoint.chat.Reference;
import io.touchpoint.feedback.Response;
import io.touchpoint.feedback.Responses;
import io.touchpoint.journey.JourneyStage;
import io.touchpoint.outbox.Said;
import io.touchpoint.survey.Scale;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

@TestInstance(Lifecycle.PER_CLASS)
class CommentsTests {

    private static final Instant NOW = Northwind.MONDAY.plusSeconds(600);

    private final Northwind northwind = new Northwind();

    @BeforeAll
    void sendADigest() {
        northwind.oracle();
        for (int i = 0; i < 6; i++) {
            northwind.answer("delivery", Northwind.WEEK.minusWeeks(1), 1, List.of("Of another week " + i), List.of());
        }
        northwind.at(Northwind.SUNDAY).at(Northwind.MONDAY);
        northwind.nextCustomer("Dana Novak");
        northwind.answer("delivery", Northwind.WEEK.plusDays(6), 2, List.of("Dana Novak here, call me"),
                List.of("late"));
        for (int i = 1; i <= 5; i++) {
            northwind.answer("delivery", Northwind.WEEK.plusDays(5), 2, List.of("Comment " + i),
                    List.of("no_tracking"));
        }
        northwind.answer("delivery", Northwind.WEEK.plusDays(6), 5, List.of("Fine."), List.of());
        imports("Asked by another tool, write to dana@example.com");
    }

    private void imports(String words) {
        String conversation = "w1|answer:a1|delivery";
        LocalDate day = Northwind.WEEK.plusDays(4);
        northwind.core.get(Responses.class)
            .record(new Response(conversation + "|rating", "w1", conversation, "w1|customer|c1", null, "delivery",
                    JourneyStage.POST_PURCHASE, "journey", Response.IMPORTED, Scale.STARS_5, day, null, List.of(words),
                    List.of(), Response.IMPORTED, day.atTime(10, 0).toInstant(ZoneOffset.UTC), null, null, null, null,
                    List.of()), NOW);
    }

    @AfterAll
    void stop() {
        northwind.close();
    }

    @Test
    void showsFiguresAndTheNewestComments() {
        Form form = opened(press("comments:delivery", true));
        assertThat(form.title()).isEqualTo("Delivery, 16–22 Nov");
        assertThat(form.submit()).isEqualTo("Older");
        assertThat(form.key()).isEqualTo("t0ken:comments:delivery:0");
        assertThat(text(form)).startsWith("""
                28% unhappy (25 of 88), 90% range 21–37%. Week before 22% (21 of 96).
                2 weeks: 22, 28%
                Themes cover 20 of the 25.
                “""");
        assertThat(text(form)).contains("“Comment 5”   2 of 5, online order, 21 Nov")
            .contains("Page 1 of 2, newest first.")
            .contains("of ratings would be unhappy instead of 17%.")
            .contains("that this week is worse than last; 8 touchpoints were compared.")
            .doesNotContain("Novak", "Fine.", "Comment 1");
    }

    @Test
    void turnsThePageAndComesBackToTheNewest() {
        Form second = opened(submit("t0ken:comments:delivery:0", Map.of("show", List.of("unhappy"))));
        assertThat(second.key()).endsWith(":1");
        assertThat(second.submit()).isEqualTo("Newest");
        assertThat(text(second)).contains("“Comment 1”", "Late.\nTwo days late and nobody told me.")
            .doesNotContain("Comment 2");
        assertThat(opened(submit(second.key(), Map.of("show", List.of("unhappy")))).key()).endsWith(":0");
    }

    @Test
    void showsOtherCommentsWhenAnotherChoiceIsMade() {
        assertThat(text(opened(change(Map.of("show", List.of("all"), "theme", List.of("all"))))))
            .contains("“Fine.”   5 of 5");
        Form tracking = opened(change(Map.of("show", List.of("unhappy"), "theme", List.of("no_tracking"))));
        assertThat(text(tracking)).contains("Comment 1", "Comment 5").doesNotContain("Two days late");
        assertThat(tracking.submit()).isNull();
        assertThat(text(opened(change(Map.of("show", List.of("x"), "theme", List.of("x")))))).contains("Comment 5");
    }

    @Test
    void showsImportedAnswersApartAndRedacted() {
        Form imported = opened(change(Map.of("show", List.of("imported"), "theme", List.of("all"))));
        assertThat(text(imported))
            .contains("“Asked by another tool, write to [e-mail]”   imported, 20 Nov", "28% unhappy (25 of 88)")
            .doesNotContain("Comment 5");
        assertThat(text(opened(change(Map.of("show", List.of("all"), "theme", List.of("all"))))))
            .doesNotContain("another tool");
    }

    @Test
    void tellsNothingToStrangersAndNothingOfOtherTouchpoints() {
        assertThat(shown(press("comments:delivery", false)))
            .isEqualTo("Only people of the company can read the comments.");
        assertThat(shown(press("comments:search", true))).isEqualTo("This digest has no comments about that.");
        assertThat(shown(press("take", true))).isEqualTo("This digest has no comments about that.");
        for (String key : List.of("", "t", "t0ken:comments:delivery", "t0ken:comments:delivery:-1",
                "t0ken:other:delivery:0", "t0ken:comments:delivery:99999999999")) {
            assertThat(shown(submit(key, Map.of()))).isEqualTo("This digest has no comments about that.");
        }
        assertThat(opened(submit("t0ken:comments:delivery:9998", Map.of())).key()).startsWith("t0ken:comments:");
    }

    private Answer press(String action, boolean colleague) {
        return northwind.core.get(Digests.class)
            .pressed(said(), new Inbound.Pressed("p1", NOW, Northwind.actor(colleague), Northwind.CHANNEL,
                    new Reference("C1", "1"), "t0ken", action), NOW);
    }

    private Answer submit(String form, Map<String, List<String>> values) {
        return northwind.core.get(Digests.class)
            .submitted(said(), new Inbound.Submitted("s1", NOW, Northwind.actor(true), form, values), NOW);
    }

    private Answer change(Map<String, List<String>> values) {
        return northwind.core.get(Digests.class)
            .changed(said(), new Inbound.Changed("c1", NOW, Northwind.actor(true), "t0ken:comments:delivery:1", values),
                    NOW);
    }

    private Said said() {
        return northwind.said(Northwind.DIGEST);
    }

    private static Form opened(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Opened.class);
        return ((Answer.Opened) answer).form();
    }

    private static String shown(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Shown.class);
        return ((Answer.Shown) answer).message().plainText();
    }

    private static String text(Form form) {
        return String.join("\n",
                form.parts()
                    .stream()
                    .filter(Block.class::isInstance)
                    .map(Block.class::cast)
                    .map(Block::plainText)
                    .toList());
    }

}
