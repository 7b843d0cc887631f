package io.touchpoint.setup;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchpoint.followup.AskRules;
import io.touchpoint.followup.AskRules.ForAccount;
import io.touchpoint.followup.Change;
import io.touchpoint.journey.Asking;
import io.touchpoint.journey.Condition;
import io.touchpoint.journey.Condition.Comparison;
import io.touchpoint.journey.JourneyMap;
import io.touchpoint.journey.JourneyStage;
import io.touchpoint.journey.Touchpoint;
import io.touchpoint.setup.SaidRule.Reading;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SaidRuleTests {

    private static final AskRules RULES = new AskRules("w1", Duration.ofDays(7), 3, Duration.ofDays(7), null, null,
            List.of(new ForAccount("Acme", Duration.ofDays(21), 1)));

    private static final JourneyMap MAP = new JourneyMap("w1|map|000001", "w1", 1,
            List.of(touchpoint("support", "Support"), touchpoint("support_chat", "Support chat"),
                    touchpoint("delivery", "Delivery")));

    private static Touchpoint touchpoint(String key, String name) {
        return new Touchpoint(key, JourneyStage.SERVICE, true, name, "support", null, "goal", "expectation", 0.2, key,
                List.of(key + ".ended"), List.of(), Duration.ofHours(3), 1, false);
    }

    private static Change read(String words) {
        assertThat(SaidRule.read(words, RULES, MAP)).isInstanceOf(Reading.Read.class);
        return (SaidRule.read(words, RULES, MAP) instanceof Reading.Read(Change change)) ? change
                : new Change("", RULES, MAP);
    }

    private static Touchpoint changed(String words, String key) {
        Change change = read(words);
        assertThat(change.rules()).isEqualTo(RULES);
        return change.map().touchpoint(key).orElseThrow();
    }

    @Test
    void changesWhatHoldsForEveryQuestion() {
        assertThat(read("clock 3 d").rules())
            .isEqualTo(new AskRules("w1", Duration.ofDays(3), 3, Duration.ofDays(7), null, null, RULES.accounts()));
        assertThat(read("account 5 in 14 d").rules())
            .isEqualTo(new AskRules("w1", Duration.ofDays(7), 5, Duration.ofDays(14), null, null, RULES.accounts()));
        assertThat(read("clock 3 d").map()).isEqualTo(MAP);
    }

    @Test
    void changesWhatHoldsForOneAccount() {
        assertThat(read("accounts Acme at-most 2").rules().accounts())
            .containsExactly(new ForAccount("Acme", Duration.ofDays(21), 2));
        assertThat(read("accounts Fjord & Sons clock 10 d").rules().accounts())
            .containsExactly(RULES.accounts().getFirst(), new ForAccount("Fjord & Sons", Duration.ofDays(10), null));
    }

    @Test
    void changesATouchpointThatIsCalledByItsIdOrItsName() {
        assertThat(changed("delivery one-in 4", "delivery").oneIn()).isEqualTo(4);
        assertThat(changed("Delivery delay 2 h", "delivery").delay()).isEqualTo(Duration.ofHours(2));
        assertThat(changed("support chat clock 14 d", "support_chat").asking().clock()).isEqualTo(Duration.ofDays(14));
        assertThat(changed("support clock-of help", "support").asking().group()).isEqualTo("help");
    }

    @Test
    void readsConditionsAsTheyAreTold() {
        Condition amount = new Condition("amount", Comparison.AT_LEAST, List.of("50"));
        Condition plan = new Condition("plan", Comparison.IS, List.of("pro", "team"));
        Condition gift = new Condition("gift", Comparison.MISSING, List.of());
        Condition country = new Condition("country", Comparison.IS_NOT, List.of("US"));
        Asking both = changed("delivery only-if amount at least 50 and plan pro, team and gift missing", "delivery")
            .asking();
        assertThat(both.all()).containsExactly(amount, plan, gift);
        assertThat(changed("delivery only-if " + both.words().replace("not given", "missing"), "delivery").asking())
            .isEqualTo(both);
        assertThat(changed("delivery only-if-any country is not US, or plan is pro or team", "delivery").asking().any())
            .containsExactly(country, plan);
        assertThat(read("delivery only-if amount at least 50; delivery only-if nothing").map()).isEqualTo(MAP);
    }

    @Test
    void takesSeveralRulesTogether() {
        Change change = read("clock 2 d;  delivery  clock 2 d;");
        assertThat(change.rules().equals(RULES)).isFalse();
        assertThat(change.map().touchpoint("delivery").orElseThrow().asking().clock()).isEqualTo(Duration.ofDays(2));
        assertThat(change.words()).isEqualTo("clock 2 d; delivery clock 2 d");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|',
            textBlock = """
                    clock                       | I know no rule “clock”.
                    warehouse clock 3 d         | I know no rule “warehouse clock 3 d”.
                    delivery                    | I know no rule “delivery”.
                    delivery colour blue        | I know no rule “delivery colour blue”.
                    clock soon                  | “soon” is not a duration such as 10 min, 24 h or 3 d. “soon” is not a number of days such as 14 d.
                    clock 12 h                  | “12 h” is not a number of days such as 14 d.
                    account many                | “many” is not a budget such as 3 in 7 d.
                    delivery one-in 0           | “0” is not a whole number from 1 to 1000.
                    delivery only-if amount     | “amount” is not a condition such as amount at least 20.
                    delivery only-if x at least | “at least” does not name a number, such as at least 20.
                    """)
    void saysWhatItDoesNotUnderstand(String words, String why) {
        assertThat(SaidRule.read(words, RULES, MAP)).isEqualTo(new Reading.NotRead(why));
    }

}
