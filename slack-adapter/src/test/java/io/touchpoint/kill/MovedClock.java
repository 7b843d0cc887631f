package io.touchpoint.kill;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;

/** The clock of a town and of its applications, which is moved on and never goes back. */
abstract class MovedClock extends Clock {

    /** Moves the clock, unless it stands there or later already. */
    abstract void moveTo(Instant to);

    /** Lets a moment pass that took so long in the world. */
    abstract void pass(Duration moment, int pace);

    /** What one more application is told on its command line to have this clock. */
    abstract String setting();

    /** In what environment one more application has this clock. */
    Map<String, String> environment() {
        return Map.of();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }

}
