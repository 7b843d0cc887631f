package io.touchpoint.slack.fake;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Slack's date tokens as a reader in a zone sees them, with the 24 hour clock.
 *
 * @param reader the zone of the reader
 * @param now when it is read
 */
record Dates(ZoneId reader, Instant now) {

    private static final Pattern TOKEN = Pattern.compile("\\{(\\w+)}");

    /** A format such as {@code {date_short} at {time}}, filled in. */
    String shown(long timestamp, String format) {
        ZonedDateTime at = Instant.ofEpochSecond(timestamp).atZone(reader);
        return TOKEN.matcher(format).replaceAll((token) -> Matcher.quoteReplacement(token(token.group(1), at)));
    }

    private String token(String name, ZonedDateTime at) {
        return switch (name) {
            case "date_num" -> at("yyyy-MM-dd", at);
            case "date_slash" -> at("dd/MM/yyyy", at);
            case "date_long" -> at("EEEE, MMMM ", at) + ordinal(at) + at(", yyyy", at);
            case "date_long_full" -> at("MMMM d, yyyy", at);
            case "date_long_pretty" -> pretty(at, token("date_long", at));
            case "date" -> at("MMMM ", at) + ordinal(at) + (near(at) ? "" : at(", yyyy", at));
            case "date_pretty" -> pretty(at, token("date", at));
            case "date_short" -> at("MMM d, yyyy", at);
            case "date_short_pretty" -> pretty(at, token("date_short", at));
            case "day_divider_pretty" -> pretty(at, at("EEEE, MMMM ", at) + ordinal(at));
            case "time" -> at("HH:mm", at);
            case "time_secs" -> at("HH:mm:ss", at);
            case "ago" -> ago(at);
            default -> "{" + name + "}";
        };
    }

    private static String at(String pattern, ZonedDateTime at) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(at);
    }

    private static String ordinal(ZonedDateTime at) {
        int day = at.getDayOfMonth();
        String ending = (day / 10 == 1) ? "th" : switch (day % 10) {
            case 1 -> "st";
            case 2 -> "nd";
            case 3 -> "rd";
            default -> "th";
        };
        return day + ending;
    }

    private boolean near(ZonedDateTime at) {
        return Math.abs(ChronoUnit.MONTHS.between(at, now.atZone(reader))) < 6;
    }

    private String pretty(ZonedDateTime at, String otherwise) {
        LocalDate today = LocalDate.ofInstant(now, reader);
        long days = ChronoUnit.DAYS.between(today, at.toLocalDate());
        if (days == 0) {
            return "today";
        }
        if (days == 1) {
            return "tomorrow";
        }
        return (days == -1) ? "yesterday" : otherwise;
    }

    private String ago(ZonedDateTime at) {
        Duration since = Duration.between(at.toInstant(), now);
        Duration apart = since.abs();
        String amount = (apart.toDays() > 0) ? apart.toDays() + " days"
                : (apart.toHours() > 0) ? apart.toHours() + " hours" : apart.toMinutes() + " minutes";
        return since.isNegative() ? "in " + amount : amount + " ago";
    }

}
