package io.touchpoint.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.RuleBasedNumberFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The number words of each table are those that CLDR spells, and a few more. */
class NumberWordsTests {

    @ParameterizedTest
    @CsvSource({ "en, '', null", "de, 'ein eine einen einem eines einer zweier dreier', zwo" })
    void areThoseOfCldrWithoutArticles(String language, String articles, String more) {
        RuleBasedNumberFormat spelling = new RuleBasedNumberFormat(Locale.of(language), RuleBasedNumberFormat.SPELLOUT);
        Map<String, Integer> spelled = new TreeMap<>();
        for (String rules : spelling.getRuleSetNames()) {
            if (rules.startsWith("%spellout-cardinal")) {
                for (int number = 0; number <= 10; number++) {
                    spelled.put(Writing.fold(spelling.format(number, rules)), number);
                }
            }
        }
        spelled.keySet().removeAll(Set.of(articles.split(" ")));
        Map<String, Integer> table = new Vocabulary(language).numbers();
        assertThat(table).containsAllEntriesOf(spelled);
        assertThat(table.keySet()).contains(more);
        table.keySet().removeAll(spelled.keySet());
        assertThat(table.keySet()).isSubsetOf("null", "eins", "zwo", "fuenf", "zero");
    }

}
