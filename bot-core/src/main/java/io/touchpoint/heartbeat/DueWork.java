package io.touchpoint.heartbeat;

import java.time.Instant;
import java.util.Optional;

/** Work that becomes due as time passes. */
public interface DueWork {

    /**
     * Does a bounded share of what is due.
     * @param now the time; the work has no other clock
     * @return how much was done; 0 when nothing is due at that time
     */
    int runDue(Instant now);

    /**
     * The earliest moment at which something will be due, which may have passed; empty
     * when nothing waits.
     */
    Optional<Instant> nextDue();

}
