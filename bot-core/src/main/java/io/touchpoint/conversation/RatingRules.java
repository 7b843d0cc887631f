package io.touchpoint.conversation;

import io.touchpoint.conversation.Expectation.Rating;
import io.touchpoint.conversation.Reply.Tone;
import io.touchpoint.survey.Band;
import io.touchpoint.survey.Scale;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers, fractions, ranges and stars that are a value on the scale that was asked. */
final class RatingRules {

    private static final BigDecimal FIVE_STARS = BigDecimal.valueOf(5);

    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    private static final String HUNDRED_POINTS = "\ud83d\udcaf";

    private static final Pattern STARS = Pattern
        .compile("(?<full>(?:[\u2605\u2b50\u272d\u2730] ?){1,20})(?<empty>(?:[\u2606\u2729] ?){0,20})(?<rest>.*)");

    private static final int LONGEST_LAST = 300;

    private static final Pattern ASTERISKS = Pattern.compile("\\*{1,10}");

    private static final Pattern EDGES = Pattern.compile("^[\\s\"(]+|[\\s\")]+$");

    private final Map<String, Integer> numbers;

    private final RatingPhrases phrases;

    private final Languages words;

    RatingRules(Languages words) {
        this.words = words;
        this.numbers = words.numbers();
        this.phrases = new RatingPhrases(words);
    }

    Optional<Reply> read(String raw, Writing said, Rating asked, Leanings leanings) {
        String text = EDGES.matcher(Emoji.without(said.plain())).replaceAll("");
        Scale scale = asked.scale();
        Optional<Tone> signs = Emoji.toneOf(said.plain());
        return stars(raw, text, scale).or(() -> last(raw, said, scale))
            .or(() -> number(raw, text, scale))
            .or(() -> misspelt(said.bare(), scale))
            .map((reply) -> contradicted(reply, scale, signs, leanings) ? doubted(reply) : reply);
    }

    private Optional<Reply> stars(String raw, String text, Scale scale) {
        if (text.equals(HUNDRED_POINTS)) {
            return new ScaleFit(scale, true, null).fraction(ALL, ALL.add(BigDecimal.ZERO))
                .or(() -> Optional.of(new Reply.Rated(scale.max(), true, null)));
        }
        if (ASTERISKS.matcher(text).matches()) {
            return starCount(text.length(), 5, new ScaleFit(scale, text.length() == 1, null));
        }
        Matcher stars = STARS.matcher(text);
        if (!stars.matches()) {
            return Optional.empty();
        }
        int full = (int) stars.group("full").chars().filter((sign) -> sign != ' ').count();
        int empty = (int) stars.group("empty").chars().filter((sign) -> sign != ' ').count();
        String rest = stars.group("rest").strip();
        ScaleFit fit = new ScaleFit(scale, false, rest.isEmpty() ? null : tail(raw, rest));
        return starCount(full, (empty == 0) ? 5 : full + empty, fit);
    }

    private static Optional<Reply> starCount(int count, int of, ScaleFit fit) {
        BigDecimal given = BigDecimal.valueOf(count);
        boolean ownScale = fit.scale().max() == of || fit.scale().max() == 5 && count > 5;
        return ownScale ? fit.value(given) : fit.fraction(given, BigDecimal.valueOf(of));
    }

    private Optional<Reply> last(String raw, Writing said, Scale scale) {
        if (said.bare().length() > LONGEST_LAST) {
            return Optional.empty();
        }
        String comment = (said.words() > 8) ? raw.strip() : null;
        return words.first((language) -> language.words().number("last", List.of(said.bare()), true))
            .flatMap((number) -> new ScaleFit(scale, false, comment).value(figure(number)));
    }

    private Optional<Reply> number(String raw, String text, Scale scale) {
        Matcher alone = phrases.alone.matcher(text);
        if (alone.matches()) {
            boolean soft = soft(alone) || alone.group("end").contains("?");
            return fitted(alone, new ScaleFit(scale, soft, null));
        }
        Matcher commented = phrases.commented.matcher(text);
        if (commented.matches()) {
            return commented(raw, commented, scale);
        }
        Matcher followed = phrases.followed.matcher(text);
        if (!followed.matches()) {
            return Optional.empty();
        }
        ScaleFit fit = new ScaleFit(scale, true, tail(raw, followed.group("rest")));
        return fit.fraction(figure(followed.group("fx")), figure(followed.group("fy")))
            .filter((reply) -> reply instanceof Reply.Rated);
    }

