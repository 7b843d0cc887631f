package io.touchpoint.csv;

import io.touchpoint.intake.Malformed;
import java.time.Instant;
import java.util.List;

/** What is done with a line. */
@FunctionalInterface
interface Step {

    /**
     * Does it.
     * @param body what the line says, as JSON
     */
    Outcome take(byte[] body, Instant now) throws Malformed;

    /**
     * What came of it.
     *
     * @param counts under what names it is counted
     * @param read the line as it was read, for people
     */
    record Outcome(List<String> counts, String read) {

        public Outcome {
            counts = List.copyOf(counts);
        }

    }

}
