package io.touchpoint.storage;

import io.touchpoint.heartbeat.BeatCheck;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * Compares the machine's clock with the database's before anything else runs, and before
 * every beat: leases are counted by the clocks of several instances, and the database is
 * what all of them know. Nothing due is done by a clock that has gone wrong.
 */
class ClockCheck implements SmartLifecycle, BeatCheck {

    private static final Logger log = LoggerFactory.getLogger(ClockCheck.class);

    private static final Duration MOST = Duration.ofSeconds(3);

    private final MongoOperations mongo;

    private final InstantSource wall;

    private volatile boolean running;

    private volatile boolean wrong;

    ClockCheck(MongoOperations mongo, InstantSource wall) {
        this.mongo = mongo;
        this.wall = wall;
    }

    @Override
    public void start() {
        Duration apart = apart();
        if (tooFar(apart)) {
            throw StartRefused.wrongClock(apart.toMillis() / 1000.0);
        }
        running = true;
    }

    /**
     * While the database does not say what time it is, due work finds that out itself.
     */
    @Override
    public boolean mayBeat() {
        try {
            Duration apart = apart();
            note(tooFar(apart), apart);
        }
        catch (DataAccessException ex) {
            log.debug("The database does not say what time it is: {}", ex.getClass().getName());
        }
        return !wrong;
    }

    /** Whether it was wrong when it was last looked at. */
    boolean wrong() {
        return wrong;
    }

    private void note(boolean now, Duration apart) {
        if (now && !wrong) {
            log.warn("Nothing due is done while the clocks of this machine and of the database are {} s apart",
                    apart.toSeconds());
        }
        if (!now && wrong) {
            log.info("The clocks of this machine and of the database agree again");
        }
        wrong = now;
    }

    private static boolean tooFar(Duration apart) {
        return apart.compareTo(MOST) > 0;
    }

    private Duration apart() {
        Instant asked = wall.instant();
        Instant there = mongo.executeCommand("{ isMaster: 1 }").getDate("localTime").toInstant();
        return apart(asked, wall.instant(), there);
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
