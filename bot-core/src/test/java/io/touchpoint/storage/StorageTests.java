package io.touchpoint.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoClientSettings;
import com.mongodb.WriteConcern;
import io.touchpoint.mongo.CoreUnderTest;
import io.touchpoint.mongo.MongoUnderTest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.health.contributor.Status;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.IndexInfo;

class StorageTests {

    private static final IndexMaker NO_INDEXES = new IndexMaker(List.of(), true);

    private final String database = MongoUnderTest.get().freshDatabase();

    @Test
    void keepsDaysAndTimesOfDayAsTheyAreRead() {
        try (CoreUnderTest core = CoreUnderTest.with().start()) {
            Shop shop = new Shop("w1|shop", LocalDate.of(2026, 3, 29), LocalTime.of(2, 30));
            core.mongo().insert(shop);
            Document stored = core.mongo().findAll(Document.class, "shop").getFirst();
            assertThat(stored).containsEntry("day", "2026-03-29").containsEntry("opens", "02:30:00");
            assertThat(core.mongo().findById("w1|shop", Shop.class)).isEqualTo(shop);
        }
    }

    @Test
    void saysThatTheDatabaseAnswers() {
        try (CoreUnderTest core = CoreUnderTest.with().start()) {
            assertThat(core.get(DatabaseHealth.class).health().getStatus()).isEqualTo(Status.UP);
        }
    }

    @Test
    void writesSurviveAndCallsEndInTime() {
        MongoClientSettings.Builder settings = MongoClientSettings.builder();
        StorageConfiguration.durable(settings);
        assertThat(settings.build().getWriteConcern()).isEqualTo(WriteConcern.MAJORITY.withJournal(true));
        assertThat(settings.build().getTimeout(TimeUnit.MILLISECONDS)).isEqualTo(2_000);
    }

    @Test
    void leavesATimeoutThatTheConnectionStringNames() {
        MongoClientSettings.Builder settings = MongoClientSettings.builder().timeout(700, TimeUnit.MILLISECONDS);
        StorageConfiguration.durable(settings);
        assertThat(settings.build().getTimeout(TimeUnit.MILLISECONDS)).isEqualTo(700);
    }

    @Test
    void makesTheIndexesOfEveryModule() {
        try (CoreUnderTest core = modules().start()) {
            assertThat(indexes(core, "things")).contains("claimAt_1", "workspace_1_at_-1", "expireAt_1");
        }
    }

    @Test
    void makesNoExpiryWhereTheClockIsMovedByHand() {
        try (CoreUnderTest core = modules().property("touchpoint.storage.expiry=false").start()) {
            assertThat(indexes(core, "things")).contains("claimAt_1").doesNotContain("expireAt_1");
        }
    }

    @Test
    void makesWhatALaterReleaseOrTheOtherApplicationNeedsBesides() {
        modules().database(database).start().close();
        try (CoreUnderTest core = CoreUnderTest.with()
            .database(database)
            .bean(Indexes.class, () -> List.of(Index.of("things", "late"), Index.sparse("others", "claimAt")))
            .start()) {
            assertThat(indexes(core, "things")).contains("late_1", "claimAt_1");
            assertThat(indexes(core, "others")).contains("claimAt_1");
        }
    }

    @Test
    void takesEachStepOnce() {
        List<Integer> taken = new ArrayList<>();
        start(new Step(2, taken)).close();
        start(new Step(2, taken)).close();
        assertThat(taken).containsExactly(2);
    }

    @Test
    void takesNoStepWhereItMustNot() {
        assertThatThrownBy(() -> modules().database(database).property("touchpoint.storage.migrate=false").start())
            .hasRootCauseInstanceOf(StartRefused.class)
            .hasRootCauseMessage("The database is not prepared for this release of Touchpoint: start the application "
                    + "on it once, and then do this again.");
        modules().database(database).start().close();
        modules().database(database).property("touchpoint.storage.migrate=false").start().close();
    }

    @Test
    void takesAStepAgainThatAnotherInstanceDiedIn() {
        List<Integer> taken = new ArrayList<>();
        try (CoreUnderTest core = start()) {
            core.mongo()
                .insert(new Document("_id", 2).append("claimAt", Date.from(Instant.now().minusSeconds(1)))
                    .append("fence", 1), Schema.COLLECTION);
        }
        start(new Step(2, taken)).close();
        assertThat(taken).containsExactly(2);
    }

