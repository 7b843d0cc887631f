package io.touchpoint.breaker;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That nobody of a workspace's customers is asked.
 *
 * @param reason in plain words, as staff may read it
 * @param claimAt when the admins are told; null once they are, or when one of them
 * stopped it
 */
public record Stop(Instant since, String reason, @Nullable Instant claimAt) {

    Stop told() {
        return new Stop(since, reason, null);
    }

}
