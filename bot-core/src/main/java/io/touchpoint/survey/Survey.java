package io.touchpoint.survey;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * What is asked at a touchpoint.
 *
 * @param id {@code workspace|survey|key}
 * @param words by language, ISO 639-1; English is always there
 * @param reasons what may have gone wrong, none or two to eight
 */
@Document("surveys")
@TypeAlias("survey")
public record Survey(@Id String id, String workspace, String key, Scale scale, Map<String, Words> words,
        List<Reason> reasons) {

    public Survey {
        words = Map.copyOf(words);
        reasons = (reasons == null) ? List.of() : List.copyOf(reasons);
    }

    /**
     * The words of a survey in one language, whole sentences and phrases.
     *
     * @param name the touchpoint at the start of a line, such as "Delivery"
     * @param thing the touchpoint within a sentence, such as "the delivery"
     * @param about completes "would like to know …", such as "how your delivery went"
     * @param question the whole question with both ends of its scale named
     * @param labels one for each value of the scale, low to high, such as "Very bad"; for
     * long scales an empty label stands between the two ends
     * @param reason completes "You get this because …", such as "you ordered from us"
     * @param subject names what the customer lived through, with {@code {subject}} and
     * {@code {day}}, such as "order {subject}, arrived {day}"
     * @param because completes "You got this question because …", with the same
     * placeholders, such as "order {subject} arrived on {day}"
     * @param withdrawn what stands in the question's place once it is withdrawn, such as
     * "Your ticket is open again. I'll ask when it is solved."
     */
    public record Words(String name, String thing, String about, String question, List<String> labels, String reason,
            String subject, String because, String withdrawn) {

        public Words {
            labels = List.copyOf(labels);
        }

    }

    /**
     * Something that may have gone wrong: its id within the survey, and its label by
     * language.
     */
    public record Reason(String key, Map<String, String> labels) {

        /** The label in a language, else in English. */
        public String label(Locale locale) {
            String label = labels.get(locale.getLanguage());
            return (label != null) ? label : labels.getOrDefault("en", key);
        }

    }

    /** The words in a language, else in the fallback's, else in English. */
    public Words words(Locale locale, Locale fallback) {
        Words own = words.get(locale.getLanguage());
        Words second = (own != null) ? own : words.get(fallback.getLanguage());
        Words any = (second != null) ? second : words.get("en");
        if (any == null) {
            throw new IllegalStateException("no English words in survey " + id);
        }
        return any;
    }

}
