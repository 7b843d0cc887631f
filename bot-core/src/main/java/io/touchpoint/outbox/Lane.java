package io.touchpoint.outbox;

/**
 * How urgent a message is; a higher lane overtakes a lower one, the first is the highest.
 */
public enum Lane {

    /** Answers to a person, edits, confirmations. */
    REPLY,
    /** Questions, alerts, proposals, reminders. */
    PROMPT,
    /** Digests. */
    DIGEST

}
