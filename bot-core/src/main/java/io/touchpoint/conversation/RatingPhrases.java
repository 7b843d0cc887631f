package io.touchpoint.conversation;

import java.util.Comparator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The expressions that find a number, a fraction, a percentage or a range at the head of
 * a reply, made from all tables together.
 */
final class RatingPhrases {

    /** The reply is a value and nothing else. */
    final Pattern alone;

    /** The reply is a value, a mark or a word that divides, and a comment. */
    final Pattern commented;

    /** The reply is a fraction and more words without a mark between them. */
    final Pattern followed;

    /** Words that make a value uncertain. */
    final Pattern soft;

    /** Words behind a value that make it uncertain. */
    final Pattern softTail;

    RatingPhrases(Languages words) {
        String word = words.numbers()
            .keySet()
            .stream()
            .sorted(Comparator.comparing(String::length).reversed())
            .collect(Collectors.joining("|", "(?:", ")")) + "(?:(?![\\p{L}\\d])|(?=" + words.any("half") + "))";
        String number = "(?:\\d{1,3}(?!\\d)(?:[.,]\\d{1,2}(?!\\d))?|" + word + ")(?:\\s?(?:1/2|" + words.any("half")
                + ")(?![\\p{L}\\d/])|\\s" + words.any("point") + "\\s(?:\\d|" + word + "))?";
        String between = words.any("between") + "\\s(?<ba>" + number + ")\\s" + words.any("and") + "\\s(?<bb>" + number
                + ")";
        String fraction = "(?<fx>" + number + ")(?:\\s?/\\s?|\\s?\\b" + words.any("out-of") + "\\s)(?<fy>" + number
                + ")";
        String percent = "(?<p>" + number + ")\\s?(?:%|" + words.any("percent") + "(?!\\p{L}))";
        String range = "(?<ra>" + number + ")(?:\\s?-\\s?|\\s(?:" + words.any("or") + "|" + words.any("to")
                + ")\\s)(?<rb>" + number + ")";
        String expression = "(?:" + between + "|" + fraction + "|" + percent + "|" + range + "|(?<n>" + number + "))";
        String lead = "(?<lead>(?:~\\s?|(?:" + words.any("say") + "|" + words.any("soft") + "|" + words.any("filler")
                + ")[,.:]?\\s){0,8})";
        String stars = "(?<star>\\s?-?(?:" + words.any("star") + "(?!\\p{L})|\\*(?!\\*)|[\u2605\u2b50]))?";
        String tail = "(?<tail>(?:\\s?-?(?:" + words.any("soft-tail") + "(?!\\p{L})|\\+)|,?\\s(?:" + words.any("tail")
                + "|" + words.any("filler") + ")(?!\\p{L})){0,6})";
        String head = lead + expression + stars;
        String mark = "\\s?(?<mark>[,;:!]+\\s?|\\.\\s|\\s-\\s|\\s?\\(|\\s(?=" + words.any("because")
                + "(?!\\p{L})))\\s?";
        String unit = words.any("unit") + "(?![\\p{L}\\d])";
        String rest = "(?!\\s|\\d|[\\p{Sc}%]|" + number + "|" + unit + ")(?<rest>.*\\p{L}.*)";
        alone = Pattern.compile(head + tail + "(?<end>[\\s.!)?]*)");
        commented = Pattern.compile(head + tail + mark + rest);
        followed = Pattern.compile(lead + fraction + "(?<star>\\s" + words.any("star") + "(?!\\p{L}))?\\s(?!" + unit
                + "|" + number + ")(?<rest>\\p{L}.*)");
        soft = Pattern.compile("(?:^|\\s|,|-)" + words.any("soft") + "(?=[\\s,.:]|$)|~");
        softTail = Pattern.compile("(?:^|[\\s,-])" + words.any("soft-tail") + "(?!\\p{L})");
    }

}
