package io.touchpoint.slack;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Text on its way into and out of Slack: cleaned, cut, escaped once out, unescaped once
 * in.
 */
final class Words {

    private static final Pattern EMOJI_NAME = Pattern.compile(":(?=[a-zA-Z0-9_+'-]+:)");

    private Words() {
    }

    /**
     * The text without control characters, bidirectional controls and halves of surrogate
     * pairs; line ends become line feeds.
     */
    static String clean(String text) {
        String lines = text.replace("\r\n", "\n").replace('\r', '\n').replace('\u2028', '\n').replace('\u2029', '\n');
        return lines.codePoints()
            .filter(Words::harmless)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    }

    private static boolean harmless(int point) {
        boolean bidi = (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069) || point == 0x200E
                || point == 0x200F || point == 0x061C;
        boolean control = point != '\n' && point != '\t' && Character.getType(point) == Character.CONTROL;
        boolean broken = Character.getType(point) == Character.SURROGATE || point == 0xFEFF;
        return !bidi && !control && !broken;
    }

    /**
     * Clean text of at most so many characters; an ellipsis says that some is missing.
     */
    static String cut(String text, int most) {
        String clean = clean(text);
        if (clean.codePointCount(0, clean.length()) <= most) {
            return clean;
        }
        return clean.substring(0, clean.offsetByCodePoints(0, most - 1)).stripTrailing() + "\u2026";
    }

    /** Escapes what Slack reads as mentions, links and entities. */
    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** Undoes {@link #escape}, once. */
    static String unescape(String text) {
        return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }

    /**
     * Makes any text show literally where Slack renders its markup: escaped, and the
     * characters that format or name an emoji replaced by ones that look like them.
     */
    static String literal(String text) {
        String plain = clean(text).replace('*', '\u2217')
            .replace('_', '\u02cd')
            .replace('~', '\u223c')
            .replace('`', '\u02cb');
        return escape(EMOJI_NAME.matcher(plain).replaceAll("\u2236"));
    }

    /**
     * A whole message as Slack's top-level text, which screen readers read: literal and
     * cut at a line's end where one is near.
     */
    static String topLevel(String text, int most) {
        String literal = literal(text);
        if (literal.length() <= most) {
            return literal;
        }
        int end = literal.lastIndexOf('\n', most - 2);
        if (end < most * 3 / 4) {
            end = most - 2;
            int entity = literal.lastIndexOf('&', end);
            if (entity >= 0 && end - entity < 5) {
                end = entity;
            }
            if (Character.isHighSurrogate(literal.charAt(end - 1))) {
                end--;
            }
        }
        return literal.substring(0, end) + "\n\u2026";
    }

    /** Names of at most so many characters that stay different from each other. */
    static List<String> distinct(List<String> names, int most) {
        Set<String> taken = new HashSet<>();
        List<String> distinct = new ArrayList<>();
        for (String name : names) {
            String one = cut(name.isBlank() ? "-" : name, most);
            for (int n = 2; !taken.add(one); n++) {
                String number = " " + n;
                one = cut(name, most - number.length()) + number;
            }
            distinct.add(one);
        }
        return distinct;
    }

    /** Lines joined again, without empty ones at the ends. */
    static String lines(List<String> lines) {
        return lines.stream().collect(Collectors.joining("\n")).strip();
    }

}
