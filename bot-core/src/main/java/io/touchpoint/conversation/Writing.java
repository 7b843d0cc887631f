package io.touchpoint.conversation;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A reply in the forms that the rules read: small letters without accents, one way to
 * write each sign.
 *
 * @param plain with punctuation, signs and emoji
 * @param bare words and figures only, one space between them
 * @param sentences each sentence as words and figures only
 */
record Writing(String plain, String bare, List<String> sentences) {

    private static final int MOST = 2000;

    private static final Pattern HALVES = Pattern.compile("\u00bd");

    private static final Pattern QUOTES = Pattern.compile("[\u2018\u2019\u201a\u201b\u2032\u00b4`']");

    private static final Pattern DOUBLE_QUOTES = Pattern.compile("[\u201c\u201d\u201e\u201f\u00ab\u00bb]");

    private static final Pattern DASHES = Pattern.compile("[\u2010-\u2015\u2212]");

    private static final Pattern LATIN_MARKS = Pattern.compile("(?<=\\p{IsLatin})\\p{Mn}+");

    private static final Pattern UNSEEN = Pattern
        .compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe0e\ufe0f\u20e3\\x{1F3FB}-\\x{1F3FF}]|:skin-tone-\\d:");

    private static final Pattern SPACES = Pattern.compile("\\s+");

    private static final Pattern NO_WORDS = Pattern
        .compile("(?<!\\d)[.,:/]+|[.,:/]+(?!\\d)|(?<![\\p{L}\\d])/|[^\\p{L}\\p{M}\\d\\s.,:/]+");

    private static final Pattern SENTENCE_ENDS = Pattern.compile("[.!?;]+(?=\\s|$)|\n+");

    Writing {
        sentences = List.copyOf(sentences);
    }

    static Writing of(String raw) {
        String lines = fold(Emoji.named(raw.substring(0, Math.min(raw.length(), MOST))));
        List<String> sentences = Arrays.stream(SENTENCE_ENDS.split(lines))
            .map(Writing::bare)
            .filter((sentence) -> !sentence.isEmpty())
            .toList();
        String plain = SPACES.matcher(lines).replaceAll(" ").strip();
        return new Writing(plain, bare(plain), sentences);
    }

    /** Small letters without accents and without signs that cannot be seen. */
    static String fold(String text) {
        String halves = HALVES.matcher(text).replaceAll(" 1/2");
        String quotes = DOUBLE_QUOTES.matcher(QUOTES.matcher(halves).replaceAll("")).replaceAll("\"");
        String small = Normalizer.normalize(quotes, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        String seen = UNSEEN.matcher(DASHES.matcher(small).replaceAll("-")).replaceAll("");
        String apart = Normalizer.normalize(seen, Normalizer.Form.NFD);
        String letters = LATIN_MARKS.matcher(apart).replaceAll("").replace("\u00df", "ss");
        return Normalizer.normalize(letters, Normalizer.Form.NFC);
    }

    static String bare(String folded) {
        String words = NO_WORDS.matcher(folded).replaceAll(" ");
        return SPACES.matcher(words).replaceAll(" ").strip();
    }

    int words() {
        return bare.isEmpty() ? 0 : SPACES.split(bare).length;
    }

}
