package io.touchpoint.outbox;

import io.touchpoint.chat.Reference;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What has become of a saying.
 *
 * @param reference where it stands, once it does
 * @param at when it reached this state
 * @param reason why it is parked, was dropped or still waits; null otherwise
 */
public record Said(Saying saying, State state, @Nullable Reference reference, Instant at, @Nullable String reason) {

    /** The states of a saying. */
    public enum State {

        /** It waits for its turn. */
        WAITING,
        /** It stands on the platform. */
        DELIVERED,
        /** It was withdrawn by a {@link SendCheck} before it was said. */
        DROPPED,
        /**
         * It was given up: refused, failed too often, or its outcome can never be found
         * out.
         */
        PARKED

    }

}
