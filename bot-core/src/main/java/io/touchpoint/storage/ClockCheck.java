package io.touchpoint.storage;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * Compares the machine's clock with the database's before anything else runs: leases are
 * counted by the clocks of several instances, and the database is what all of them know.
 */
class ClockCheck implements SmartLifecycle {

    private static final Duration MOST = Duration.ofSeconds(3);

    private final MongoOperations mongo;

    private final InstantSource wall;

    private volatile boolean running;

    ClockCheck(MongoOperations mongo, InstantSource wall) {
        this.mongo = mongo;
        this.wall = wall;
    }

    @Override
    public void start() {
        Instant asked = wall.instant();
        Instant there = mongo.executeCommand("{ isMaster: 1 }").getDate("localTime").toInstant();
        Instant answered = wall.instant();
        Duration apart = apart(asked, answered, there);
        if (apart.compareTo(MOST) > 0) {
            throw StartRefused.wrongClock(apart.toMillis() / 1000.0);
        }
        running = true;
    }

    /** How far a moment is outside the time in which it must have been read. */
    private static Duration apart(Instant asked, Instant answered, Instant there) {
        if (there.isBefore(asked)) {
            return Duration.between(there, asked);
        }
        return there.isAfter(answered) ? Duration.between(answered, there) : Duration.ZERO;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }

}
