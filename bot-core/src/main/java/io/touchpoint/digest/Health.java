package io.touchpoint.digest;

import java.util.List;

/**
 * How asking went among the customers whose turn it was in the reported period.
 *
 * @param asked for how many the decision was to ask
 * @param delivered how many questions reached the customer
 * @param answered how many of those were rated
 * @param held how many were not asked, by reason, the most frequent reason first
 */
record Health(long asked, long delivered, long answered, List<Held> held) {

    Health {
        held = List.copyOf(held);
    }

    /** Those who were not asked for one reason, as people read it. */
    record Held(String reason, long customers) {
    }

    long heldBack() {
        return held.stream().mapToLong(Held::customers).sum();
    }

}
