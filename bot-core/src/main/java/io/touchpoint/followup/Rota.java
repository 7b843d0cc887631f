package io.touchpoint.followup;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Whose turn it is when: every customer's comes round once in each period, at a moment of
 * its own that depends on nothing but the customer, so that the turns of many are spread
 * evenly.
 *
 * @param customer the customer's id
 */
record Rota(String customer, Duration period) {

    /** When the latest turn began, at or before a time. */
    Instant begun(Instant time) {
        long length = period.toSeconds();
        long own = Math.floorMod(Circumstances.hash(customer), length);
        return Instant.ofEpochSecond(Math.floorDiv(time.getEpochSecond() - own, length) * length + own);
    }

    /** When the next turn begins, after a time. */
    Instant next(Instant time) {
        return begun(time).plus(period);
    }

    /** Tells a customer's turns apart: the day on which one began. */
    String turn(Instant time) {
        return LocalDate.ofInstant(begun(time), ZoneOffset.UTC).toString();
    }

}
