package io.touchpoint.teams.fake;

import java.time.Duration;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * How the app answered a request of Teams.
 *
 * @param status the HTTP status; 0 when there was no answer
 * @param body the body; empty for none
 * @param took how long it took, in real time
 * @param problem what a person would see go wrong; empty for nothing
 */
public record Answered(int status, String body, Duration took, String problem) {

    /** Whether Teams takes the request as received. */
    public boolean ok() {
        return status / 100 == 2 && problem.isEmpty();
    }

    /** The body as JSON; an empty object when it is none. */
    public JsonNode json() {
        if (body.isBlank()) {
            return Json.object();
        }
        try {
            return Json.parse(body);
        }
        catch (JacksonException ex) {
            return Json.object();
        }
    }

    /** The same answer, unless the second delivery of the request was answered worse. */
    Answered repeated(Answered second) {
        return second.ok() ? this : second;
    }

    Answered problem(String what) {
        return new Answered(status, body, took, what);
    }

}
