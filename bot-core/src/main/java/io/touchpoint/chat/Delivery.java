package io.touchpoint.chat;

import java.time.Duration;

/** How an attempt to say something ended. */
public sealed interface Delivery {

    /** It stands there. */
    record Delivered(Reference reference) implements Delivery {
    }

    /**
     * It was not said; it may be tried again.
     *
     * @param after how long to wait at least
     * @param budget the key of the {@link Budget} that the platform said is spent; empty
     * when none was named
     * @param reason a short code, without personal data
     */
    record Deferred(Duration after, String budget, String reason) implements Delivery {
    }

    /** Nobody knows whether it was said. */
    record Unknown(String reason) implements Delivery {
    }

    /**
     * It was not said and never will be; {@code reason} is a short code, without personal
     * data.
     */
    record Refused(String reason) implements Delivery {
    }

}
