package io.touchpoint.outbox;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the outbox works.
 *
 * @param atOnce how many messages are said at the same time; 1 says them one by one in a
 * fixed order
 * @param patience how long the heartbeat waits for a slow platform before it goes on with
 * other work
 */
@ConfigurationProperties("touchpoint.outbox")
record OutboxSettings(@DefaultValue("50") int atOnce, @DefaultValue("PT3S") Duration patience) {

    OutboxSettings {
        if (atOnce < 1 || atOnce > 200) {
            throw new IllegalArgumentException("touchpoint.outbox.at-once must be from 1 to 200, not " + atOnce);
        }
        if (patience.isNegative() || patience.isZero()) {
            throw new IllegalArgumentException("touchpoint.outbox.patience must be longer than nothing");
        }
    }

}