    private Optional<Reply> commented(String raw, Matcher said, Scale scale) {
        String rest = said.group("rest");
        String number = said.group("n");
        boolean listed = number != null && said.group("mark").startsWith(".") && said.group("star") == null;
        if (number != null && countsOn(figure(number), rest)) {
            return Optional.empty();
        }
        ScaleFit fit = new ScaleFit(scale, soft(said) || listed, tail(raw, rest));
        return fitted(said, fit).filter((reply) -> !(reply instanceof Reply.OutOfScale(BigDecimal given))
                || given.compareTo(BigDecimal.TEN) <= 0);
    }

    /** Whether the words go on with the next number of a list. */
    private static boolean countsOn(BigDecimal number, String rest) {
        return Pattern.compile("(?:^|[\\s(])" + number.add(BigDecimal.ONE).toPlainString() + "[.,:)]")
            .matcher(rest)
            .find();
    }

    private boolean soft(Matcher said) {
        String tail = said.group("tail").strip();
        return phrases.soft.matcher(said.group("lead")).find() || tail.contains("+")
                || phrases.softTail.matcher(tail).find();
    }

    private Optional<Reply> fitted(Matcher said, ScaleFit fit) {
        if (said.group("ba") != null) {
            return fit.range(figure(said.group("ba")), figure(said.group("bb")));
        }
        if (said.group("fx") != null) {
            return fit.fraction(figure(said.group("fx")), figure(said.group("fy")));
        }
        if (said.group("p") != null) {
            return percent(figure(said.group("p")), fit);
        }
        if (said.group("ra") != null) {
            return fit.range(figure(said.group("ra")), figure(said.group("rb")));
        }
        BigDecimal number = figure(said.group("n"));
        boolean otherStars = said.group("star") != null && fit.scale().max() != 5 && number.compareTo(FIVE_STARS) <= 0;
        return otherStars ? fit.fraction(number, FIVE_STARS) : fit.value(number);
    }

    private static Optional<Reply> percent(BigDecimal given, ScaleFit fit) {
        return new ScaleFit(fit.scale(), true, fit.comment()).fraction(given, ALL);
    }

    /** One letter doubled, or two letters exchanged, in a number word. */
    private Optional<Reply> misspelt(String bare, Scale scale) {
        if (bare.length() < 4 || bare.contains(" ") || numbers.containsKey(bare)) {
            return Optional.empty();
        }
        List<Integer> near = numbers.entrySet()
            .stream()
            .filter((word) -> word.getKey().length() >= 4 && isSlip(bare, word.getKey()))
            .map(Map.Entry::getValue)
            .distinct()
            .toList();
        return (near.size() == 1) ? new ScaleFit(scale, true, null).value(BigDecimal.valueOf(near.getFirst()))
                : Optional.empty();
    }

    private static boolean isSlip(String written, String word) {
        for (int i = 0; i < word.length(); i++) {
            String doubled = word.substring(0, i + 1) + word.substring(i);
            boolean exchanged = i > 0 && written
                .equals(word.substring(0, i - 1) + word.charAt(i) + word.charAt(i - 1) + word.substring(i + 1));
            if (written.equals(doubled) || exchanged) {
                return true;
            }
        }
        return false;
    }

    private static boolean contradicted(Reply reply, Scale scale, Optional<Tone> signs, Leanings leanings) {
        if (!(reply instanceof Reply.Rated(int value, boolean _, String comment))) {
            return false;
        }
        Optional<Tone> spoken = (comment == null) ? Optional.empty() : leanings.tone(Writing.of(comment));
        return opposed(signs, scale.band(value)) || opposed(spoken, scale.band(value));
    }

    private static boolean opposed(Optional<Tone> tone, Band band) {
        int side = tone.map(Emoji::side).orElse(0);
        return side > 0 && band == Band.LOW || side < 0 && band == Band.HIGH;
    }

    private static Reply doubted(Reply reply) {
        return (reply instanceof Reply.Rated(int value, boolean _, String comment))
                ? new Reply.Rated(value, true, comment) : reply;
    }

    /** The end of the reply as it was written. */
    private static @Nullable String tail(String raw, String rest) {
        String[] all = raw.strip().split("\\s+");
        int count = rest.strip().split("\\s+").length;
        String tail = String.join(" ", List.of(all).subList(Math.max(0, all.length - count), all.length));
        boolean opened = tail.endsWith(")") && !tail.contains("(");
        String words = tail.startsWith("(") && tail.endsWith(")") ? tail.substring(1, tail.length() - 1)
                : (opened ? tail.substring(0, tail.length() - 1) : tail);
        return words.isBlank() ? null : words;
    }

    private BigDecimal figure(String written) {
        return Figures.read(written, numbers);
    }

}
