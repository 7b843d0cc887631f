package io.touchpoint.followup;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How staff read times. */
final class Times {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("EEE d MMM, HH:mm", Locale.UK);

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.UK);

    private Times() {
    }

    /** Such as "Fri 20 Nov, 10:00 Europe/Berlin". */
    static String moment(@Nullable Instant instant, ZoneId zone) {
        return (instant == null) ? "no time" : MOMENT.format(instant.atZone(zone)) + " " + zone.getId();
    }

    /** Such as "24 Nov". */
    static String day(Instant instant, ZoneId zone) {
        return DAY.format(instant.atZone(zone));
    }

    /** Such as "3 days ago". */
    static String ago(Instant then, Instant now) {
        long days = Duration.between(then, now).toDays();
        if (days < 1) {
            return "less than a day ago";
        }
        return (days == 1) ? "a day ago" : days + " days ago";
    }

}
