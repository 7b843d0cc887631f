package io.touchpoint.digest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How asking went among the customers whose turn it was in the reported period.
 *
 * @param asked for how many the decision was to ask
 * @param delivered how many questions reached the customer
 * @param answered how many of those were rated
 * @param delayed how many were put off and waited when it was counted; null in snapshots
 * from before that was counted
 * @param held how many were not asked, by reason, the most frequent reason first
 */
record Health(long asked, long delivered, long answered, @Nullable Long delayed, List<Held> held) {

    Health {
        held = List.copyOf(held);
    }

    /** Those who were not asked for one reason, as people read it. */
    record Held(String reason, long customers) {
    }

    long putOff() {
        return (delayed != null) ? delayed : 0;
    }

    long heldBack() {
        return held.stream().mapToLong(Held::customers).sum();
    }

}
