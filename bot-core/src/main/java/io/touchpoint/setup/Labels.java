package io.touchpoint.setup;

import io.touchpoint.survey.Scale;
import java.util.ArrayList;
import java.util.List;

/** The usual words on the values of a scale, low to high. */
final class Labels {

    private Labels() {
    }

    /** The usual labels in English or German; none in other languages. */
    static List<String> usual(Scale scale, String language) {
        return switch (language) {
            case "en" -> english(scale);
            case "de" -> german(scale);
            default -> List.of();
        };
    }

    /** Labels of a long scale: words at its ends, nothing between. */
    static List<String> ends(int size, String low, String high) {
        List<String> labels = new ArrayList<>(List.of(low));
        while (labels.size() < size - 1) {
            labels.add("");
        }
        labels.add(high);
        return labels;
    }

    private static List<String> english(Scale scale) {
        return switch (scale) {
            case STARS_5 -> List.of("Very bad", "Bad", "OK", "Good", "Very good");
            case NPS_0_10 -> ends(11, "Not at all likely", "Extremely likely");
            case CES_1_7 -> ends(7, "Strongly disagree", "Strongly agree");
            case THUMBS -> List.of("No", "Yes");
            case EFFORT_1_5_REVERSED -> List.of("Very easy", "Easy", "OK", "Hard", "Very hard");
        };
    }

    private static List<String> german(Scale scale) {
        return switch (scale) {
            case STARS_5 -> List.of("Sehr schlecht", "Schlecht", "OK", "Gut", "Sehr gut");
            case NPS_0_10 -> ends(11, "Sehr unwahrscheinlich", "Sehr wahrscheinlich");
            case CES_1_7 -> ends(7, "Stimme gar nicht zu", "Stimme voll zu");
            case THUMBS -> List.of("Nein", "Ja");
            case EFFORT_1_5_REVERSED -> List.of("Sehr leicht", "Leicht", "OK", "Schwer", "Sehr schwer");
        };
    }

}
