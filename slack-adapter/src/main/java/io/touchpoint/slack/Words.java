package io.touchpoint.slack;

import io.touchpoint.chat.PlainText;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Text on its way into and out of Slack: escaped once out, unescaped once in.
 */
final class Words {

    private static final Pattern EMOJI_NAME = Pattern.compile(":(?=[a-zA-Z0-9_+'-]+:)");

    private Words() {
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
        String plain = PlainText.clean(text)
            .replace('*', '\u2217')
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

    /** Lines joined again, without empty ones at the ends. */
    static String lines(List<String> lines) {
        return lines.stream().collect(Collectors.joining("\n")).strip();
    }

}
