package io.touchpoint.intake;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A shop, help desk or anything else whose own webhooks are understood. */
interface Connector {

    /** The name in the address and of the secret. */
    String name();

    /** Whether a delivery was signed with one of the keys, and not too long ago. */
    boolean isGenuine(Delivery delivery, Keys keys, Instant now);

    /**
     * The kinds of deliveries that a header tells apart; none when the payload itself
     * says what it is.
     */
    default List<String> topics() {
        return List.of();
    }

    /** The kind of a delivery, where a header tells it. */
    default @Nullable String topic(Delivery delivery) {
        return null;
    }

    /**
     * What a payload tells of.
     * @throws Malformed when it has not the shape that it must have
     */
    Reading read(@Nullable String topic, Payload payload) throws Malformed;

}
