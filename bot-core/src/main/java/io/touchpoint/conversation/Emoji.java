package io.touchpoint.conversation;

import io.touchpoint.conversation.Reply.Tone;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What emoji say, whatever a platform calls them. */
final class Emoji {

    private static final Pattern NAME = Pattern.compile(":[a-z0-9_+-]{1,50}:");

    private static final Map<String, String> SIGNS = new HashMap<>();

    private static final Map<Integer, Tone> TONES = new HashMap<>();

    static {
        for (String line : WordTable.lines("emoji")) {
            List<String> parts = List.of(line.split(" "));
            String sign = parts.get(1);
            parts.subList(2, parts.size()).forEach((name) -> SIGNS.put(name, sign));
            tone(parts.getFirst()).ifPresent((tone) -> TONES.put(sign.codePointAt(0), tone));
        }
    }

    private Emoji() {
    }

    /** The tone that a mark in a table stands for; empty for any other mark. */
    static Optional<Tone> tone(String mark) {
        return switch (mark) {
            case "++" -> Optional.of(Tone.VERY_GOOD);
            case "+" -> Optional.of(Tone.GOOD);
            case "0" -> Optional.of(Tone.NEITHER);
            case "-" -> Optional.of(Tone.BAD);
            case "--" -> Optional.of(Tone.VERY_BAD);
            default -> Optional.empty();
        };
    }

    /** The text with signs in the place of names such as {@code :star:}. */
    static String named(String text) {
        Matcher names = NAME.matcher(text);
        return names.replaceAll((name) -> Matcher.quoteReplacement(SIGNS.getOrDefault(name.group(), name.group())))
            .replace("\ud83d\udd1f", " 10 ");
    }

    /**
     * The tone of all emoji in a text together; empty when there are none that lean, or
     * when they lean to different sides.
     */
    static Optional<Tone> toneOf(String plain) {
        List<Tone> tones = plain.codePoints()
            .filter(TONES::containsKey)
            .mapToObj((sign) -> TONES.getOrDefault(sign, Tone.NEITHER))
            .distinct()
            .sorted()
            .toList();
        if (tones.isEmpty()) {
            return Optional.empty();
        }
        Tone lowest = tones.getFirst();
        Tone highest = tones.getLast();
        if (side(lowest) != side(highest)) {
            return Optional.empty();
        }
        return Optional.of((side(lowest) < 0) ? lowest : highest);
    }

    /** The text without emoji that lean. */
    static String without(String plain) {
        return plain.codePoints()
            .filter((sign) -> !TONES.containsKey(sign))
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString()
            .strip();
    }

    /** Below 0 for bad, above 0 for good. */
    static int side(Tone tone) {
        return switch (tone) {
            case VERY_BAD, BAD -> -1;
            case NEITHER -> 0;
            case GOOD, VERY_GOOD -> 1;
        };
    }

}
