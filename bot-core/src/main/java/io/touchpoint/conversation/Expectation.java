package io.touchpoint.conversation;

import io.touchpoint.survey.Scale;
import java.util.List;

/** What was asked when a reply arrives. */
sealed interface Expectation {

    /**
     * A value on a scale.
     *
     * @param labels the question's own words for the values, low to high; empty where it
     * has none
     */
    record Rating(Scale scale, List<String> labels) implements Expectation {

        public Rating {
            labels = List.copyOf(labels);
        }

        Rating(Scale scale) {
            this(scale, List.of());
        }

    }

    /** Yes or no. */
    record YesOrNo() implements Expectation {
    }

    /** The person's own words. */
    record Comment() implements Expectation {
    }

    /** Nothing was asked. */
    record Nothing() implements Expectation {
    }

}
