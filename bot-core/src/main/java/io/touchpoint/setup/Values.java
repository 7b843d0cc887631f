package io.touchpoint.setup;

import io.touchpoint.setup.Section.Text;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Single values of the file; a wrong one is noted and something harmless returned. */
final class Values {

    private static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9_-]{0,39}");

    private static final Pattern DURATION = Pattern.compile("(\\d{1,4}) ?(min|h|d)");

    private static final Pattern SHARE = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,2})?) ?%");

    private static final Duration LONGEST = Duration.ofDays(30);

    private final Problems problems;

    Values(Problems problems) {
        this.problems = problems;
    }

    /** A name that ids are made of. */
    String key(String name, int line, String what) {
        if (!KEY.matcher(name).matches()) {
            problems.add(line,
                    "the id “" + name + "” of " + what + " must be at most 40 lower-case letters, digits, - and _");
        }
        return name;
    }

    /** A language that a section has an entry for. */
    void language(String language, int line, String what) {
        if (!List.of(Locale.getISOLanguages()).contains(language)) {
            problems.add(line, "“" + language + "” in " + what + " is not a language such as en or de");
        }
    }

    /** Words for people. */
    String words(Text text, int most, String what) {
        if (text.value().codePointCount(0, text.value().length()) > most) {
            problems.add(text.line(), what + " is longer than " + most + " characters");
        }
        return text.value();
    }

    ZoneId zone(Text text) {
        if (text.value().isEmpty()) {
            return ZoneOffset.UTC;
        }
        if (!text.value().equals("UTC") && !ZoneId.getAvailableZoneIds().contains(text.value())) {
            problems.unknown(text.line(), "“" + text.value() + "” is not a time zone such as Europe/Berlin",
                    text.value(), ZoneId.getAvailableZoneIds());
            return ZoneOffset.UTC;
        }
        return ZoneId.of(text.value());
    }

    Locale locale(Text text) {
        if (text.value().isEmpty()) {
            return Locale.ENGLISH;
        }
        Locale locale = Locale.forLanguageTag(text.value());
        if (!Arrays.asList(Locale.getISOLanguages()).contains(locale.getLanguage())) {
            problems.add(text.line(), "“" + text.value() + "” is not a language such as en or de-AT");
        }
        return locale;
    }

    LocalTime time(Text text) {
        try {
            if (text.value().length() == 5) {
                return LocalTime.parse(text.value());
            }
        }
        catch (DateTimeException ex) {
            // noted below
        }
        if (!text.value().isEmpty()) {
            problems.add(text.line(), "“" + text.value() + "” is not a time such as 09:00");
        }
        return LocalTime.MIDNIGHT;
    }

    DayOfWeek day(Text text) {
        String lower = text.value().toLowerCase(Locale.ROOT);
        for (DayOfWeek day : DayOfWeek.values()) {
            String name = day.name().toLowerCase(Locale.ROOT);
            if (lower.equals(name) || lower.equals(name.substring(0, 3))) {
                return day;
            }
        }
        if (!lower.isEmpty()) {
            problems.add(text.line(), "“" + text.value() + "” is not a day such as Monday or Mon");
        }
        return DayOfWeek.MONDAY;
    }

    Duration duration(Text text) {
        Matcher matcher = DURATION.matcher(text.value());
        if (!matcher.matches()) {
            if (!text.value().isEmpty()) {
                problems.add(text.line(), "“" + text.value() + "” is not a duration such as 10 min, 24 h or 3 d");
            }
            return Duration.ZERO;
        }
        long number = Long.parseLong(matcher.group(1));
        Duration duration = switch (matcher.group(2)) {
            case "min" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
        if (duration.compareTo(LONGEST) > 0) {
            problems.add(text.line(), "“" + text.value() + "” is longer than 30 d");
        }
        return duration;
    }

    /** A number of days between two. */
    Duration days(Text text, Duration least, Duration most) {
        Matcher matcher = DURATION.matcher(text.value());
        Duration days = (matcher.matches() && matcher.group(2).equals("d"))
                ? Duration.ofDays(Long.parseLong(matcher.group(1))) : Duration.ZERO;
        if (days.compareTo(least) < 0 || days.compareTo(most) > 0) {
            problems.add(text.line(),
                    "“" + text.value() + "” is not from " + least.toDays() + " d to " + most.toDays() + " d");
            return least;
        }
        return days;
    }

    /** The length of a clock that keeps people from being asked again. */
    Duration days(Text text) {
        Duration duration = duration(text);
        if (duration.isZero() || !duration.equals(Duration.ofDays(duration.toDays()))) {
            problems.add(text.line(), "“" + text.value() + "” is not a number of days such as 14 d");
        }
        return duration;
    }

    double share(Text text) {
        Matcher matcher = SHARE.matcher(text.value());
        double percent = matcher.matches() ? Double.parseDouble(matcher.group(1)) : 101;
        if (percent > 100) {
            if (!text.value().isEmpty()) {
                problems.add(text.line(), "“" + text.value() + "” is not a share such as 20%");
            }
            return 0;
        }
        return percent / 100;
    }

    int count(Text text, int least, int most) {
        if (text.value().matches("\\d{1,6}")) {
            int number = Integer.parseInt(text.value());
            if (number >= least && number <= most) {
                return number;
            }
        }
        problems.add(text.line(), "“" + text.value() + "” is not a whole number from " + least + " to " + most);
        return least;
    }

    boolean yes(Text text) {
        return one(text, Map.of("yes", true, "no", false, "true", true, "false", false), false);
    }

    /** One of several words. */
    <T> T one(Text text, Map<String, T> choices, T otherwise) {
        T choice = choices.get(text.value().toLowerCase(Locale.ROOT));
        if (choice == null) {
            if (!text.value().isEmpty()) {
                List<String> known = choices.keySet().stream().sorted().toList();
                problems.unknown(text.line(), "“" + text.value() + "” must be one of " + String.join(", ", known),
                        text.value(), known);
            }
            return otherwise;
        }
        return choice;
    }

    String url(Text text) {
        try {
            URI uri = new URI(text.value());
            if ("https".equals(uri.getScheme()) && uri.getHost() != null && uri.getUserInfo() == null) {
                return text.value();
            }
        }
        catch (URISyntaxException ex) {
            // noted below
        }
        problems.add(text.line(), "“" + text.value() + "” is not an address that starts with https://");
        return text.value();
    }

}
