package io.touchpoint.checkin;

import io.touchpoint.insight.Finding;
import io.touchpoint.team.Colleague;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Days, times and rhythms as colleagues read them. */
final class Wording {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);

    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEEE", Locale.ENGLISH);

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    private Wording() {
    }

    /** "8 Dec". */
    static String date(Instant at, ZoneId zone) {
        return DATE.format(at.atZone(zone));
    }

    /** "Tue 8 Dec". */
    static String day(Instant at, ZoneId zone) {
        return DAY.format(at.atZone(zone));
    }

    /** "10:00". */
    static String time(Instant at, ZoneId zone) {
        return TIME.format(at.atZone(zone));
    }

    /** "New York". */
    static String city(ZoneId zone) {
        String id = zone.getId();
        return id.substring(id.lastIndexOf('/') + 1).replace('_', ' ');
    }

    /** "09:00–17:00". */
    static String workingDay(Colleague colleague) {
        return TIME.format(colleague.dayStarts()) + "\u2013" + TIME.format(colleague.dayEnds());
    }

    /**
     * "every second Tuesday, 10:00 your time, 30 min, from 8 Dec", in a reader's zone.
     */
    static String rhythm(CheckIn checkIn, ZoneId zone) {
        Instant first = checkIn.rhythm().at(0);
        ZonedDateTime there = first.atZone(zone);
        String time = TIME.format(there) + " your time, " + checkIn.minutes() + " min";
        if (checkIn.rhythm().once()) {
            return "on " + DAY.format(there) + ", " + time;
        }
        String every = switch (checkIn.rhythm().everyWeeks()) {
            case 1 -> "every ";
            case 2 -> "every second ";
            case 4 -> "every fourth ";
            default -> throw new IllegalStateException("no words for every " + checkIn.rhythm().everyWeeks());
        };
        return every + WEEKDAY.format(there) + ", " + time + ", from " + DATE.format(there);
    }

    /** "16–22 Nov", "30 Nov–6 Dec". */
    static String days(LocalDate from, LocalDate to) {
        String first = (from.getMonth() == to.getMonth()) ? String.valueOf(from.getDayOfMonth()) : DATE.format(from);
        return first + "\u2013" + DATE.format(to);
    }

    /** "Delivery 28% unhappy (25 of 88)". */
    static String unhappy(Finding finding) {
        return "%s %d%% unhappy (%d of %d)".formatted(finding.name(), Math.round(finding.now().share() * 100),
                finding.now().unhappy(), finding.now().answers());
    }

    /** The first letter small, unless the word is an abbreviation. */
    static String within(String label) {
        boolean abbreviation = label.length() > 1 && Character.isUpperCase(label.charAt(1));
        return (label.isEmpty() || abbreviation) ? label : Character.toLowerCase(label.charAt(0)) + label.substring(1);
    }

}
