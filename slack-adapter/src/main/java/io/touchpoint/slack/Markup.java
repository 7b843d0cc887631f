package io.touchpoint.slack;

import io.touchpoint.chat.PlainText;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Text as people typed it, from the markup in which Slack hands it over. */
final class Markup {

    private static final int MOST = 4000;

    private static final Pattern TOKEN = Pattern.compile("<([@#!]?)([^<>|]{1,3000})(?:\\|([^<>]{0,3000}))?>");

    private Markup() {
    }

    /**
     * The text: mentions stay {@code <@ID>}, links and channels become what was typed,
     * and what Slack had escaped is unescaped once.
     */
    static String typed(String text) {
        StringBuilder typed = new StringBuilder();
        var tokens = TOKEN.matcher(text);
        int from = 0;
        while (tokens.find()) {
            typed.append(Words.unescape(text.substring(from, tokens.start()))).append(typed(tokens.toMatchResult()));
            from = tokens.end();
        }
        typed.append(Words.unescape(text.substring(from)));
        return PlainText.cut(typed.toString(), MOST).strip();
    }

    private static String typed(MatchResult token) {
        String what = Words.unescape(token.group(2));
        String label = (token.group(3) == null) ? "" : Words.unescape(token.group(3));
        return switch (token.group(1)) {
            case "@" -> "<@" + what + ">";
            case "#" -> "#" + (label.isEmpty() ? what : label);
            case "!" -> label.isEmpty() ? "@" + what : label;
            default -> label.isEmpty() ? what.replaceFirst("^mailto:", "") : label;
        };
    }

}
