package io.touchpoint.teams;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What became of one call to the Bot Connector. */
sealed interface Reply {

    /** It did it. */
    record Done(JsonNode body) implements Reply {
    }

    /** It refused, with an HTTP status and its own code for why. */
    record Failed(int status, String code) implements Reply {
    }

    /** Too many calls; {@code after} is null where it did not say until when. */
    record Limited(@Nullable Duration after) implements Reply {
    }

    /** It never saw the call. */
    record NotSent(String reason) implements Reply {
    }

    /** It may have seen the call; nobody knows what it did. */
    record Lost(String reason) implements Reply {
    }

}
