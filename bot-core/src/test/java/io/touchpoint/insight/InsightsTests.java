package io.touchpoint.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.touchpoint.feedback.Response;
import io.touchpoint.feedback.Responses;
import io.touchpoint.journey.JourneyMaps;
import io.touchpoint.journey.JourneyStage;
import io.touchpoint.journey.Touchpoint;
import io.touchpoint.mongo.CoreUnderTest;
import io.touchpoint.survey.Scale;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InsightsTests {

    private static final LocalDate WEEK = LocalDate.of(2026, 11, 16);

    private CoreUnderTest core;

    private int asked;

    @BeforeAll
    void start() {
        core = CoreUnderTest.with("journey", "feedback", "insight").start();
        core.get(JourneyMaps.class)
            .publish("w1", List.of(touchpoint("search", "web", .25), touchpoint("delivery", "logistics", .1),
                    touchpoint("returns", "logistics", .25)));
        answers("search", Scale.STARS_5, WEEK, 1, 40);
        answers("search", Scale.STARS_5, WEEK.minusDays(1), 2, 40);
        answers("search", Scale.STARS_5, WEEK.minusWeeks(7), 2, 40);
        answers("search", Scale.STARS_5, WEEK.minusWeeks(7).minusDays(1), 40, 40);
        answers("search", Scale.STARS_5, WEEK.plusDays(7), 40, 40);
        answers("delivery", Scale.STARS_5, WEEK.plusDays(6), 9, 20);
        answers("delivery", Scale.CES_1_7, WEEK.plusDays(3), 3, 10);
        answers("delivery", Scale.STARS_5, WEEK.minusDays(7), 4, 30);
        answers("returns", Scale.STARS_5, WEEK, 1, 6);
        answers("gone", Scale.STARS_5, WEEK, 11, 12);
        answers("relationship", Scale.NPS_0_10, WEEK, 30, 30);
    }

    @AfterAll
    void stop() {
        core.close();
    }

    @Test
    void readsEightWeeksOfEveryTouchpointInTheOrderOfTheJourney() {
        Findings findings = insights().all("w1", WEEK, CoreUnderTest.START);
        assertThat(findings.touchpoints()).extracting(Finding::touchpoint)
            .containsExactly("search", "delivery", "returns", "gone");
        Finding search = findings.touchpoint("search").orElseThrow();
        Count none = new Count(0, 0);
        assertThat(search.weeks()).containsExactly(new Count(2, 40), none, none, none, none, none, new Count(2, 40),
                new Count(1, 40));
        Finding delivery = findings.touchpoint("delivery").orElseThrow();
        assertThat(delivery.now()).isEqualTo(new Count(12, 30));
        assertThat(delivery.before()).isEqualTo(new Count(4, 30));
        assertThat(delivery.accepted()).isEqualTo(.1);
        assertThat(findings.overall().now()).isEqualTo(new Count(25, 88));
        assertThat(findings.listed()).containsExactly("delivery");
        assertThat(findings.tooFew()).containsExactly("returns");
        assertThat(findings.usual()).isEqualTo(33.0 / 198);
    }

    @Test
    void listsForATeamWhatItOwns() {
        Findings all = insights().all("w1", WEEK, CoreUnderTest.START);
        Findings web = insights().team("w1", "web", WEEK, CoreUnderTest.START);
        assertThat(web.listed()).isEmpty();
        assertThat(web.bright()).isEqualTo("search");
        assertThat(web.tooFew()).isEmpty();
        assertThat(web.usual()).isEqualTo(all.usual());
        assertThat(insights().team("w1", "logistics", WEEK, CoreUnderTest.START).listed()).containsExactly("delivery");
    }

    @Test
    void wantsAMonday() {
        assertThatIllegalArgumentException()
            .isThrownBy(() -> insights().all("w1", WEEK.plusDays(1), CoreUnderTest.START))
            .withMessage("2026-11-17 is no Monday");
    }

    @Test
    void storesFindingsWithADigest() {
        Findings findings = insights().all("w1", WEEK, CoreUnderTest.START);
        core.mongo().insert(new Kept("w1|kept", findings));
        assertThat(core.mongo().findById("w1|kept", Kept.class)).isEqualTo(new Kept("w1|kept", findings));
    }

    private Insights insights() {
        return core.get(Insights.class);
    }

    private void answers(String touchpoint, Scale scale, LocalDate day, int unhappy, int all) {
        for (int i = 0; i < all; i++) {
            String conversation = "w1|order:" + asked++ + "|" + touchpoint;
            core.get(Responses.class)
                .record(new Response(conversation + "|rating", "w1", conversation, "w1|customer|c" + asked, null,
                        touchpoint, JourneyStage.POST_PURCHASE, "logistics", "slack", scale, day,
                        (i < unhappy) ? scale.min() : scale.max(), List.of(), List.of(), "online order",
                        CoreUnderTest.START, null, null, null, null, List.of()), CoreUnderTest.START);
        }
    }

    private static Touchpoint touchpoint(String key, String team, double accepted) {
        return new Touchpoint(key, JourneyStage.POST_PURCHASE, false, key, team, null, "get it", "in two days",
                accepted, key, List.of("order.delivered"), List.of(), Duration.ofHours(24), 1, false);
    }

    @Document("kept")
    @TypeAlias("kept")
    record Kept(@Id String id, Findings findings) {
    }

}