    @Test
    void waitsForAStepThatAnotherInstanceIsTaking() {
        List<Integer> taken = new ArrayList<>();
        try (CoreUnderTest core = start()) {
            core.mongo()
                .insert(new Document("_id", 2).append("claimAt", Date.from(Instant.now().plusSeconds(20)))
                    .append("fence", 1), Schema.COLLECTION);
            Instant[] wall = { Instant.now() };
            new Schema(core.mongo(), List.of(new Step(2, taken)), NO_INDEXES, () -> {
                assertThat(taken.isEmpty() || wall[0].isAfter(Instant.now().plusSeconds(19))).isTrue();
                wall[0] = wall[0].plusSeconds(5);
                return wall[0];
            }, true).start();
        }
        assertThat(taken).containsExactly(2);
    }

    @Test
    void refusesTheDatabaseOfANewerRelease() {
        start(new Step(2, new ArrayList<>())).close();
        assertThatThrownBy(() -> start().close()).rootCause()
            .hasMessage("The database has been used by a newer release of Touchpoint "
                    + "(its schema is 2, this release knows 1): start that release, or restore an older backup.");
    }

    @Test
    void saysSoInOneSentence() {
        FailureAnalysis analysis = Objects
            .requireNonNull(new StartRefusedAnalyzer().analyze(StartRefused.newerSchema(2, 1)));
        assertThat(analysis.getDescription()).startsWith("The database has been used by a newer release").endsWith(".");
    }

    @Test
    void refusesAClockThatIsFarFromTheDatabases() {
        try (CoreUnderTest core = start()) {
            for (long seconds : List.of(-2L, 0L, 2L)) {
                new ClockCheck(core.mongo(), InstantSource.offset(InstantSource.system(), Duration.ofSeconds(seconds)))
                    .start();
            }
            for (long seconds : List.of(-5L, 5L)) {
                ClockCheck check = new ClockCheck(core.mongo(),
                        InstantSource.offset(InstantSource.system(), Duration.ofSeconds(seconds)));
                assertThatThrownBy(check::start).hasMessageMatching(
                        "The clocks of this machine and of the database are [45]\\.\\d seconds apart, .*");
            }
        }
    }

    @Test
    void letsNothingDueBeDoneWhileTheClockIsWrong() {
        try (CoreUnderTest core = start()) {
            AtomicLong ahead = new AtomicLong();
            ClockCheck check = new ClockCheck(core.mongo(), () -> Instant.now().plusSeconds(ahead.get()));
            check.start();
            for (long seconds : List.of(0L, 3_600L, -3_600L, 0L)) {
                ahead.set(seconds);
                assertThat(check.mayBeat()).isEqualTo(seconds == 0);
            }
        }
    }

    @Test
    void takesAStepOnceWhenTwoInstancesStartAtOnce() throws Exception {
        List<Integer> taken = new CopyOnWriteArrayList<>();
        CountDownLatch waits = new CountDownLatch(1);
        try (CoreUnderTest core = start(); ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Migration step = new Migration() {

                @Override
                public int number() {
                    return 2;
                }

                @Override
                public void run(MongoOperations mongo) {
                    taken.add(2);
                    await(waits);
                }

            };
            AtomicInteger looked = new AtomicInteger();
            InstantSource wall = () -> {
                if (looked.incrementAndGet() > 6) {
                    waits.countDown();
                }
                return Instant.now();
            };
            List<Future<?>> both = Stream
                .generate(() -> new Schema(core.mongo(), List.of(step), NO_INDEXES, wall, true))
                .limit(2)
                .<Future<?>>map((schema) -> threads.submit(schema::start))
                .toList();
            for (Future<?> one : both) {
                one.get(20, TimeUnit.SECONDS);
            }
        }
        assertThat(taken).containsExactly(2);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
        }
    }

    private CoreUnderTest start(Migration... migrations) {
        CoreUnderTest.Builder core = CoreUnderTest.with().database(database);
        for (Migration migration : migrations) {
            core.bean(Migration.class, migration);
        }
        return core.start();
    }

    private CoreUnderTest.Builder modules() {
        return CoreUnderTest.with()
            .bean(Indexes.class, () -> List.of(Index.sparse("things", "claimAt")))
            .bean(Indexes.class, () -> List.of(Index.of("things", "workspace", "-at"),
                    Index.expiring("things", "expireAt", Duration.ofDays(1))));
    }

    private static List<String> indexes(CoreUnderTest core, String collection) {
        return core.mongo().indexOps(collection).getIndexInfo().stream().map(IndexInfo::getName).toList();
    }

    record Shop(@Id String id, LocalDate day, LocalTime opens) {
    }

    record Step(int number, List<Integer> taken) implements Migration {

        @Override
        public void run(MongoOperations mongo) {
            taken.add(number);
        }

    }

}
