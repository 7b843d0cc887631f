package io.touchpoint.conversation;

import io.touchpoint.conversation.Expectation.Rating;
import io.touchpoint.conversation.Reply.Tone;
import io.touchpoint.survey.Scale;
import java.util.List;
import java.util.Optional;

/**
 * Words and emoji that say how it was without a value, and words that stand on the scale.
 */
final class Leanings {

    private final Languages words;

    private final Rating asked;

    Leanings(Languages words, Rating asked) {
        this.words = words;
        this.asked = asked;
    }

    Optional<Reply> read(Writing said) {
        return label(said.bare()).or(() -> tone(said).map((tone) -> new Reply.Leaning(tone, offer(tone))));
    }

    /** How a text leans as a whole; empty when it says more, or both. */
    Optional<Tone> tone(Writing said) {
        switch (said.plain()) {
            case "+1":
                return Optional.of(Tone.GOOD);
            case "-1":
                return Optional.of(Tone.BAD);
            default:
        }
        Optional<Tone> signs = Emoji.toneOf(said.plain());
        if (said.bare().isEmpty()) {
            return Emoji.without(said.plain()).isEmpty() ? signs : Optional.empty();
        }
        Optional<Tone> spoken = spoken(said.bare());
        boolean split = signs.isPresent() && spoken.isPresent() && Emoji.side(signs.get()) != Emoji.side(spoken.get());
        return split ? Optional.empty() : spoken;
    }

    private Optional<Tone> spoken(String bare) {
        return words.first((language) -> {
            Vocabulary table = language.words();
            return table.value("leaning", words.forms(language, bare))
                .or(() -> table.value("leaning", words.forms(language, table.without("was", bare))))
                .flatMap(Emoji::tone);
        });
    }

    /** A label of the scale: the question's own ones, and those of satisfaction. */
    private Optional<Reply> label(String bare) {
        for (int index = 0; index < asked.labels().size(); index++) {
            String label = Writing.bare(Writing.fold(asked.labels().get(index)));
            if (!label.isEmpty() && label.equals(bare) && !words.says("yes-filler", label)) {
                return Optional.of(new Reply.Rated(asked.scale().min() + index, false, null));
            }
        }
        Optional<Integer> satisfied = words
            .first((language) -> language.words().value("satisfied", words.forms(language, bare)))
            .map(Integer::valueOf);
        if (asked.scale() == Scale.STARS_5) {
            return satisfied.map((value) -> new Reply.Rated(value, false, null));
        }
        return satisfied.map((value) -> Tone.values()[value - 1]).map((tone) -> new Reply.Leaning(tone, offer(tone)));
    }

    private List<Integer> offer(Tone tone) {
        return switch (asked.scale()) {
            case STARS_5 -> pick(tone, List.of(1, 2), List.of(1, 2), List.of(2, 3, 4), List.of(4, 5), List.of(4, 5));
            case NPS_0_10 -> pick(tone, List.of(0, 1, 2, 3), List.of(3, 4, 5, 6), List.of(5, 6, 7), List.of(7, 8, 9),
                    List.of(9, 10));
            case CES_1_7 -> pick(tone, List.of(1, 2), List.of(2, 3), List.of(3, 4, 5), List.of(5, 6), List.of(6, 7));
            case THUMBS -> pick(tone, List.of(0), List.of(0), List.of(0, 1), List.of(1), List.of(1));
            case EFFORT_1_5_REVERSED ->
                pick(tone, List.of(4, 5), List.of(4, 5), List.of(2, 3, 4), List.of(1, 2), List.of(1, 2));
        };
    }

    private static List<Integer> pick(Tone tone, List<Integer> veryBad, List<Integer> bad, List<Integer> neither,
            List<Integer> good, List<Integer> veryGood) {
        return switch (tone) {
            case VERY_BAD -> veryBad;
            case BAD -> bad;
            case NEITHER -> neither;
            case GOOD -> good;
            case VERY_GOOD -> veryGood;
        };
    }

}
