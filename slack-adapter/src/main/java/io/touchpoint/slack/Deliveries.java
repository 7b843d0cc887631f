package io.touchpoint.slack;

import io.touchpoint.chat.Delivery;
import java.time.Duration;
import java.util.Set;
import java.util.function.Function;

/** What Slack's answers mean for a message. */
final class Deliveries {

    private static final Duration BACKOFF = Duration.ofSeconds(5);

    private static final Set<String> LATER = Set.of("service_unavailable", "request_timeout");

    private static final Set<String> UNKNOWN = Set.of("fatal_error", "internal_error");

    /** Errors after which the same content is sent once in the oldest blocks. */
    private static final Set<String> BLOCKS = Set.of("invalid_blocks", "invalid_blocks_format", "msg_blocks_too_long",
            "invalid_attachments");

    private Deliveries() {
    }

    static boolean blocksRefused(Reply reply) {
        return reply instanceof Reply.Failed(String error) && BLOCKS.contains(error);
    }

    /**
     * Classifies an answer.
     * @param budget the key of the budget that a refusal for too many calls is booked on
     * @param delivered reads the answer of a message that stands
     */
    static Delivery of(Reply reply, String budget, Function<Reply.Done, Delivery> delivered) {
        return switch (reply) {
            case Reply.Done done -> delivered.apply(done);
            case Reply.Limited(Duration after) -> new Delivery.Deferred(after, budget, "ratelimited");
            case Reply.NotSent(String reason) -> new Delivery.Deferred(BACKOFF, "", reason);
            case Reply.Lost(String reason) -> new Delivery.Unknown(reason);
            case Reply.Failed(String error) -> failed(error);
        };
    }

    private static Delivery failed(String error) {
        if (LATER.contains(error)) {
            return new Delivery.Deferred(BACKOFF, "", error);
        }
        return UNKNOWN.contains(error) ? new Delivery.Unknown(error) : new Delivery.Refused(error);
    }

}
