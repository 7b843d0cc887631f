package io.touchpoint.customer;

import java.time.LocalTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a customer wishes of our questions.
 *
 * @param seldom whether a month is to pass between two of them
 * @param hours when on a day
 * @param language in which they are put; null for the one that is known of the customer
 */
public record Preferences(boolean seldom, Hours hours, @Nullable Locale language) {

    /** No wishes. */
    public static final Preferences NONE = new Preferences(false, Hours.ANY, null);

    /** The parts of a day, by the clock where the customer lives. */
    public enum Hours {

        ANY(9, 20), MORNING(9, 12), AFTERNOON(12, 17), EVENING(17, 20);

        private final LocalTime from;

        private final LocalTime to;

        Hours(int from, int to) {
            this.from = LocalTime.of(from, 0);
            this.to = LocalTime.of(to, 0);
        }

        /** The first minute. */
        public LocalTime from() {
            return from;
        }

        /** The first minute that does not belong to it any more. */
        public LocalTime to() {
            return to;
        }

    }

    public Preferences seldom(boolean wished) {
        return new Preferences(wished, hours, language);
    }

    public Preferences hours(Hours wished) {
        return new Preferences(seldom, wished, language);
    }

    public Preferences language(Locale wished) {
        return new Preferences(seldom, hours, wished);
    }

}
