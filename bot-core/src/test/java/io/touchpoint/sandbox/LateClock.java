package io.touchpoint.sandbox;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** The sandbox's clock for what starts before the database is known. */
public final class LateClock extends Clock {

    private volatile @Nullable Clock clock;

    /** Says which clock it is. */
    public void is(Clock known) {
        this.clock = known;
    }

    @Override
    public Instant instant() {
        Clock known = clock;
        return (known != null) ? known.instant() : Northwind.MONDAY;
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
