package io.touchpoint.conversation;

import java.math.BigDecimal;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a person's written reply means; what is not understood is {@link FreeText}. */
sealed interface Reply {

    /**
     * A value on the scale that was asked.
     *
     * @param confirm whether it is only recorded once the person has confirmed it
     * @param comment what was said beside the value; null for nothing
     */
    record Rated(int value, boolean confirm, @Nullable String comment) implements Reply {
    }

    /** One of two neighbouring values: ask which. */
    record Between(int low, int high) implements Reply {
    }

    /** A number that does not stand on the scale: ask again. */
    record OutOfScale(BigDecimal given) implements Reply {
    }

    /** A direction without a value: offer these values, record nothing. */
    record Leaning(Tone tone, List<Integer> offer) implements Reply {

        public Leaning {
            offer = List.copyOf(offer);
        }

    }

    /** How a leaning leans. */
    enum Tone {

        VERY_BAD, BAD, NEITHER, GOOD, VERY_GOOD

    }

    /** Ask later; {@code until} is null when no time was said. */
    record Snooze(@Nullable ZonedDateTime until) implements Reply {
    }

    /** The answer that was given is to be another; {@code to} is null for "ask again". */
    record Change(@Nullable Integer to) implements Reply {
    }

    /** A comment, as it was written. */
    record FreeText(String text) implements Reply {
    }

    /** No more questions, ever. */
    record OptOut() implements Reply {
    }

    /** End this survey: quit, end, cancel and nothing else. */
    record Leave() implements Reply {
    }

    /** Questions are welcome again. */
    record OptIn() implements Reply {
    }

    /** No answer to this question. */
    record Skip() implements Reply {
    }

    /** What can be done here? */
    record Help() implements Reply {
    }

    /**
     * A person, please.
     *
     * @param words what was written, where it says more than that; null otherwise
     */
    record Human(@Nullable String words) implements Reply {

        Human() {
            this(null);
        }

    }

    /** Why am I asked, by whom, and what happens with my answer? */
    record Why() implements Reply {
    }

    /** Yes. */
    record Yes() implements Reply {
    }

    /** No. */
    record No() implements Reply {
    }

    /** Neither yes nor no: maybe, or both at once. */
    record Unsure() implements Reply {
    }

}
