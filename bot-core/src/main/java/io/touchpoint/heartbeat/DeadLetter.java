package io.touchpoint.heartbeat;

import java.time.Instant;

/**
 * A piece of work that was given up.
 *
 * @param id names it within its kind; the workspace or the platform comes first
 * @param what it is about, without anybody's words
 * @param reason why it was given up: a code
 * @param at when that was, or when the work came if that is not known
 */
public record DeadLetter(String id, String what, String reason, Instant at) {
}
