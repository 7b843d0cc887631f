package io.touchpoint.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.data.mongodb.core.query.Criteria.where;

import io.touchpoint.mongo.CoreUnderTest;
import io.touchpoint.mongo.MongoUnderTest;
import io.touchpoint.time.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.MongoOperations;

class InstancesTests {

    private static final Instant NOW = CoreUnderTest.START;

    private static final Duration LEASE = Duration.ofSeconds(30);

    private static final Leased THINGS = new Leased(Thing.class, LEASE, where("begun").ne(true));

    private final String database = MongoUnderTest.get().freshDatabase();

    private final SettableClock clock = new SettableClock(NOW);

    private final CoreUnderTest one = instance();

    private final CoreUnderTest other = instance();

    private final Instances living = one.get(Instances.class);

    private final Instances silent = other.get(Instances.class);

    @AfterEach
    void close() {
        one.close();
        other.close();
    }

    private CoreUnderTest instance() {
        return CoreUnderTest.with().database(database).clock(clock).bean(Leased.class, THINGS).start();
    }

    @Test
    void namesEachClaimOnce() {
        assertThat(List.of(living.holder(), living.holder(), silent.holder(), silent.holder())).doesNotHaveDuplicates();
    }

    @Test
    void freesWhatOneHeldThatIsSilent() {
        silent.show(NOW);
        holds("thing", silent.holder(), LEASE, false);
        Instant just = NOW.plus(Instances.SILENCE);
        living.show(just);
        assertThat(claimAt("thing")).isEqualTo(NOW.plus(LEASE));
        living.show(just.plusMillis(1));
        assertThat(claimAt("thing")).isEqualTo(just.plusMillis(1).minus(Instances.AHEAD));
        assertThat(one.mongo().findById("thing", Thing.class)).extracting(Thing::version).isEqualTo(1L);
        assertThat(known()).hasSize(1);
    }

    @Test
    void findsWhatTheDeadHaveLeftWhenItStarts() {
        holds("thing", silent.holder(), LEASE, false);
        clock.advance(Duration.ofSeconds(5));
        try (CoreUnderTest next = instance()) {
            assertThat(claimAt("thing")).isBefore(clock.instant());
            assertThat(next.get(Instances.class).isRunning()).isTrue();
        }
    }

    @Test
    void freesNothingElse() {
        silent.show(NOW);
        holds("another's", living.holder(), LEASE, false);
        holds("begun", silent.holder(), LEASE, true);
        holds("to be tried again", silent.holder(), Duration.ofMinutes(5), false);
        living.show(NOW.plusSeconds(10));
        assertThat(claimAt("another's")).isEqualTo(NOW.plus(LEASE));
        assertThat(claimAt("begun")).isEqualTo(NOW.plus(LEASE));
        assertThat(claimAt("to be tried again")).isEqualTo(NOW.plus(Duration.ofMinutes(5)));
    }

    @Test
    void takesNobodyForDeadWhoShowsThatHeIsAlive() {
        for (int second = 0; second < 20; second++) {
            holds("thing" + second, silent.holder(), LEASE, false);
            silent.show(NOW.plusSeconds(second));
            living.show(NOW.plusSeconds(second));
            assertThat(claimAt("thing" + second)).isEqualTo(NOW.plus(LEASE));
        }
        assertThat(known()).hasSize(2);
    }

    @Test
    void isCountedAgainWhenItWasOnlySlow() {
        silent.show(NOW);
        living.show(NOW.plusSeconds(10));
        silent.show(NOW.plusSeconds(11));
        assertThat(known()).hasSize(2);
    }

    @Test
    void takesNobodyForDeadByAClockThatIsWrong() {
        MongoOperations mongo = one.mongo();
        ClockCheck anHourAhead = new ClockCheck(mongo, () -> Instant.now().plusSeconds(3600));
        assertThat(anHourAhead.mayBeat()).isFalse();
        silent.show(NOW);
        holds("thing", silent.holder(), LEASE, false);
        new Instances(mongo, List.of(THINGS), anHourAhead, clock).show(NOW.plusSeconds(10));
        assertThat(claimAt("thing")).isEqualTo(NOW.plus(LEASE));
        assertThat(known()).hasSize(3);
    }

    @Test
    void leavesToOthersWhatItHoldsWhenItStops() {
        holds("thing", silent.holder(), LEASE, false);
        other.close();
        assertThat(claimAt("thing")).isEqualTo(NOW.minus(Instances.AHEAD));
        assertThat(known()).hasSize(1);
    }

    private void holds(String id, String holder, Duration lease, boolean begun) {
        one.mongo().insert(new Thing(id, null, NOW.plus(lease), holder, begun));
    }

    private @Nullable Instant claimAt(String id) {
        Thing thing = one.mongo().findById(id, Thing.class);
        return (thing != null) ? thing.claimAt() : null;
    }

    private List<Document> known() {
        return one.mongo().findAll(Document.class, Instances.COLLECTION);
    }

    /** Something that is taken for the time of a lease. */
    private record Thing(@Id String id, @Version @Nullable Long version, Instant claimAt, String holder,
            boolean begun) {
    }

}
