package io.touchpoint.slack.fake;

import java.time.Duration;

/**
 * How the app answered a request of Slack.
 *
 * @param status the HTTP status; 0 when there was no answer
 * @param contentType the type of the body; empty for none
 * @param body the body
 * @param took how long it took, in real time
 * @param problem what Slack would have held against the answer; empty for nothing
 */
public record Answered(int status, String contentType, String body, Duration took, String problem) {

    /** Whether Slack takes the request as received. */
    public boolean ok() {
        return status / 100 == 2 && problem.isEmpty();
    }

    /** The same answer, unless the second delivery of the request was answered worse. */
    Answered repeated(Answered second) {
        return second.ok() ? this : second;
    }

    Answered problem(String what) {
        return new Answered(status, contentType, body, took, what);
    }

}
