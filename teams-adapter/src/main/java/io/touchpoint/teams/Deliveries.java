package io.touchpoint.teams;

import io.touchpoint.chat.Delivery;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** What the Bot Connector's answers mean for a message. */
final class Deliveries {

    private static final Duration BACKOFF = Duration.ofSeconds(5);

    /** After these nothing can be sent there until the next install or message. */
    private static final Set<String> GONE = Set.of("ConversationBlockedByUser", "BotNotInConversationRoster",
            "BotDisabledByAdmin", "MessageWritesBlocked", "ConversationNotFound");

    /** After this nothing can be sent to the tenant at all. */
    private static final String UNREGISTERED = "BotNotRegistered";

    private Deliveries() {
    }

    static boolean gone(Reply reply) {
        return reply instanceof Reply.Failed(int _, String code) && GONE.contains(code);
    }

    static boolean unregistered(Reply reply) {
        return reply instanceof Reply.Failed(int status, String code) && status == 401 && UNREGISTERED.equals(code);
    }

    static boolean tooBig(Reply reply) {
        return reply instanceof Reply.Failed(int status, String _) && status == 413;
    }

    /**
     * Classifies an answer that is not the one hoped for.
     * @param budget the key of the budget that a refusal for too many calls is booked on
     */
    static Delivery failed(Reply reply, String budget) {
        return switch (reply) {
            case Reply.Done _ -> new Delivery.Unknown("answer_incomplete");
            case Reply.Limited(Duration after) -> new Delivery.Deferred(pause(after), budget, "Throttled");
            case Reply.NotSent(String reason) -> new Delivery.Deferred(BACKOFF, "", reason);
            case Reply.Lost(String reason) -> new Delivery.Unknown(reason);
            case Reply.Failed(int status, String code) -> refused(status, code);
        };
    }

    private static Delivery refused(int status, String code) {
        boolean later = status == 412 || (status == 401 && !UNREGISTERED.equals(code));
        return later ? new Delivery.Deferred(BACKOFF, "", code) : new Delivery.Refused(code);
    }

    /** As long as was said; else 2 to 20 seconds, so that not all come back at once. */
    private static Duration pause(@Nullable Duration said) {
        return (said != null) ? said : Duration.ofMillis(ThreadLocalRandom.current().nextLong(2_000, 20_001));
    }

}
