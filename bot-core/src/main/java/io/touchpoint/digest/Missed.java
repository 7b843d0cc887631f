package io.touchpoint.digest;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A digest that was never sent, by the Monday of its week, and why. */
record Missed(LocalDate week, String reason) {

    /** One sentence about all of them, the oldest first; empty for none. */
    static Optional<String> sentence(List<Missed> missed) {
        if (missed.isEmpty()) {
            return Optional.empty();
        }
        Missed last = missed.getLast();
        if (missed.size() == 1) {
            return Optional.of("The digest for " + Wording.week(last.week()) + " was not sent: " + last.reason() + ".");
        }
        return Optional.of("The digests for " + Wording.days(missed.getFirst().week(), last.week().plusDays(6))
                + " were not sent; the last one: " + last.reason() + ".");
    }

}
