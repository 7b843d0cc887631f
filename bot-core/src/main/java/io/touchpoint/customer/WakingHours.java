package io.touchpoint.customer;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** The hours in which a customer is asked: 09:00 to 20:00 where the customer lives. */
public final class WakingHours {

    private static final LocalTime FROM = LocalTime.of(9, 0);

    private static final LocalTime TO = LocalTime.of(20, 0);

    private WakingHours() {
    }

    /**
     * The first moment at which the customer may be asked, {@code wanted} itself or
     * later. Where a clock change leaves 09:00 out, the day begins when the clocks have
     * moved on.
     */
    public static Instant next(Instant wanted, ZoneId zone) {
        ZonedDateTime local = wanted.atZone(zone);
        LocalTime time = local.toLocalTime();
        if (time.isBefore(FROM)) {
            return start(local.toLocalDate(), zone);
        }
        return time.isBefore(TO) ? wanted : start(local.toLocalDate().plusDays(1), zone);
    }

    private static Instant start(LocalDate day, ZoneId zone) {
        return day.atTime(FROM).atZone(zone).toInstant();
    }

}
