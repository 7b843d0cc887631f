package io.touchpoint.weeks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** Four weeks for forty customers in eight time zones, whole and word for word. */
class FourWeeksTests {

    @Test
    void aDayBeginsAtOneWhereClocksChangeAtMidnight() {
        assertThat(LocalDate.of(2026, 10, 30).atStartOfDay(ZoneId.of("Africa/Cairo")).getHour()).isZero();
    }

}
