package io.touchpoint.feedback;

import static io.touchpoint.feedback.Some.NOW;
import static io.touchpoint.feedback.Some.TODAY;
import static io.touchpoint.feedback.Some.response;
import static io.touchpoint.feedback.Some.scored;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.touchpoint.journey.JourneyStage;
import io.touchpoint.mongo.CoreUnderTest;
import io.touchpoint.survey.Scale;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RollupsTests {

    private CoreUnderTest core;

    private Responses responses;

    private Rollups rollups;

    @BeforeAll
    void start() {
        core = CoreUnderTest.with("feedback").start();
        responses = core.get(Responses.class);
        rollups = core.get(Rollups.class);
    }

    @BeforeEach
    void empty() {
        core.mongo().remove(new Query(), Response.class);
        core.mongo().remove(new Query(), Rollup.class);
    }

    @AfterAll
    void stop() {
        core.close();
    }

    @Test
    void countsByTouchpointScaleAndDay() {
        responses.record(response("w1|order:1|delivery", "delivery", TODAY, 2), NOW);
        responses.record(response("w1|order:2|delivery", "delivery", TODAY, 2), NOW);
        responses.record(response("w1|order:3|delivery", "delivery", TODAY, 5), NOW);
        responses.record(response("w1|order:4|delivery", "delivery", TODAY.plusDays(1), 1), NOW);
        responses.record(response("w1|visit:5|search", "search", Scale.THUMBS, TODAY, 1, null), NOW);
        responses.record(response("w1|order:6|delivery", "delivery", Scale.STARS_5, TODAY, 1, true), NOW);
        responses.record(response("w1|order:7|delivery", "delivery", TODAY, null), NOW);
        rollups.settle("w1", NOW);
        assertThat(rollups.cells("w1", TODAY, TODAY)).containsExactly(
                new Cell("delivery", JourneyStage.POST_PURCHASE, Scale.STARS_5, "slack", "logistics", TODAY,
                        List.of(0L, 2L, 0L, 0L, 1L)),
                new Cell("search", JourneyStage.POST_PURCHASE, Scale.THUMBS, "slack", "logistics", TODAY,
                        List.of(0L, 1L)));
        assertThat(rollups.cells("w1", TODAY, TODAY.plusDays(1))).hasSize(3);
        assertThat(rollups.cells("w2", TODAY, TODAY)).isEmpty();
    }

    @Test
    void followsAnEditAndDropsACellWithoutAnswers() {
        responses.record(response("w1|order:1|delivery", "delivery", TODAY, 2), NOW);
        rollups.settle("w1", NOW);
        responses.edit("w1|order:1|delivery|rating", (response) -> scored(response, 5), NOW);
        rollups.settle("w1", NOW);
        assertThat(rollups.cells("w1", TODAY, TODAY)).extracting(Cell::unhappy, Cell::answers)
            .containsExactly(tuple(0L, 1L));
        responses.edit("w1|order:1|delivery|rating", (response) -> scored(response, null), NOW);
        rollups.settle("w1", NOW);
        assertThat(rollups.cells("w1", TODAY, TODAY)).isEmpty();
    }

    @Test
    void doesWhatIsDueAndThenHasNothingLeft() {
        assertThat(rollups.nextDue()).isEmpty();
        assertThat(rollups.runDue(NOW)).isZero();
        for (int i = 0; i < 250; i++) {
            responses.record(response("w1|order:" + i + "|delivery", "delivery", TODAY, 1 + i % 5), NOW);
        }
        assertThat(rollups.nextDue()).contains(NOW);
        assertThat(rollups.runDue(NOW.minusMillis(1))).isZero();
        int turns = 0;
        while (rollups.runDue(NOW) > 0) {
            turns++;
        }
        assertThat(turns).isBetween(2, 3);
        assertThat(rollups.nextDue()).isEmpty();
        assertThat(rollups.cells("w1", TODAY, TODAY)).extracting(Cell::answers).containsExactly(250L);
    }

    @Test
    void settlesOneWorkspaceWithoutTheOthers() {
        responses.record(response("w1|order:1|delivery", "delivery", TODAY, 2), NOW.plusSeconds(2));
        responses.record(response("w2|order:1|delivery", "delivery", TODAY, 2), NOW);
        rollups.settle("w1", NOW);
        assertThat(rollups.cells("w1", TODAY, TODAY)).hasSize(1);
        assertThat(rollups.cells("w2", TODAY, TODAY)).isEmpty();
        assertThat(rollups.nextDue()).contains(NOW);
    }

    @Test
    void rebuildsCellsFromTheResponsesAndSaysHowManyWereWrong() {
        responses.record(response("w1|order:1|delivery", "delivery", TODAY, 2), NOW);
        responses.record(response("w1|order:2|returns", "returns", TODAY, 2), NOW);
        responses.record(response("w1|order:3|delivery", "delivery", TODAY.minusDays(9), 2), NOW);
        assertThat(rollups.rebuild("w1", TODAY, TODAY, NOW)).isZero();
        List<Cell> right = rollups.cells("w1", TODAY.minusDays(9), TODAY);
        core.mongo()
            .updateFirst(Query.query(Criteria.where("touchpoint").is("delivery").and("day").is(TODAY)),
                    new Update().set("counts", List.of(9L, 0L, 0L, 0L, 0L)), Rollup.class);
        core.mongo().remove(Query.query(Criteria.where("touchpoint").is("returns")), Rollup.class);
        core.mongo().insert(Document.parse("""
                {_id: "w1|search|STARS_5|slack|web|2026-11-17", workspace: "w1", touchpoint: "search",
                 stage: "PRE_PURCHASE", scale: "STARS_5", platform: "slack", team: "web", day: "2026-11-17",
                 counts: [{$numberLong: "3"}, {$numberLong: "0"}, {$numberLong: "0"}, {$numberLong: "0"},
                 {$numberLong: "0"}], dirty: {$numberLong: "1"}, _class: "rollup"}"""), "rollups");
        assertThat(rollups.rebuild("w1", TODAY, TODAY, NOW)).isEqualTo(3);
        assertThat(rollups.cells("w1", TODAY.minusDays(9), TODAY)).isEqualTo(right);
        assertThat(rollups.rebuild("w1", TODAY, TODAY, NOW)).isZero();
    }

}
