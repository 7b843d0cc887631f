package io.touchpoint.outbox;

import java.time.Instant;

/**
 * Asked before each send: may this still go? Modules that know answer it; every answer
 * must be {@link Verdict.Go}.
 */
public interface SendCheck {

    Verdict mayGo(Saying saying, Instant now);

    /** The answer. */
    sealed interface Verdict {

        /** It may. */
        record Go() implements Verdict {
        }

        /** Not before {@code until}. */
        record Hold(Instant until, String reason) implements Verdict {
        }

        /** Never; {@code reason} is a short code, without personal data. */
        record Drop(String reason) implements Verdict {
        }

    }

}
