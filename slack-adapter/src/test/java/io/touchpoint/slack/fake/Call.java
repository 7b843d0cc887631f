package io.touchpoint.slack.fake;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A call that the app made, and what it was answered.
 *
 * @param method such as {@code chat.postMessage}, or {@code response_url}
 * @param target the channel, person or view that it was about; null for none
 * @param at when, by the simulated clock
 * @param request its arguments
 * @param status the HTTP status of the answer; 0 when the connection was cut
 * @param answer the body of the answer
 * @param applied whether it had its effect
 */
public record Call(String method, @Nullable String target, Instant at, JsonNode request, int status, JsonNode answer,
        boolean applied) {

    /** The error code of the answer; empty when all went well. */
    public String error() {
        return answer.path("error").asString("");
    }

}
