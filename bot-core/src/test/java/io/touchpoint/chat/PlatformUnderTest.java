package io.touchpoint.chat;

import io.touchpoint.time.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** A messenger with the simulated platform behind it, as the contract uses them. */
public interface PlatformUnderTest {

    Messenger messenger();

    /** A person who can be written to, and reads the channel. */
    Address person();

    /** A channel that the bot is in. */
    Address channel();

    /** A person of the company, called Jon, who can be mentioned. */
    Address colleague();

    /** Somebody whom the platform does not know. */
    Address nobody();

    SettableClock clock();

    /** How often something was sent so far to say or change something. */
    long sends();

    /**
     * What was sent last to say or change something: the whole payload, and where it
     * went. Secrets that differ from run to run are opened.
     */
    JsonNode sent();

    /** The plain text of a payload, for those who see no more of it. */
    String plainText(JsonNode payload);

    /** The texts of a payload that are shown by elements that render markup. */
    List<String> markup(JsonNode payload);

    /** What is larger in a payload than the platform takes, or is shown otherwise. */
    List<String> excesses(JsonNode payload);

    /** What a person reads of a message that stands. */
    String read(Reference reference);

    /**
     * Presses every button of a message that comes back, in reading order.
     * @param message what stands there
     * @return what the adapter's own reading made of it
     */
    List<Inbound.Pressed> pressEvery(Reference reference, Message message);

    /** The next message is taken, and the connection cut before it is answered. */
    void cutNext();

    /** The next message is refused, because too many came. */
    void refuseNext(Duration retryAfter);

    /** Every object in a payload, outer ones first. */
    static Stream<JsonNode> objects(JsonNode payload) {
        Stream<JsonNode> inner = StreamSupport.stream(payload.spliterator(), false).flatMap(PlatformUnderTest::objects);
        return payload.isObject() ? Stream.concat(Stream.of(payload), inner) : inner;
    }

}
