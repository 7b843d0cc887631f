package io.touchpoint.feedback;

import static io.touchpoint.feedback.Some.NOW;
import static io.touchpoint.feedback.Some.TODAY;
import static io.touchpoint.feedback.Some.response;
import static io.touchpoint.feedback.Some.scored;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.touchpoint.mongo.CoreUnderTest;
import io.touchpoint.survey.Band;
import io.touchpoint.survey.Scale;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.data.mongodb.core.query.Query;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ResponsesTests {

    private CoreUnderTest core;

    private Responses responses;

    @BeforeAll
    void start() {
        core = CoreUnderTest.with("feedback").start();
        responses = core.get(Responses.class);
    }

    @BeforeEach
    void empty() {
        core.mongo().remove(new Query(), Response.class);
    }

    @AfterAll
    void stop() {
        core.close();
    }

    @Test
    void recordsAResponseOnceWithTheNoteThatItsCellWaits() {
        assertThat(responses.record(response("w1|order:1|delivery", "delivery", TODAY, 2), NOW)).isTrue();
        assertThat(responses.record(response("w1|order:1|delivery", "delivery", TODAY, 5), NOW)).isFalse();
        Response stored = responses.byConversation("w1|order:1|delivery").orElseThrow();
        assertThat(stored.score()).isEqualTo(2);
        assertThat(stored.rev()).isZero();
        assertThat(stored.bucket()).isEqualTo("w1|delivery|STARS_5|slack|logistics|2026-11-17");
        assertThat(stored.pend()).containsExactly(stored.bucket());
        assertThat(stored.pendAt()).isEqualTo(NOW);
        assertThat(stored.band()).contains(Band.LOW);
    }

    @Test
    void countsHowManyConversationsLedToARating() {
        responses.record(response("w1|order:1|delivery", "delivery", TODAY, 2), NOW);
        responses.record(response("w1|order:2|delivery", "delivery", TODAY, null), NOW);
        assertThat(responses.rated(List.of("w1|order:1|delivery", "w1|order:2|delivery", "w1|order:3|delivery")))
            .isOne();
    }

    @Test
    void countsNeitherBareWordsNorWhatAColleagueCaused() {
        responses.record(response("w1|order:1|delivery", "delivery", TODAY, null), NOW);
        responses.record(response("w1|order:2|delivery", "delivery", Scale.STARS_5, TODAY, 4, true), NOW);
        assertThat(responses.of("w1", "delivery", TODAY, TODAY)).hasSize(2).allSatisfy((response) -> {
            assertThat(response.counted()).isFalse();
            assertThat(response.bucket()).isNull();
            assertThat(response.pendAt()).isNull();
            assertThat(response.pend()).isEmpty();
        });
    }

    @Test
    void notesTheOldAndTheNewCellOfAnEdit() {
        responses.record(response("w1|order:1|delivery", "delivery", TODAY, 2), NOW);
        String old = "w1|delivery|STARS_5|slack|logistics|2026-11-17";
        Response edited = responses
            .edit("w1|order:1|delivery|rating", (response) -> Some.moved(response, "returns"), NOW.plusSeconds(5))
            .orElseThrow();
        assertThat(edited.rev()).isEqualTo(1);
        assertThat(edited.bucket()).isEqualTo("w1|returns|STARS_5|slack|logistics|2026-11-17");
        assertThat(edited.pend()).containsExactly(old, edited.bucket());
        assertThat(edited.pendAt()).isEqualTo(NOW);
        assertThat(responses.byId(edited.id())).contains(edited);
        Response erased = responses.edit(edited.id(), (response) -> scored(response, null), NOW).orElseThrow();
        assertThat(erased.bucket()).isNull();
        assertThat(erased.pend()).containsExactlyElementsOf(edited.pend());
    }

    @Test
    void appliesAnEditToTheNewestResponse() {
        responses.record(response("w1|order:1|delivery", "delivery", TODAY, 2), NOW);
        AtomicBoolean overtaken = new AtomicBoolean();
        Response edited = responses.edit("w1|order:1|delivery|rating", (response) -> {
            if (overtaken.compareAndSet(false, true)) {
                responses.edit(response.id(), (other) -> scored(other, 4), NOW);
            }
            return scored(response, Objects.requireNonNull(response.score()) + 1);
        }, NOW).orElseThrow();
        assertThat(edited.score()).isEqualTo(5);
        assertThat(edited.rev()).isEqualTo(2);
    }

    @Test
    void writesNothingForAnEditThatChangesNothing() {
        responses.record(response("w1|order:1|delivery", "delivery", TODAY, 2), NOW);
        assertThat(responses.edit("w1|order:1|delivery|rating", (response) -> response, NOW)).map(Response::rev)
            .contains(0L);
        assertThat(responses.edit("w1|order:9|delivery|rating", (response) -> response, NOW)).isEmpty();
    }

    @Test
    void refusesAScoreThatIsNotOnTheScale() {
        assertThatIllegalArgumentException()
            .isThrownBy(() -> responses.record(response("w1|order:1|delivery", "delivery", TODAY, 6), NOW))
            .withMessage("6 is not on STARS_5");
        responses.record(response("w1|order:1|delivery", "delivery", TODAY, 5), NOW);
        assertThatIllegalArgumentException()
            .isThrownBy(() -> responses.edit("w1|order:1|delivery|rating", (response) -> scored(response, 0), NOW));
    }

    @Test
    void findsTheResponsesOfATouchpointByDay() {
        responses.record(response("w1|order:1|delivery", "delivery", TODAY.minusDays(1), 2), NOW);
        responses.record(response("w1|order:2|delivery", "delivery", TODAY, 2), NOW);
        responses.record(response("w1|order:3|delivery", "delivery", TODAY.plusDays(1), 2), NOW);
        responses.record(response("w1|order:4|delivery", "delivery", TODAY.plusDays(2), 2), NOW);
        responses.record(response("w1|order:2|returns", "returns", TODAY, 2), NOW);
        responses.record(response("w2|order:2|delivery", "delivery", TODAY, 2), NOW);
        assertThat(responses.of("w1", "delivery", TODAY, TODAY.plusDays(1))).extracting(Response::conversation)
            .containsExactly("w1|order:2|delivery", "w1|order:3|delivery");
    }

    @Test
    void countsCustomersAndNotResponses() {
        responses.record(response("w1|order:1|delivery", "delivery", TODAY, 2), NOW);
        responses.record(response("w1|order:2|delivery", "delivery", TODAY, 2), NOW);
        responses.record(response("w1|order:3|delivery", "delivery", TODAY, null), NOW);
        assertThat(responses.customers("w1", TODAY, TODAY)).isEqualTo(1);
        assertThat(responses.customers("w1", TODAY.plusDays(1), TODAY.plusDays(1))).isZero();
    }

    @Test
    void readsAResponseThatWasStoredBefore() {
        core.mongo().insert(Document.parse("""
                {_id: "w1|order:7|delivery|rating", workspace: "w1", conversation: "w1|order:7|delivery",
                 customer: "w1|customer|c7", touchpoint: "delivery", stage: "POST_PURCHASE", team: "logistics",
                 platform: "slack", scale: "STARS_5", day: "2026-11-17", score: 4, context: "online order",
                 at: {$date: "2026-11-17T10:00:00Z"}, rev: {$numberLong: "3"}, _class: "response"}"""), "answers");
        assertThat(responses.byConversation("w1|order:7|delivery")).hasValueSatisfying((response) -> {
            assertThat(response.day()).isEqualTo(TODAY);
            assertThat(response.rev()).isEqualTo(3);
            assertThat(response.comments()).isEmpty();
        });
    }

}
