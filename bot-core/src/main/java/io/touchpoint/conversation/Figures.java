package io.touchpoint.conversation;

import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one number: figures, words, halves, "eight point five". */
final class Figures {

    private static final BigDecimal HALF = new BigDecimal("0.5");

    private static final Pattern DIGITS = Pattern.compile("(\\d+)(?:[.,](\\d+))?(.*)");

    private Figures() {
    }

    /** The value of a number that an expression of {@link RatingPhrases} has found. */
    static BigDecimal read(String written, Map<String, Integer> words) {
        Matcher digits = DIGITS.matcher(written);
        if (digits.matches()) {
            String places = digits.group(2);
            BigDecimal whole = new BigDecimal(digits.group(1) + ((places == null) ? "" : "." + places));
            return whole.add(behind(digits.group(3).strip(), words));
        }
        String word = words.keySet()
            .stream()
            .filter(written::startsWith)
            .max((one, other) -> Integer.compare(one.length(), other.length()))
            .orElseThrow(() -> new IllegalStateException("no number: " + written));
        return BigDecimal.valueOf(words.getOrDefault(word, 0))
            .add(behind(written.substring(word.length()).strip(), words));
    }

    private static BigDecimal behind(String rest, Map<String, Integer> words) {
        if (rest.isEmpty()) {
            return BigDecimal.ZERO;
        }
        String end = rest.substring(rest.lastIndexOf(' ') + 1);
        if (end.matches("\\d")) {
            return new BigDecimal("0." + end);
        }
        Integer digit = words.get(end);
        return (digit != null && digit < 10) ? BigDecimal.valueOf(digit).movePointLeft(1) : HALF;
    }

}
