package io.touchpoint.conversation;

import io.touchpoint.survey.Scale;
import io.touchpoint.survey.Survey;

/** How the values of one survey's scale are called. */
final class RatingWords {

    private final Scale scale;

    private final Survey.Words words;

    private final Texts texts;

    RatingWords(Scale scale, Survey.Words words, Texts texts) {
        this.scale = scale;
        this.words = words;
        this.texts = texts;
    }

    /** What stands in the question's place, such as "Delivery: 2, bad." */
    String result(int score) {
        if (scale == Scale.THUMBS) {
            return texts.of("ratedThumb", "name", words.name(), "label", spoken(score));
        }
        return label(score).isEmpty() ? texts.of("ratedOf", "name", words.name(), "score", score, "max", scale.max())
                : texts.of("rated", "name", words.name(), "score", score, "label", spoken(score));
    }

    /** A value within a sentence, such as "2, bad". */
    String scored(int score) {
        if (scale == Scale.THUMBS) {
            return spoken(score);
        }
        return label(score).isEmpty() ? String.valueOf(score)
                : texts.of("scored", "score", score, "label", spoken(score));
    }

    /** What stands on the button, such as "2 Bad". */
    String face(int score) {
        if (scale == Scale.THUMBS) {
            return label(score);
        }
        return label(score).isEmpty() ? String.valueOf(score) : score + " " + label(score);
    }

    /** A label within a sentence. */
    String spoken(int score) {
        String label = label(score);
        return label.equals("OK") ? label : Texts.uncapitalised(label);
    }

    private String label(int score) {
        return words.labels().get(score - scale.min());
    }

}
