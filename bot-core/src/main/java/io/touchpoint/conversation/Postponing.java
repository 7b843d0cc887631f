package io.touchpoint.conversation;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.time.temporal.TemporalAmount;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * "In 2 hours", "on Monday morning", "ask me at 5pm": wishes to be asked later, in one
 * language.
 */
final class Postponing {

    /** The hour of a day for which no time is said. */
    private static final LocalTime NO_TIME = LocalTime.of(9, 0);

    /**
     * A hour from 1 to 7 without a.m. is one after noon: nobody asks to be asked at
     * night.
     */
    private static final int LAST_NIGHT_HOUR = 7;

    private final Vocabulary words;

    private final Map<String, Integer> numbers;

    private final Pattern when;

    Postponing(Vocabulary words) {
        this.words = words;
        this.numbers = words.numbers();
        String clock = "(?<%1$sh>\\d{1,2})(?:[:.](?<%1$sm>[0-5]\\d))?(?: ?(?<%1$ss>" + words.any("clock") + "))?";
        String at = words.any("at");
        String part = words.any("part");
        String span = words.any("in") + " (?:(?<n>\\d{1,3}|" + String.join("|", numbers.keySet()) + ") ?(?:(?<minute>"
                + words.any("minute") + ")|(?<hour>" + words.any("hour") + ")|(?<day>" + words.any("day") + ")|(?<week>"
                + words.any("week") + ")|(?<month>" + words.any("month") + "))|(?<span>" + words.any("span") + "))";
        String day = "(?:(?<next>" + words.any("next") + ") |" + words.any("on") + " )?(?:(?<date>" + words.any("date")
                + ")|(?<weekday>" + words.any("weekday") + "))(?: (?:" + words.any("part-lead") + " )?(?<part>" + part
                + "))?(?: (?:" + at + " )?" + clock.formatted("d") + ")?";
        String nextWeek = "(?<nextweek>" + words.any("next-week") + ")(?: (?:" + words.any("on") + " )?(?<weekdaythen>"
                + words.any("weekday") + "))?";
        String today = "(?:" + words.any("part-lead") + " )?(?<today>" + part + ")";
        String time = "(?:(?<at>" + at + ") )?" + clock.formatted("t");
        String all = "(?:" + span + "|" + nextWeek + "|" + day + "|" + time + "|" + today + ")";
        when = Pattern.compile("(?:" + words.any("excuse") + " )?(?:(?<ask>" + words.any("again-ask") + ") )?" + all);
    }

    Optional<Reply> read(List<String> forms, ZonedDateTime now) {
        if (words.says("later", forms)) {
            return Optional.of(new Reply.Snooze(null));
        }
        return forms.stream()
            .map((form) -> moment(form, now))
            .flatMap(Optional::stream)
            .findFirst()
            .map(Reply.Snooze::new);
    }

    private Optional<ZonedDateTime> moment(String bare, ZonedDateTime now) {
        Matcher said = when.matcher(bare);
        if (!said.matches()) {
            return Optional.empty();
        }
        if (said.group("n") != null || said.group("span") != null) {
            return Optional.of(now.plus(amount(said)));
        }
        if (said.group("nextweek") != null) {
            String weekday = said.group("weekdaythen");
            LocalDate monday = next(DayOfWeek.MONDAY, now.toLocalDate().plusDays(2));
            LocalDate day = (weekday == null) ? monday : next(weekday(weekday), monday);
            return Optional.of(day.atTime(NO_TIME).atZone(now.getZone()));
        }
        if (said.group("date") != null || said.group("weekday") != null) {
            return day(said, now);
        }
        if (said.group("today") != null) {
            return Optional.of(nextAt(now, part(said.group("today"))));
        }
        boolean clear = said.group("tm") != null || said.group("ts") != null
                || said.group("at") != null && said.group("ask") != null;
        return clear ? clock(said, "t").map((time) -> nextAt(now, time)) : Optional.empty();
    }

    private Optional<ZonedDateTime> day(Matcher said, ZonedDateTime now) {
        Optional<LocalTime> clock = (said.group("dh") != null) ? clock(said, "d") : Optional.empty();
        if (said.group("dh") != null && clock.isEmpty()) {
            return Optional.empty();
        }
        boolean timed = clock.isPresent() || said.group("part") != null;
        LocalTime time = clock.orElse((said.group("part") != null) ? part(said.group("part")) : NO_TIME);
        LocalDate today = now.toLocalDate();
        LocalDate day;
        if (said.group("date") != null) {
            day = today.plusDays(Integer.parseInt(value("date", said.group("date"))));
            if (day.equals(today) && !timed) {
                return Optional.empty();
            }
        }
        else {
            DayOfWeek weekday = weekday(said.group("weekday"));
            LocalDate first = (said.group("next") != null) ? today.plusDays(2) : (timed ? today : today.plusDays(1));
            day = next(weekday, first);
            if (day.equals(today) && !time.isAfter(now.toLocalTime())) {
                day = day.plusWeeks(1);
            }
        }
        ZonedDateTime until = day.atTime(time).atZone(now.getZone());
        return Optional.of(until.isAfter(now) ? until : day.plusDays(1).atTime(time).atZone(now.getZone()));
    }

    private TemporalAmount amount(Matcher said) {
        String span = said.group("span");
        if (span != null) {
            String value = value("span", span);
            return value.startsWith("PT") ? Duration.parse(value) : Period.parse(value);
        }
        int n = number(said.group("n"));
        if (said.group("minute") != null) {
            return Duration.ofMinutes(n);
        }
        if (said.group("hour") != null) {
            return Duration.ofHours(n);
        }
        if (said.group("day") != null) {
            return Period.ofDays(n);
        }
        return (said.group("week") != null) ? Period.ofWeeks(n) : Period.ofMonths(n);
    }

    private Optional<LocalTime> clock(Matcher said, String group) {
        int hour = Integer.parseInt(said.group(group + "h"));
        String minutes = said.group(group + "m");
        String suffix = said.group(group + "s");
        String half = (suffix == null) ? "" : value("clock", suffix);
        if (hour > 23 || hour > 12 && (half.equals("AM") || half.equals("PM"))) {
            return Optional.empty();
        }
        boolean afterNoon = half.equals("PM") && hour < 12
                || !half.equals("AM") && hour >= 1 && hour <= LAST_NIGHT_HOUR;
        int on24 = (half.equals("AM") && hour == 12) ? 0 : (afterNoon ? hour + 12 : hour);
        return Optional.of(LocalTime.of(on24, (minutes == null) ? 0 : Integer.parseInt(minutes)));
    }

    private static ZonedDateTime nextAt(ZonedDateTime now, LocalTime time) {
        LocalDate today = now.toLocalDate();
        LocalDate day = time.isAfter(now.toLocalTime()) ? today : today.plusDays(1);
        return day.atTime(time).atZone(now.getZone());
    }

    private static LocalDate next(DayOfWeek weekday, LocalDate from) {
        return from.with(TemporalAdjusters.nextOrSame(weekday));
    }

    private DayOfWeek weekday(String word) {
        return DayOfWeek.of(Integer.parseInt(value("weekday", word)));
    }

    private LocalTime part(String word) {
        return LocalTime.parse(value("part", word));
    }

    private int number(String word) {
        @Nullable Integer value = numbers.get(word);
        return (value != null) ? value : Integer.parseInt(word);
    }

    private String value(String section, String word) {
        return words.value(section, List.of(word))
            .orElseThrow(() -> new IllegalStateException("no value in " + section + " for " + word));
    }

}
