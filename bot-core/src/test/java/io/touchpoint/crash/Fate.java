package io.touchpoint.crash;

import com.mongodb.MongoSocketReadException;
import com.mongodb.ServerAddress;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What befalls one instance: others go first, its connection is cut, it is held still
 * past every lease, or its whole process ends and a new one follows.
 */
final class Fate {

    private static final Duration LEASE = Duration.ofSeconds(30);

    /** Longer than any lease of the core. */
    private static final Duration STALL = Duration.ofSeconds(61);

    private static final int STALLED_TURNS = 100;

    private @Nullable Run run;

    private boolean dead;

    private boolean spared;

    private boolean rightful = true;

    private Instant leaseEnds = Instant.MAX;

    void enter(Run next) {
        run = next;
        reborn();
    }

    Run run() {
        if (run == null) {
            throw new IllegalStateException("no run has begun");
        }
        return run;
    }

    @Nullable Safeguard missing() {
        return (run == null) ? null : run.missing;
    }

    /** The next process of this instance begins. */
    void reborn() {
        dead = false;
        spared = false;
    }

    /** A piece of work begins: what it takes now is its own until the lease ends. */
    void begin(Instant now) {
        leaseEnds = now.plus(LEASE);
    }

    /**
     * It records what it is about to say, while it still holds it or when it is too late.
     */
    void speaks(boolean holds) {
        rightful = holds;
    }

    /** Whether others may have taken over what it had every right to say. */
    boolean overtaken() {
        return rightful && !run().clock.instant().isBefore(leaseEnds);
    }

    /** Whether its connection holds: who fails too often gives up, as it should. */
    void spare(boolean now) {
        spared = now;
    }

    /** Lets others go first. */
    void others() {
        if (calm()) {
            return;
        }
        run().turns.pass();
        if (dead) {
            throw new Crash();
        }
    }

    /**
     * @param likelier how much more likely than elsewhere it is held still here
     */
    void beforeWrite(int likelier) {
        if (calm()) {
            return;
        }
        mayBreakOff();
        if (happens(run().faults.stall() * likelier)) {
            stall();
        }
    }

    void afterWrite() {
        if (!calm()) {
            mayBreakOff();
        }
    }

    void mayCrash() {
        if (calm()) {
            return;
        }
        others();
        if (happens(run().faults.crash())) {
            run().faults.counts().crashes++;
            dead = true;
            throw new Crash();
        }
    }

    /** Lets others work until every lease has ended. */
    void stall() {
        run().faults.counts().stalls++;
        run().clock.advance(STALL);
        for (int i = 0; i < STALLED_TURNS; i++) {
            others();
        }
    }

    boolean happens(double probability) {
        return !calm() && run().turns.random().nextDouble() < probability;
    }

    private void mayBreakOff() {
        mayCrash();
        if (!spared && happens(run().faults.cut())) {
            run().faults.counts().cuts++;
            throw new MongoSocketReadException("an injected cut", new ServerAddress());
        }
    }

    boolean calm() {
        return run == null || run.calm;
    }

}
