package io.touchpoint.slack;

import com.google.gson.JsonObject;
import java.time.Duration;

/** What became of one call to Slack. */
sealed interface Reply {

    /** Slack did it. */
    record Done(JsonObject body) implements Reply {
    }

    /** Slack said {@code ok: false}, and why. */
    record Failed(String error) implements Reply {
    }

    /** Too many calls; not before {@code after} has passed. */
    record Limited(Duration after) implements Reply {
    }

    /** Slack never saw the call. */
    record NotSent(String reason) implements Reply {
    }

    /** Slack may have seen the call; nobody knows what it did. */
    record Lost(String reason) implements Reply {
    }

}
