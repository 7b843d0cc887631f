package io.touchpoint.kill;

import java.time.Instant;

/** The scenes of the story, in order. */
enum Scene {

    /** The order arrives, and the shop tells. */
    DELIVERED("2026-11-25T10:00:00Z"),
    /** A day later the customer is asked. */
    ASKED("2026-11-26T09:55:00Z"),
    /** The customer presses a low value. */
    RATED("2026-11-26T10:30:00Z"),
    /** The customer writes why. */
    EXPLAINED("2026-11-26T11:00:00Z"),
    /** The customer wishes for a reply. */
    WISHED("2026-11-26T11:30:00Z"),
    /** A colleague takes the case. */
    TAKEN("2026-11-26T12:00:00Z"),
    /** The colleague writes to the customer. */
    REPLIED("2026-11-26T12:30:00Z"),
    /** The customer answers that. */
    ANSWERED("2026-11-26T13:00:00Z"),
    /** The digest is sent, and the prompt for the meetings that follow from it. */
    MONDAY("2026-11-30T07:55:00Z"),
    /** A manager plans a check-in with a report. */
    PLANNED("2026-11-30T10:00:00Z"),
    /** The report accepts. */
    ACCEPTED("2026-11-30T14:00:00Z");

    private final Instant at;

    Scene(String at) {
        this.at = Instant.parse(at);
    }

    /** When it begins. */
    Instant at() {
        return at;
    }

}
