package io.touchpoint.slack.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Slack's markup as a reader sees it: tokens replaced, marks turned into looks that plain
 * text does not have.
 *
 * @param nameOf the name of a person by id
 * @param channelOf the name of a channel by id
 * @param dates the reader's dates
 */
record Markup(UnaryOperator<String> nameOf, UnaryOperator<String> channelOf, Dates dates) {

    private static final Pattern TOKEN = Pattern.compile("<([^<>]+)>");

    private static final List<Pattern> MARKS = Stream.of("*", "_", "~", "`").map(Markup::mark).toList();

    /** Stands for a token while the marks around it are read. */
    private static final char FIRST_TOKEN = '\uE000';

    private static final Pattern EMOJI = Pattern.compile(":([a-z0-9_+-]+):");

    private static final Map<String, String> EMOJIS = Map.ofEntries(Map.entry("+1", "👍"), Map.entry("thumbsup", "👍"),
            Map.entry("-1", "👎"), Map.entry("thumbsdown", "👎"), Map.entry("white_check_mark", "✅"),
            Map.entry("warning", "⚠️"), Map.entry("fire", "🔥"), Map.entry("smile", "😄"), Map.entry("star", "⭐"),
            Map.entry("tada", "🎉"), Map.entry("wave", "👋"), Map.entry("calendar", "📆"), Map.entry("bell", "🔔"),
            Map.entry("x", "❌"), Map.entry("heart", "❤️"), Map.entry("rage", "😡"));

    /** What is read of a text with markup. */
    String shown(String text) {
        List<String> tokens = new ArrayList<>();
        String marked = TOKEN.matcher(text).replaceAll((token) -> {
            tokens.add(unescaped(token(token.group(1))));
            return String.valueOf((char) (FIRST_TOKEN + tokens.size() - 1));
        });
        String shown = looks(marked);
        for (int i = 0; i < tokens.size(); i++) {
            shown = shown.replace(String.valueOf((char) (FIRST_TOKEN + i)), tokens.get(i));
        }
        return visible(shown);
    }

    /** What is read of a text without markup. */
    static String plain(String text, boolean emoji) {
        return visible(emoji ? emojis(text) : text);
    }

    private static Pattern mark(String mark) {
        return Pattern
            .compile("(?<![\\p{L}\\p{N}M])M(?=\\S)([^\\nM]*[^\\sM])M(?![\\p{L}\\p{N}M])".replace("M", "\\" + mark));
    }

    private static String looks(String text) {
        String looks = text;
        for (Pattern mark : MARKS) {
            looks = mark.matcher(looks).replaceAll("$1");
        }
        return unescaped(emojis(looks));
    }

    private String token(String token) {
        int bar = token.indexOf('|');
        String target = (bar < 0) ? token : token.substring(0, bar);
        String label = (bar < 0) ? "" : token.substring(bar + 1);
        if (target.startsWith("@")) {
            return "@" + nameOf.apply(target.substring(1));
        }
        if (target.startsWith("#")) {
            return "#" + channelOf.apply(target.substring(1));
        }
        if (target.startsWith("!date^")) {
            return date(target, label);
        }
        if (target.startsWith("!")) {
            return label.isEmpty() ? "@" + target.substring(1) : label;
        }
        return label.isEmpty() ? target : label;
    }

    private String date(String target, String fallback) {
        String[] parts = target.split("\\^", -1);
        if (parts.length < 3 || !parts[1].matches("\\d{1,12}")) {
            return fallback;
        }
        return dates.shown(Long.parseLong(parts[1]), parts[2]);
    }

    static String unescaped(String text) {
        return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }

    private static String emojis(String text) {
        return EMOJI.matcher(text)
            .replaceAll((found) -> Matcher.quoteReplacement(EMOJIS.getOrDefault(found.group(1), found.group())));
    }

    /** Without the characters that take no room. */
    private static String visible(String text) {
        return text.replaceAll("[\\u200B\\u2060\\uFEFF]", "");
    }

}
