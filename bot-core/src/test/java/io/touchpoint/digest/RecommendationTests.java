package io.touchpoint.digest;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchpoint.feedback.Histogram;
import io.touchpoint.feedback.Response;
import io.touchpoint.feedback.Responses;
import io.touchpoint.followup.AskRules;
import io.touchpoint.followup.Rules;
import io.touchpoint.journey.Touchpoint;
import io.touchpoint.survey.Scale;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecommendationTests {

    private static final LocalDate SUNDAY = LocalDate.of(2026, 11, 22);

    @ParameterizedTest
    @CsvSource(delimiter = '|',
            textBlock = """
                    0  | 0 | 0 | too few answers.
                    4  | 0 | 0 | too few answers.
                    0  | 0 | 5 | −100 (0 promoters and 5 detractors of 5; likely range −100 to −25). That range is wide: there are fewer than 30 answers.
                    10 | 5 | 5 | +25 (10 promoters and 5 detractors of 20; likely range −6 to +50). That range is wide: there are fewer than 30 answers.
                    10 | 10 | 10 | 0 (10 promoters and 10 detractors of 30; likely range −23 to +23).
                    24 | 8 | 4 | +56 (24 promoters and 4 detractors of 36; likely range +33 to +70).""")
    void tellsNothingOfFewAndHowSureItIsOfMore(long promoters, long passives, long detractors, String told) {
        Map<Integer, Long> counts = Map.of(9, promoters, 7, passives, 6, detractors);
        Recommendation recommendation = new Recommendation(SUNDAY.minusDays(89), SUNDAY,
                Histogram.of(Scale.NPS_0_10, counts).counts());
        assertThat(recommendation.sentence()).isEqualTo("Would recommend us (NPS), 90 days to 22 Nov: " + told);
    }

    @Test
    void standsInTheDigestOfTheTeamThatReadsItAndIsRankedNowhere() {
        try (Northwind northwind = new Northwind().oracle()) {
            northwind.core.get(Rules.class)
                .put(new AskRules("w1", Duration.ofDays(7), 3, Duration.ofDays(7), null, null, List.of(),
                        new AskRules.Relationship("journey", Duration.ofDays(90), 3), null));
            answer(northwind, SUNDAY.minusDays(90), 10);
            answer(northwind, SUNDAY.minusDays(89), 0);
            for (int i = 0; i < 10; i++) {
                answer(northwind, SUNDAY.minusDays(i), (i % 2 == 0) ? 9 : 6);
            }
            northwind.at(Northwind.SUNDAY).at(Northwind.MONDAY);
            String plain = northwind.promised().getFirst();
            assertThat(plain).contains(
                    "\nWould recommend us (NPS), 90 days to 22 Nov: −9 (5 promoters and 6 detractors of 11; likely range ")
                .contains("447 ratings from 441 customers. 17% unhappy (77 of 447)")
                .doesNotContain("Relationship");
            answer(northwind, SUNDAY, 10);
            assertThat(northwind.core.get(Digests.class).rendered(Northwind.DIGEST).plainText()).isEqualTo(plain);
        }
    }

    @Test
    void standsInNoDigestOfAnotherTeam() {
        try (Northwind northwind = new Northwind().oracle()) {
            northwind.core.get(Rules.class)
                .put(new AskRules("w1", Duration.ofDays(7), 3, Duration.ofDays(7), null, null, List.of(),
                        new AskRules.Relationship("other", Duration.ofDays(90), 3), null));
            northwind.at(Northwind.SUNDAY).at(Northwind.MONDAY);
            assertThat(northwind.promised().getFirst()).doesNotContain("NPS");
        }
    }

    private static void answer(Northwind northwind, LocalDate day, int score) {
        String conversation = "w1|relationship:" + score + "#" + day + "|relationship";
        northwind.core.get(Responses.class)
            .record(new Response(conversation + "|rating", "w1", conversation, "w1|customer|r" + day, null,
                    Touchpoint.RELATIONSHIP, null, "journey", "slack", Scale.NPS_0_10, day, score, List.of(), List.of(),
                    "relationship", day.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC), null, null, null, null,
                    List.of()), Northwind.SUNDAY);
    }

}
