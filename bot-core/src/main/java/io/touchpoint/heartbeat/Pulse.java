package io.touchpoint.heartbeat;

import java.time.Instant;

/**
 * Shows others that this instance is alive, once a second or more often, however long the
 * work takes that is due meanwhile.
 */
@FunctionalInterface
public interface Pulse {

    void show(Instant now);

}
