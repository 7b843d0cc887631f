package io.touchpoint.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.touchpoint.mongo.MongoUnderTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SurveysTests {

    private final Surveys surveys = new Surveys(MongoUnderTest.get().template());

    @Test
    void readsWhatItStored() {
        Survey.Words words = new Survey.Words("Search", "the search", "how your search went", "Did you find it?",
                List.of("No", "Yes"), "you searched our shop", "your search of {day}", "you searched on {day}",
                "I'll ask another time.");
        Survey survey = new Survey(Surveys.id("w1", "search"), "w1", "search", Scale.THUMBS, Map.of("en", words),
                List.of(new Survey.Reason("slow", Map.of("en", "Slow", "de", "Langsam")),
                        new Survey.Reason("wrong", Map.of("en", "Wrong"))));
        surveys.put(survey);
        surveys.put(survey);
        assertThat(surveys.get("w1", "search")).isEqualTo(survey);
        assertThat(surveys.all("w1")).containsExactly(survey);
        assertThat(surveys.all("w")).isEmpty();
        assertThatIllegalStateException().isThrownBy(() -> surveys.get("w2", "search"))
            .withMessage("no survey w2|survey|search");
    }

}
