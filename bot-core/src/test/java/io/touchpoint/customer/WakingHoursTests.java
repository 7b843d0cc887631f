package io.touchpoint.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WakingHoursTests {

    @ParameterizedTest
    @CsvSource({ "2026-11-20T08:00:00Z, Europe/Berlin, 2026-11-20T08:00:00Z",
            "2026-11-20T07:59:59Z, Europe/Berlin, 2026-11-20T08:00:00Z",
            "2026-11-20T18:59:59Z, Europe/Berlin, 2026-11-20T18:59:59Z",
            "2026-11-20T19:00:00Z, Europe/Berlin, 2026-11-21T08:00:00Z",
            "2026-10-24T22:00:00Z, Europe/Berlin, 2026-10-25T08:00:00Z",
            "2027-03-27T22:00:00Z, Europe/Berlin, 2027-03-28T07:00:00Z",
            "2026-11-20T16:00:00Z, Asia/Kathmandu, 2026-11-21T03:15:00Z",
            "2026-11-20T12:00:00Z, Australia/Lord_Howe, 2026-11-20T22:00:00Z" })
    void waitsForTheCustomersMorning(Instant wanted, ZoneId zone, Instant allowed) {
        assertThat(WakingHours.next(wanted, zone)).isEqualTo(allowed);
    }

}
