package io.touchpoint.teams.fake;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A call that the app made, and what it was answered.
 *
 * @param operation what was asked for: {@code create}, {@code send}, {@code update},
 * {@code delete}, {@code members}, {@code member}, {@code team}, {@code channels},
 * {@code token}, {@code metadata}, {@code keys} or {@code unknown}
 * @param line the HTTP method and the path
 * @param target the conversation, with its thread, or team; null for none
 * @param at when, by the simulated clock
 * @param request its body
 * @param status the HTTP status of the answer; 0 when there was none
 * @param answer the body of the answer
 * @param applied whether it had its effect
 */
public record Call(String operation, String line, @Nullable String target, Instant at, JsonNode request, int status,
        JsonNode answer, boolean applied) {

    /** The error code of the answer; empty when all went well. */
    public String error() {
        return answer.path("error").path("code").asString("");
    }

}
