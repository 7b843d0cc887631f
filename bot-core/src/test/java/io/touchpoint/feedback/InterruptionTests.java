package io.touchpoint.feedback;

import static io.touchpoint.feedback.Some.NOW;
import static io.touchpoint.feedback.Some.TODAY;
import static io.touchpoint.feedback.Some.response;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.data.mongodb.core.query.Criteria.where;

import io.touchpoint.crash.Turns;
import io.touchpoint.journey.JourneyStage;
import io.touchpoint.mongo.CoreUnderTest;
import io.touchpoint.survey.Scale;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/**
 * Writers record, change, move and erase responses while two instances count; any of them
 * is broken off anywhere. After each burst all cells must equal a recount. With one
 * safeguard taken away they must not: a test that stays green then proves nothing.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InterruptionTests {

    private static final int BURSTS = 40;

    private static final int UNTIL_RED = 300;

    private static final int WRITES = 3;

    private static final int ROUNDS = 4;

    private static final long SEED = 20261117;

    private static final List<String> TOUCHPOINTS = List.of("search", "product", "checkout", "payment", "delivery",
            "unboxing", "returns", "chat");

    private static final double BROKEN = .08;

    private Turns turns = new Turns(SEED, BROKEN);

    private CoreUnderTest core;

    private MongoOperations mongo;

    private int written;

    private Instant now = NOW;

    @BeforeAll
    void start() {
        core = CoreUnderTest.with("feedback").start();
        mongo = core.mongo();
    }

    @BeforeEach
    void empty() {
        mongo.remove(new Query(), Response.class);
        mongo.remove(new Query(), Rollup.class);
        turns = new Turns(SEED, BROKEN);
        written = 0;
        now = NOW;
    }

    @AfterAll
    void stop() {
        core.close();
    }

    @Test
    void keepsEveryCellEqualToARecount() {
        Responses responses = new Responses(mongo);
        Rollups rollups = new Counting();
        for (int burst = 0; burst < BURSTS; burst++) {
            burst(responses, rollups);
            assertThat(cells(rollups)).as("cells after burst " + burst).isEqualTo(recount());
        }
        assertThat(mongo.count(new Query(), Response.class)).isEqualTo(written);
        assertThat(turns.interruptions()).isGreaterThan(BURSTS);
    }

    @Test
    void goesWrongWhenACountIsStoredOverALaterMark() {
        goesWrong(new Responses(mongo), new Counting() {
            @Override
            Criteria asRead(Rollup rollup) {
                return where("_id").is(rollup.id());
            }
        });
    }

    @Test
    void goesWrongWhenANoteIsTakenAwayFromAChangedResponse() {
        goesWrong(new Responses(mongo), new Counting() {
            @Override
            Criteria asRead(Response response) {
                return where("_id").is(response.id());
            }
        });
    }

    @Test
    void goesWrongWhenTheNoteIsTakenAwayFirst() {
        goesWrong(new Responses(mongo), new Counting() {
            @Override
            void mark(List<Response> pending, Instant at) {
                clear(pending);
                between();
                Map<String, @Nullable JourneyStage> cells = new TreeMap<>();
                pending.forEach((response) -> response.pend().forEach((cell) -> cells.put(cell, response.stage())));
                raise(cells, at);
            }
        });
    }

    @Test
    void goesWrongWhenTheNoteIsAWriteOfItsOwn() {
        goesWrong(new Responses(mongo) {
            @Override
            public boolean record(Response response, Instant at) {
                if (byId(response.id()).isPresent()) {
                    return false;
                }
                String cell = Bucket.of(response).orElseThrow().id();
                mongo.insert(response.counting(cell, 0L, null, List.of()));
                turns.pass();
                mongo.save(response.counting(cell, 0L, at, List.of(cell)));
                return true;
            }
        }, new Counting());
    }

    private void goesWrong(Responses responses, Rollups rollups) {
        for (int burst = 0; burst < UNTIL_RED; burst++) {
            burst(responses, rollups);
            if (!cells(rollups).equals(recount())) {
                return;
            }
        }
        assertThat(UNTIL_RED).as("bursts without a wrong cell").isZero();
    }

    private void burst(Responses responses, Rollups rollups) {
        Runnable writer = () -> write(responses);
        Runnable counter = () -> count(rollups);
        turns.play(List.of(writer, counter, writer, counter, writer));
        rollups.settle("w1", tick());
    }

    private void count(Rollups rollups) {
        for (int round = 0; round < ROUNDS; round++) {
            try {
                turns.pass();
                rollups.runDue(tick());
            }
            catch (Turns.Interruption _) {
                tick();
            }
        }
    }

    private void write(Responses responses) {
        for (int i = 0; i < WRITES; i++) {
            String conversation = "w1|order:" + written++ + "|delivery";
            int score = 1 + turns.random().nextInt(5);
            String touchpoint = touchpoint();
            while (!recorded(responses, response(conversation, touchpoint, TODAY, score))) {
                tick();
            }
            edit(responses);
        }
    }

    /** Whoever is interrupted tries again, as the conversation does. */
    private boolean recorded(Responses responses, Response response) {
        try {
            turns.pass();
            responses.record(response, tick());
            turns.pass();
            return true;
        }
        catch (Turns.Interruption _) {
            return false;
        }
    }

    private void edit(Responses responses) {
        String id = "w1|order:" + turns.random().nextInt(Math.max(0, written - 6), written) + "|delivery|rating";
        int kind = turns.random().nextInt(4);
        int score = 1 + turns.random().nextInt(5);
        String touchpoint = touchpoint();
        if (responses.byId(id).isEmpty()) {
            return;
        }
        try {
            responses.edit(id, (old) -> {
                turns.pass();
                return switch (kind) {
                    case 0 -> Some.scored(old, score);
                    case 1, 2 -> Some.moved(old, touchpoint);
                    default -> Some.scored(old, null);
                };
            }, tick());
        }
        catch (Turns.Interruption _) {
            tick();
        }
    }

    private String touchpoint() {
        return TOUCHPOINTS.get(turns.random().nextInt(TOUCHPOINTS.size()));
    }

    private Instant tick() {
        now = now.plusMillis(1);
        return now;
    }

    private static Map<String, List<Long>> cells(Rollups rollups) {
        Map<String, List<Long>> cells = new TreeMap<>();
        rollups.cells("w1", TODAY, TODAY).forEach((cell) -> cells.put(cell.touchpoint(), cell.counts()));
        return cells;
    }

    private Map<String, List<Long>> recount() {
        Map<String, Histogram> all = new TreeMap<>();
        for (Response response : mongo.findAll(Response.class)) {
            if (response.score() != null) {
                all.merge(response.touchpoint(), Histogram.of(Scale.STARS_5, Map.of(response.score(), 1L)),
                        Histogram::plus);
            }
        }
        Map<String, List<Long>> cells = new TreeMap<>();
        all.forEach((touchpoint, histogram) -> cells.put(touchpoint, histogram.counts()));
        return cells;
    }

    /** Rollups that are broken off, or overtaken, between any two steps. */
    private class Counting extends Rollups {

        Counting() {
            super(mongo);
        }

        @Override
        void between() {
            turns.pass();
        }

        @Override
        void raise(Map<String, @Nullable JourneyStage> cells, Instant at) {
            for (Map.Entry<String, @Nullable JourneyStage> cell : cells.entrySet()) {
                super.raise(Collections.<String, @Nullable JourneyStage>singletonMap(cell.getKey(), cell.getValue()),
                        at);
                between();
            }
        }

    }

}
