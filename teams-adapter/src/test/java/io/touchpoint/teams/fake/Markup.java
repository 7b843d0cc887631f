package io.touchpoint.teams.fake;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The little Markdown that cards and messages know, as a reader in a zone sees it. Dates
 * and times are shown as a client in British English shows them, whatever the reader's
 * language, so that a text is the same for everybody but for the zone: COMPACT
 * {@code 25/11/2026}, SHORT {@code Wed, 25 Nov 2026}, LONG
 * {@code Wednesday, 25 November 2026}, TIME {@code 09:00}.
 *
 * @param reader the zone of the reader
 */
record Markup(ZoneId reader) {

    private static final Pattern TOKEN = Pattern
        .compile("\\{\\{(DATE|TIME)\\(([0-9T:.+Z-]+)(?:,\\s?(COMPACT|SHORT|LONG))?\\)}}");

    private static final Pattern ESCAPE = Pattern.compile("\\\\([\\\\`*_{}\\[\\]()#+.!~>|-])");

    private static final Pattern LINK = Pattern.compile("\\[([^\\]]*)]\\(([^)\\s]*)\\)");

    private static final Pattern BOLD = Pattern.compile("(\\*\\*|__)(?=\\S)(.+?)(?<=\\S)\\1");

    private static final Pattern ITALIC = Pattern
        .compile("(?<![\\p{L}\\p{N}*_])([*_])(?=\\S)([^*_]+?)(?<=\\S)\\1(?![\\p{L}\\p{N}*_])");

    private static final Pattern MENTION = Pattern.compile("<at[^>]*>(.*?)</at>");

    private static final Pattern BREAK = Pattern.compile("<br\\s*/?>");

    /** Where characters that were escaped wait until the mark-up is gone. */
    private static final char HIDDEN = '\uE000';

    /** A text that is rendered. */
    String shown(String text) {
        String hidden = ESCAPE.matcher(dated(text))
            .replaceAll((found) -> Character.toString(HIDDEN + found.group(1).charAt(0)));
        String plain = MENTION.matcher(hidden).replaceAll("$1");
        plain = BREAK.matcher(plain).replaceAll("\n");
        plain = LINK.matcher(plain).replaceAll("$1");
        plain = BOLD.matcher(plain).replaceAll("$2");
        plain = ITALIC.matcher(plain).replaceAll("$2");
        plain = plain.replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&quot;", "\"")
            .replace("&nbsp;", "\u00a0")
            .replace("&amp;", "&");
        StringBuilder restored = new StringBuilder();
        plain.chars()
            .map((one) -> (one > HIDDEN && one < HIDDEN + 128) ? one - HIDDEN : one)
            .forEach((one) -> restored.append((char) one));
        return restored.toString();
    }

    /** A text of an element that renders no mark-up, but dates. */
    String literal(String text) {
        return dated(text);
    }

    private String dated(String text) {
        Matcher tokens = TOKEN.matcher(text);
        return tokens.replaceAll((token) -> Matcher
            .quoteReplacement(moment(token.group(1), token.group(2), token.group(3)).orElse(token.group())));
    }

    private Optional<String> moment(String what, String at, String format) {
        try {
            ZonedDateTime local = OffsetDateTime.parse(at).atZoneSameInstant(reader);
            String pattern = what.equals("TIME") ? "HH:mm" : switch (Optional.ofNullable(format).orElse("COMPACT")) {
                case "SHORT" -> "EEE, d MMM yyyy";
                case "LONG" -> "EEEE, d MMMM yyyy";
                default -> "dd/MM/yyyy";
            };
            return Optional.of(DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(local));
        }
        catch (DateTimeParseException ex) {
            return Optional.empty();
        }
    }

}
