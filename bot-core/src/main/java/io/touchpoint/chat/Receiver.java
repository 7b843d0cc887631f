package io.touchpoint.chat;

import java.time.Instant;

/** The one door into the product. */
@FunctionalInterface
public interface Receiver {

    /**
     * Takes in what happened on a platform.
     * @return what the platform must be told in turn
     */
    Answer receive(Inbound inbound, Instant now);

}
