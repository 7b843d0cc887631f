package io.touchpoint.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchpoint.customer.Preferences.Hours;
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
        assertThat(new WakingHours(zone, Hours.ANY, null).next(wanted)).isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({ "2026-11-20T10:59:59Z, MORNING, 2026-11-20T10:59:59Z",
            "2026-11-20T11:00:00Z, MORNING, 2026-11-21T08:00:00Z",
            "2026-11-20T08:00:00Z, AFTERNOON, 2026-11-20T11:00:00Z",
            "2026-11-20T16:00:00Z, AFTERNOON, 2026-11-21T11:00:00Z",
            "2026-11-20T19:00:00Z, EVENING, 2026-11-21T16:00:00Z" })
    void waitsForTheHoursThatTheCustomerWishes(Instant wanted, Hours hours, Instant allowed) {
        assertThat(new WakingHours(ZoneId.of("Europe/Berlin"), hours, null).next(wanted)).isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({ "2026-12-24T12:00:00Z, DE, 2026-12-24T12:00:00Z", "2026-12-24T20:00:00Z, DE, 2026-12-27T08:00:00Z",
            "2026-12-25T05:00:00Z, DE, 2026-12-27T08:00:00Z", "2026-12-25T12:00:00Z, FR, 2026-12-26T08:00:00Z",
            "2027-01-06T12:00:00Z, DE-BY, 2027-01-07T08:00:00Z", "2027-01-06T12:00:00Z, DE-BE, 2027-01-06T12:00:00Z",
            "2027-01-06T12:00:00Z, DE-XX, 2027-01-06T12:00:00Z", "2026-12-25T12:00:00Z, ZZ, 2026-12-25T12:00:00Z" })
    void passesOverTheHolidaysOfTheCustomersCountry(Instant wanted, String country, Instant allowed) {
        assertThat(new WakingHours(ZoneId.of("Europe/Berlin"), Hours.ANY, country).next(wanted)).isEqualTo(allowed);
    }

}
