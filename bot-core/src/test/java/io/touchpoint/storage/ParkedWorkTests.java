package io.touchpoint.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchpoint.heartbeat.DeadLetter;
import io.touchpoint.mongo.CoreUnderTest;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

class ParkedWorkTests {

    private static final Instant NOW = CoreUnderTest.START;

    private static final String ID = "w1|order:1042|delivery";

    private final CoreUnderTest core = CoreUnderTest.with().start();

    private final ParkedWork parked = new ParkedWork(core.mongo(), "work", "piece");

    @BeforeEach
    void due() {
        core.mongo().getCollection("work").insertOne(new Document("_id", ID).append("claimAt", Date.from(NOW)));
    }

    @AfterEach
    void stop() {
        core.close();
    }

    private void fail(RuntimeException ex, int times) {
        for (int i = 0; i < times; i++) {
            parked.failed(ID, ex, NOW);
        }
    }

    private boolean due(String id) {
        return core.mongo()
            .getCollection("work")
            .countDocuments(new Document("_id", id).append("claimAt", Date.from(NOW))) == 1;
    }

    @Test
    void isGivenUpAfterTheEighthFailure() {
        fail(new IllegalStateException("poison"), 7);
        assertThat(due(ID)).isTrue();
        assertThat(parked.count()).isZero();
        fail(new IllegalStateException("poison"), 1);
        assertThat(due(ID)).isFalse();
        assertThat(parked.count()).isEqualTo(1);
        assertThat(parked.of("w1", 10))
            .containsExactly(new DeadLetter(ID, "order:1042 delivery", "IllegalStateException", NOW));
        assertThat(parked.of("w", 10)).isEmpty();
        assertThat(parked.of("w10", 10)).isEmpty();
    }

    @Test
    void isNotBlamedForTheDatabase() {
        fail(new DataAccessResourceFailureException("down"), 20);
        fail(new IllegalStateException("poison"), 7);
        assertThat(parked.count()).isZero();
    }

    @Test
    void isTriedAgainFromTheBeginning() {
        fail(new IllegalStateException("poison"), 8);
        assertThat(parked.retry("w2", ID, NOW)).isFalse();
        assertThat(parked.retry("w1", ID, NOW)).isTrue();
        assertThat(due(ID)).isTrue();
        assertThat(parked.retry("w1", ID, NOW)).isFalse();
        fail(new IllegalStateException("poison"), 7);
        assertThat(parked.count()).isZero();
    }

    @Test
    void isLeftForGood() {
        fail(new IllegalStateException("poison"), 8);
        assertThat(parked.drop("w2", ID, NOW)).isFalse();
        assertThat(parked.drop("w1", ID, NOW)).isTrue();
        assertThat(due(ID)).isFalse();
        assertThat(parked.count()).isZero();
    }

}
