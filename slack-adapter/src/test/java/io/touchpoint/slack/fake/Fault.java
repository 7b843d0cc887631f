package io.touchpoint.slack.fake;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * A way in which the Web API misbehaves.
 *
 * @param operation a method such as {@code chat.postMessage}, one of the short names
 * {@code send}, {@code update}, {@code delete}, {@code open}, or {@code *} for all
 * @param effect what happens instead
 * @param channel only calls to this channel; null for all
 * @param times how often; it is spent after that
 */
public record Fault(String operation, Effect effect, @Nullable String channel, int times) {

    /** What happens to a call. */
    public sealed interface Effect {

        /** It is refused with status 429. */
        record TooMany(Duration retryAfter) implements Effect {
        }

        /** It is refused with a status such as 500 or 502. */
        record Broken(int status) implements Effect {
        }

        /** It is refused with an error code. */
        record Error(String code) implements Effect {
        }

        /** It is not answered until it is released, and has no effect. */
        record Hang() implements Effect {
        }

        /** It has its effect, and is not answered until it is released. */
        record Mute() implements Effect {
        }

        /** It has its effect, and the connection is cut without an answer. */
        record Drop() implements Effect {
        }

        /** It is answered with something that is no JSON. */
        record Garbled() implements Effect {
        }

    }

    public static Fault tooMany(String operation, Duration retryAfter) {
        return new Fault(operation, new Effect.TooMany(retryAfter), null, 1);
    }

    public static Fault broken(String operation, int status) {
        return new Fault(operation, new Effect.Broken(status), null, 1);
    }

    public static Fault error(String operation, String code) {
        return new Fault(operation, new Effect.Error(code), null, 1);
    }

    public static Fault hang(String operation) {
        return new Fault(operation, new Effect.Hang(), null, 1);
    }

    public static Fault mute(String operation) {
        return new Fault(operation, new Effect.Mute(), null, 1);
    }

    public static Fault drop(String operation) {
        return new Fault(operation, new Effect.Drop(), null, 1);
    }

    public static Fault garbled(String operation) {
        return new Fault(operation, new Effect.Garbled(), null, 1);
    }

    /** The same fault for one channel only. */
    public Fault in(String onlyChannel) {
        return new Fault(operation, effect, onlyChannel, times);
    }

    /** The same fault, so many times. */
    public Fault times(int count) {
        return new Fault(operation, effect, channel, count);
    }

}
