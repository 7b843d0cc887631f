package io.touchpoint.year;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A year of many customers: nobody is asked more often than a clock, a cap, an account's
 * budget or the customer allows, and each event is decided on once for each touchpoint,
 * in words. With one safeguard taken away somebody is: a test that stays green then
 * proves nothing.
 *
 * <p>
 * {@code -Dyear.customers} and {@code -Dyear.seed} make larger years and other ones.
 */
class FollowUpsYearTests {

    private static final int CUSTOMERS = Integer.getInteger("year.customers", 60);

    private static final long SEED = Long.getLong("year.seed", 20261126);

    private static final int DAYS = 365;

    @Test
    void asksNobodyMoreOftenThanTheRulesAllow() {
        try (Year year = new Year(SEED, CUSTOMERS, DAYS, null)) {
            Review review = year.live();
            System.out.printf(
                    "A year, seed %d: %d events of %d customers, %d questions, %d reminders, %d answers; %s%n", SEED,
                    review.events(), CUSTOMERS, review.questions(), review.reminded(), review.answered(),
                    review.reasons());
            assertThat(review.faults()).isEmpty();
            assertThat(review.questions()).isGreaterThan(CUSTOMERS / 3);
            assertThat(review.reminded()).isPositive();
            assertThat(review.reasons()).containsKeys("opted out", "own people", "outside the rules", "too old",
                    "withdrawn", "asked about this before", "asked recently", "account asked enough",
                    "not in the sample", "unreachable");
        }
    }

    @ParameterizedTest
    @EnumSource
    void goesWrong(Missing missing) {
        try (Year year = new Year(SEED, 32, 28, missing)) {
            assertThat(year.live().faults()).anyMatch((fault) -> fault.contains(missing.fault()));
        }
    }

}
