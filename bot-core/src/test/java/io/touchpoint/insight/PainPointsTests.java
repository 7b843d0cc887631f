package io.touchpoint.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PainPointsTests {

    private static final LocalDate WEEK = LocalDate.of(2026, 11, 16);

    private static final Count NONE = new Count(0, 0);

    @Test
    void listsOnlyItsOwnButHoldsThemAgainstAll() {
        List<Sample> all = PainMeasures.samples(Oracle.named("digest-16-22-nov").input());
        List<Sample> returnsAndSearch = all.stream()
            .map((sample) -> new Sample(sample.touchpoint(), sample.name(), sample.accepted(),
                    List.of("returns", "search").contains(sample.touchpoint()), sample.weeks()))
            .toList();
        Findings whole = PainPoints.analyse(WEEK, all);
        Findings own = PainPoints.analyse(WEEK, returnsAndSearch);
        assertThat(own.listed()).containsExactly("returns");
        assertThat(own.bright()).isEqualTo("search");
        assertThat(own.tooFew()).isEmpty();
        assertThat(own.usual()).isEqualTo(whole.usual());
        assertThat(own.overall()).isEqualTo(whole.overall());
        assertThat(own.compared()).isEqualTo(8);
        assertThat(own.painPoints().getFirst().qWorse()).isEqualTo(whole.painPoints().get(1).qWorse());
        assertThat(own.own().now()).isEqualTo(new Count(17, 92));
        assertThat(whole.own()).isEqualTo(whole.overall());
        assertThat(whole.tooFewToRank()).extracting(Finding::touchpoint).containsExactly("unboxing");
        assertThat(whole.overall().change()).isEqualTo(Change.NONE);
    }

    @Test
    void takesFourWeeksWhenNoneOfItsOwnHasTenAnswersInTheWeek() {
        Findings findings = PainPoints.analyse(WEEK,
                List.of(sample("delivery", true, weeks(1, 5, 1, 6, 1, 5, 1, 6, 2, 7, 2, 6, 2, 7, 2, 6)),
                        sample("search", false, weeks(1, 40, 1, 40, 1, 40, 1, 40, 1, 40, 1, 40, 1, 40, 1, 40))));
        assertThat(findings.weeks()).isEqualTo(4);
        assertThat(findings.from()).isEqualTo("2026-10-26");
        assertThat(findings.to()).isEqualTo("2026-11-22");
        Finding delivery = findings.touchpoint("delivery").orElseThrow();
        assertThat(delivery.now()).isEqualTo(new Count(8, 26));
        assertThat(delivery.before()).isEqualTo(new Count(4, 22));
        assertThat(delivery.week()).isEqualTo(new Count(2, 6));
        assertThat(findings.own().week()).isEqualTo(new Count(2, 6));
        assertThat(findings.listed()).containsExactly("delivery");
        assertThat(findings.compared()).isEqualTo(2);
    }

    @Test
    void staysWithTheWeekWhenOneHasTenAnswers() {
        Findings findings = PainPoints.analyse(WEEK,
                List.of(sample("delivery", true, weeks(1, 5, 1, 6, 1, 5, 1, 6, 2, 7, 2, 6, 2, 7, 2, 10)),
                        sample("unboxing", true, weeks(0, 9, 0, 9, 0, 9, 0, 9, 0, 9, 0, 9, 0, 9, 0, 9))));
        assertThat(findings.weeks()).isEqualTo(1);
        assertThat(findings.from()).isEqualTo(WEEK);
        assertThat(findings.tooFew()).containsExactly("unboxing");
        assertThat(findings.touchpoint("delivery").orElseThrow().probabilityWorse()).isNull();
        assertThat(findings.touchpoint("delivery").orElseThrow().change()).isEqualTo(Change.NONE);
        assertThat(findings.touchpoint("unboxing").orElseThrow().change()).isEqualTo(Change.TOO_FEW);
    }

    @Test
    void ranksNothingWithoutAnswers() {
        Findings findings = PainPoints.analyse(WEEK, List.of(sample("delivery", true, NONE, NONE)));
        assertThat(findings.weeks()).isEqualTo(4);
        assertThat(findings.listed()).isEmpty();
        assertThat(findings.brightSpot()).isEmpty();
        assertThat(findings.tooFew()).isEmpty();
        assertThat(findings.usual()).isZero();
        assertThat(findings.overall().probabilityWorse()).isNull();
        assertThat(findings.overall().change()).isEqualTo(Change.TOO_FEW);
        assertThat(findings.touchpoint("delivery")).hasValueSatisfying((finding) -> {
            assertThat(finding.likelyLower()).isZero();
            assertThat(finding.likelyUpper()).isEqualTo(1);
            assertThat(finding.impact()).isZero();
            assertThat(finding.shareWithout()).isNull();
        });
        assertThat(PainPoints.analyse(WEEK, List.of()).touchpoints()).isEmpty();
    }

    @Test
    void saysWhetherItIsHeldAgainstTheUsualOrTheAccepted() {
        Findings usual = PainPoints.analyse(WEEK, PainMeasures.samples(Oracle.named("digest-16-22-nov").input()));
        assertThat(usual.painPoints()).extracting(Finding::yardstick).containsOnly(Yardstick.USUAL);
        Findings accepted = PainPoints.analyse(WEEK,
                PainMeasures.samples(Oracle.named("accepted-everything-hurts").input()));
        assertThat(accepted.painPoints()).extracting(Finding::yardstick).containsOnly(Yardstick.ACCEPTED);
    }

    @Test
    void callsTheWholeWorseOrBetterByItsProbabilityAlone() {
        assertThat(PainPoints.analyse(WEEK, List.of(sample("delivery", true, new Count(6, 38), new Count(15, 40))))
            .overall()
            .change()).isEqualTo(Change.PROBABLY_WORSE);
        Overall better = PainPoints
            .analyse(WEEK, List.of(sample("delivery", true, new Count(25, 88), new Count(12, 84))))
            .overall();
        assertThat(better.change()).isEqualTo(Change.PROBABLY_BETTER);
        assertThat(better.change().better()).isTrue();
        assertThat(
                PainPoints.analyse(WEEK, List.of(sample("delivery", true, NONE, new Count(12, 84)))).overall().change())
            .isEqualTo(Change.NONE);
    }

    @Test
    void showsNoDriversWithTooFewOrEqualScores() {
        double[] overall = Stream.iterate(1, (i) -> i + 1).limit(120).mapToDouble((i) -> i % 5).toArray();
        double[] other = Stream.iterate(1, (i) -> i + 1).limit(120).mapToDouble((i) -> i % 7).toArray();
        assertThat(Drivers.parts(overall, List.of(other))).isPresent();
        assertThat(Drivers.parts(overall, List.of(other, other))).isEmpty();
        assertThat(Drivers.parts(overall, List.of(new double[120]))).isEmpty();
        assertThat(Drivers.parts(new double[99], List.of(new double[99]))).isEmpty();
        assertThat(Drivers.drag(List.of(new Drivers.Pair(true, 3)))).isEmpty();
    }

    private static Sample sample(String key, boolean own, Count... weeks) {
        return new Sample(key, key, .25, own, List.of(weeks));
    }

    private static Count[] weeks(int... xAndN) {
        Count[] weeks = new Count[xAndN.length / 2];
        for (int i = 0; i < weeks.length; i++) {
            weeks[i] = new Count(xAndN[2 * i], xAndN[2 * i + 1]);
        }
        return weeks;
    }

}
