package io.touchpoint.teams;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One round of work on an activity, as it goes through the SDK. */
final class Turn {

    /** Under this name the SDK hands it to the bot. */
    static final String KEY = "touchpoint.turn";

    private final Arrival arrival;

    private final Instant at;

    private volatile @Nullable String broken;

    Turn(Arrival arrival, Instant at) {
        this.arrival = arrival;
        this.at = at;
    }

    /** What an invoke is answered: an HTTP status, and a body where there is one. */
    record Told(int status, @Nullable JsonNode body) {
    }

    Arrival arrival() {
        return arrival;
    }

    /** When the activity arrived here. */
    Instant at() {
        return at;
    }

    /** Says that nobody can make sense of the activity; it is not tried again. */
    void broken(String why) {
        broken = why;
    }

    @Nullable String broken() {
        return broken;
    }

}
