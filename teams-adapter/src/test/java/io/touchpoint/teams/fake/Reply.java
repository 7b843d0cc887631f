package io.touchpoint.teams.fake;

import java.time.Duration;
import tools.jackson.databind.JsonNode;

/** What the Connector sends back. */
record Reply(int status, JsonNode body, Duration retryAfter, boolean applied) {

    static Reply ok(JsonNode body) {
        return new Reply(200, body, Duration.ZERO, true);
    }

    static Reply created(JsonNode body) {
        return new Reply(201, body, Duration.ZERO, true);
    }

    static Reply read(JsonNode body) {
        return new Reply(200, body, Duration.ZERO, false);
    }

    static Reply none(boolean applied) {
        return new Reply(0, Json.object(), Duration.ZERO, applied);
    }

    static Reply refused(int status, String code, String message) {
        return new Reply(status, code.isEmpty() ? Json.object() : Refused.body(code, message), Duration.ZERO, false);
    }

    static Reply tooMany(Duration wait) {
        return new Reply(429, Refused.body("Throttled", "Too many requests."), wait, false);
    }

}
