package io.touchpoint.teams.fake;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A way in which the Connector or the login misbehaves.
 *
 * @param operation an operation as {@link Call} names it, or {@code *} for all of the
 * Connector
 * @param effect what happens instead
 * @param place only calls to this conversation, in whatever thread; null for all
 * @param times how often; it is spent after that
 */
public record Fault(String operation, Effect effect, @Nullable String place, int times) {

    /** What happens to a call. */
    public sealed interface Effect {

        /** It is refused with status 429; no {@code Retry-After} for zero. */
        record TooMany(Duration retryAfter) implements Effect {
        }

        /** It is refused with a status and an error code; no body for an empty code. */
        record Refusal(int status, String code) implements Effect {
        }

        /** It has its effect, and is answered after so much real time. */
        record Slow(Duration by) implements Effect {
        }

        /** It waits until it is released, has its effect then, and is answered. */
        record Late() implements Effect {
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

        /** It has its effect, and is answered with a status such as 502. */
        record Lost(int status) implements Effect {
        }

        /** It is answered with something that is no JSON. */
        record Garbled() implements Effect {
        }

    }

    /** A fault that happens once, in any conversation. */
    public static Fault of(String operation, Effect effect) {
        return new Fault(operation, effect, null, 1);
    }

    public static Fault tooMany(String operation, Duration retryAfter) {
        return of(operation, new Effect.TooMany(retryAfter));
    }

    public static Fault broken(String operation, int status) {
        return of(operation, new Effect.Refusal(status, "ServiceError"));
    }

    public static Fault refused(String operation, int status, String code) {
        return of(operation, new Effect.Refusal(status, code));
    }

    public static Fault slow(String operation, Duration by) {
        return of(operation, new Effect.Slow(by));
    }

    public static Fault hang(String operation) {
        return of(operation, new Effect.Hang());
    }

    public static Fault mute(String operation) {
        return of(operation, new Effect.Mute());
    }

    public static Fault drop(String operation) {
        return of(operation, new Effect.Drop());
    }

    public static Fault garbled(String operation) {
        return of(operation, new Effect.Garbled());
    }

    /** The same fault for one conversation only. */
    public Fault in(String onlyPlace) {
        return new Fault(operation, effect, onlyPlace, times);
    }

    /** The same fault, so many times. */
    public Fault times(int count) {
        return new Fault(operation, effect, place, count);
    }

}
