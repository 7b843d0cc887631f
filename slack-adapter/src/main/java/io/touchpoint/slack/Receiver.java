package io.touchpoint.slack;

import io.touchpoint.chat.Answer;
import io.touchpoint.chat.Inbound;
import java.time.Instant;

/** The one door into the product. */
@FunctionalInterface
interface Receiver {

    Answer receive(Inbound inbound, Instant now);

}
