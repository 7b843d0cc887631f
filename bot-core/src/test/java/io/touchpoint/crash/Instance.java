package io.touchpoint.crash;

import io.touchpoint.chat.Directory;
import io.touchpoint.chat.FakeDirectory;
import io.touchpoint.chat.Messenger;
import io.touchpoint.heartbeat.DueWork;
import io.touchpoint.inbox.Received;
import io.touchpoint.mongo.CoreUnderTest;
import io.touchpoint.storage.Instances;
import io.touchpoint.time.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * One process of the product after another over one database: what one leaves behind when
 * it ends is in the database and nowhere else.
 */
final class Instance implements AutoCloseable {

    private static final int AFTERWARDS = 30;

    private static final int ROUNDS = 10;

    private static final int MOST_STEPS = 400;

    private static final int WORK_FOR_A_PULSE = 20;

    private static final Duration BETWEEN_BEATS = Duration.ofSeconds(13);

    private final Fate fate = new Fate();

    private final CoreUnderTest core;

    private final Door door;

    private final List<DueWork> works;

    private int worked;

    Instance(String database, SettableClock clock) {
        this.core = CoreUnderTest
            .with("workspace", "journey", "survey", "customer", "team", "feedback", "recovery", "conversation",
                    "outbox", "breaker", "followup", "inbox", "privacy")
            .database(database)
            .clock(clock)
            .property("touchpoint.at-once=1")
            .property("touchpoint.outbox.at-once=1")
            .property("touchpoint.outbox.patience=PT1H")
            .bean(Directory.class, new FakeDirectory(Platform.SEEN).knowsEverybody())
            .bean(Directory.class, new FakeDirectory(Platform.UNSEEN).knowsEverybody())
            .bean(Messenger.class, new FaultyMessenger(Platform.SEEN, fate))
            .bean(Messenger.class, new FaultyMessenger(Platform.UNSEEN, fate))
            .bean(BeanPostProcessor.class, new FaultyStorage(fate))
            .start();
        this.door = new Door(core, fate);
        this.works = Stream.concat(core.all(DueWork.class).stream(), Stream.of(door)).toList();
    }

    CoreUnderTest core() {
        return core;
    }

    void enter(Run run) {
        fate.enter(run);
        worked = 0;
    }

    /** Works until nothing is delivered any more, and a while longer. */
    void live(Run run) {
        for (int after = 0; after < AFTERWARDS;) {
            try {
                Event event = (run.turns.random().nextBoolean() || after > 0) ? run.queue.poll() : null;
                if (event != null) {
                    receive(event, run);
                }
                else {
                    work(run);
                    after += run.queue.isEmpty() ? 1 : 0;
                }
            }
            catch (Crash _) {
                fate.reborn();
            }
            if (after > 0 && after % works.size() == 0) {
                run.clock.advance(BETWEEN_BEATS);
            }
        }
    }

    private void receive(Event event, Run run) {
        fate.begin(run.clock.advance(Duration.ofMillis(1)));
        Optional<Received> stored;
        try {
            stored = door.store(event);
        }
        catch (RuntimeException | Crash ex) {
            run.faults.counts().repeated++;
            run.queue.add(event);
            if (ex instanceof Crash crash) {
                throw crash;
            }
            return;
        }
        stored.ifPresent(door::again);
    }

    /**
     * Does some of what is due, or looks whether something is. It shows so seldom that it
     * is alive that the others take it for dead most of the time, though it goes on; that
     * is left out where a safeguard is missing, so that nothing else is to blame.
     */
    private void work(Run run) {
        Instant now = run.clock.advance(Duration.ofMillis(1));
        fate.begin(now);
        worked++;
        if (run.missing == null && worked % WORK_FOR_A_PULSE == 0) {
            core.get(Instances.class).show(now);
        }
        DueWork work = works.get(run.turns.random().nextInt(works.size()));
        for (int rounds = 0; rounds < ROUNDS && runDue(work, now) > 0; rounds++) {
            fate.others();
        }
    }

    /** Fails as it does at a heartbeat: it is left for the next one. */
    private static int runDue(DueWork work, Instant now) {
        try {
            return work.runDue(now);
        }
        catch (RuntimeException _) {
            return 0;
        }
    }

    /**
     * Goes from due moment to due moment, until nothing more is due within a time.
     * @return whether it came to rest
     */
    boolean settle(Duration within) {
        SettableClock clock = core.clock();
        Instant end = clock.instant().plus(within);
        for (int steps = 0; steps < MOST_STEPS; steps++) {
            Optional<Instant> next = nextDue().filter((due) -> !due.isAfter(end));
            if (next.isEmpty()) {
                return true;
            }
            if (next.get().isAfter(clock.instant())) {
                clock.set(next.get());
            }
            Instant now = clock.instant();
            fate.begin(now);
            works.forEach((work) -> work.runDue(now));
        }
        return false;
    }

    private Optional<Instant> nextDue() {
        return works.stream().map(DueWork::nextDue).flatMap(Optional::stream).min(Instant::compareTo);
    }

    @Override
    public void close() {
        core.close();
    }

}
