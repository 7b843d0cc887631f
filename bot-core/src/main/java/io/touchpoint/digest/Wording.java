package io.touchpoint.digest;

import io.touchpoint.insight.Count;
import io.touchpoint.insight.Finding;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;

/** Figures and days as staff read them. */
final class Wording {

    private static final Locale LANGUAGE = Locale.ENGLISH;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", LANGUAGE);

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", LANGUAGE);

    private Wording() {
    }

    /** A share of 0 to 1 as whole per cent: "28%". */
    static String percent(double share) {
        return whole(share) + "%";
    }

    /** A share of 0 to 1 in whole per cent. */
    static long whole(double share) {
        return Math.round(share * 100);
    }

    /** A figure that may be negative, as a whole number with its sign: "+25", "0". */
    static String signed(double figure) {
        long whole = Math.round(figure);
        return (whole < 0) ? "\u2212" + -whole : (whole > 0) ? "+" + whole : "0";
    }

    /** "1,240". */
    static String number(long count) {
        return String.format(LANGUAGE, "%,d", count);
    }

    /** "1 rating", "447 ratings". */
    static String counted(long count, String one, String many) {
        return number(count) + " " + ((count == 1) ? one : many);
    }

    /** "25 of 88". */
    static String of(Count count) {
        return number(count.unhappy()) + " of " + number(count.answers());
    }

    /** "28% unhappy (25 of 88)". */
    static String unhappy(Count count) {
        return percent(count.share()) + " unhappy (" + of(count) + ")";
    }

    /** "21–37%". */
    static String range(Finding finding) {
        return whole(finding.likelyLower()) + "\u2013" + percent(finding.likelyUpper());
    }

    /** "22 Nov". */
    static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** "16–22 Nov", "30 Nov–6 Dec". */
    static String days(LocalDate from, LocalDate to) {
        String first = (from.getMonth() == to.getMonth()) ? String.valueOf(from.getDayOfMonth()) : day(from);
        return first + "\u2013" + day(to);
    }

    /** The week that begins on a day, as {@link #days} says it. */
    static String week(LocalDate monday) {
        return days(monday, monday.plusDays(6));
    }

    /** "Mon 09:00". */
    static String due(Digest.Plan plan) {
        return plan.on().getDayOfWeek().getDisplayName(TextStyle.SHORT, LANGUAGE) + " " + TIME.format(plan.time());
    }

    /** "Mondays 09:00 Europe/Berlin". */
    static String rhythm(Digest.Plan plan) {
        DayOfWeek day = plan.on().getDayOfWeek();
        return day.getDisplayName(TextStyle.FULL, LANGUAGE) + "s " + TIME.format(plan.time()) + " "
                + plan.zone().getId();
    }

    /** The first letter large. */
    static String sentence(String words) {
        return words.substring(0, 1).toUpperCase(LANGUAGE) + words.substring(1);
    }

    /** The first letter small, unless the word is an abbreviation. */
    static String within(String words) {
        boolean abbreviation = words.length() > 1 && Character.isUpperCase(words.charAt(1));
        return (words.isEmpty() || abbreviation) ? words
                : words.substring(0, 1).toLowerCase(LANGUAGE) + words.substring(1);
    }

    /**
     * Cut to so many characters, the last of them an ellipsis where something was cut.
     */
    static String cut(String words, int most) {
        if (words.codePointCount(0, words.length()) <= most) {
            return words;
        }
        return words.substring(0, words.offsetByCodePoints(0, most - 1)).stripTrailing() + "\u2026";
    }

}
