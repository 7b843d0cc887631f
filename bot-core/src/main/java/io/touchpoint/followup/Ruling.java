package io.touchpoint.followup;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What all gates together said at one time.
 *
 * @param event the business event that it is about, {@code source|id}
 * @param at when it was said
 * @param stage on what occasion
 * @param due when the question is asked, or looked at again; null when it is not asked
 * @param findings every gate in order
 */
public record Ruling(String event, Instant at, Stage stage, Outcome outcome, @Nullable Instant due,
        List<Finding> findings) {

    public Ruling {
        findings = List.copyOf(findings);
    }

    /** The occasions. */
    public enum Stage {

        /** The event arrived. */
        ARRIVED,
        /** The question fell due. */
        DUE

    }

    /** What can come of an event. */
    public enum Outcome {

        SEND, DELAY, SKIP

    }

    /** The first gate that does not let the question through. */
    public Optional<Finding> obstacle() {
        Finding.Result worst = (outcome == Outcome.SKIP) ? Finding.Result.HOLDS : Finding.Result.WAITS;
        return findings.stream().filter((finding) -> finding.result() == worst).findFirst();
    }

    static Outcome outcome(List<Finding> findings) {
        Outcome outcome = Outcome.SEND;
        for (Finding finding : findings) {
            if (finding.result() == Finding.Result.HOLDS) {
                return Outcome.SKIP;
            }
            outcome = (finding.result() == Finding.Result.WAITS) ? Outcome.DELAY : outcome;
        }
        return outcome;
    }

}
