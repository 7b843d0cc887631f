package io.touchpoint.insight;

import static io.touchpoint.insight.Given.count;
import static io.touchpoint.insight.Given.each;
import static io.touchpoint.insight.Given.row;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What is listed, from whole examples. */
final class PainMeasures {

    static final Map<String, Function<Oracle, Map<String, @Nullable Object>>> ALL = Map.of("digest",
            PainMeasures::digest, "painExample", PainMeasures::painExample, "painPointsAgainstAccepted",
            PainMeasures::againstAccepted);

    private static final LocalDate WEEK = LocalDate.of(2026, 11, 16);

    private static final double ACCEPTED = .25;

    private static final double Z = 1.96;

    private PainMeasures() {
    }

    /** As many weeks as the case gives are the window. */
    static List<Sample> samples(JsonNode input) {
        double accepted = input.has("accepted") ? input.get("accepted").asDouble() : ACCEPTED;
        return each(input.get("touchpoints"), (touchpoint) -> {
            List<Count> weeks = new ArrayList<>();
            if (touchpoint.has("before")) {
                weeks.add(count(touchpoint.get("before")));
            }
            weeks.add(count(touchpoint.get("now")));
            String key = touchpoint.get("touchpoint").asString();
            return new Sample(key, key, accepted, true, weeks);
        });
    }

    private static Map<String, @Nullable Object> digest(Oracle oracle) {
        List<Sample> samples = samples(oracle.input());
        Findings findings = PainPoints.analyse(WEEK, samples);
        Prior prior = Prior.of(samples.stream().map(Sample::window).toList());
        List<Finding> compared = findings.touchpoints()
            .stream()
            .filter((finding) -> finding.probabilityWorse() != null)
            .toList();
        double[] fisher = compared.stream()
            .mapToDouble((finding) -> Textbook.fisher(finding.before(), finding.now()))
            .toArray();
        double[] qFisher = Comparison.falseDiscoveries(fisher);
        return row("p0", findings.usual(), "tau2", prior.variance(), "m", prior.weight(), "overallNow",
                triple(findings.overall().now()), "overallBefore", triple(findings.overall().before()), "rows",
                findings.touchpoints().stream().map((finding) -> {
                    int place = compared.indexOf(finding);
                    return line(finding, findings, (place < 0) ? null : fisher[place],
                            (place < 0) ? null : qFisher[place]);
                }).toList(), "ranking", findings.listed(), "brightSpot", findings.bright(), "tooFew",
                findings.tooFew());
    }

    private static List<Object> triple(Count count) {
        return List.of(count.unhappy(), count.answers(), count.share());
    }

    private static Map<String, @Nullable Object> line(Finding finding, Findings findings, @Nullable Double fisher,
            @Nullable Double qFisher) {
        return row("touchpoint", finding.touchpoint(), "rate", finding.now().share(), "jeffreys90",
                List.of(finding.likelyLower(), finding.likelyUpper()), "eb", finding.estimate(), "ebLower5",
                finding.estimateLower(), "ebUpper95", finding.estimateUpper(), "impact", finding.impact(), "pWorse",
                finding.probabilityWorse(), "fisherGreater", fisher, "qWorse", finding.qWorse(), "qBetter",
                finding.qBetter(), "qFisher", qFisher, "shareWithout", finding.shareWithout(), "looImpact",
                leaveOneOut(finding, findings), "label", finding.change().words(), "listed",
                findings.listed().contains(finding.touchpoint()));
    }

    private static double leaveOneOut(Finding finding, Findings findings) {
        return findings.overall().now().share() - Objects.requireNonNull(finding.shareWithout());
    }

    private static Map<String, @Nullable Object> painExample(Oracle oracle) {
        List<Sample> samples = samples(oracle.input());
        Findings findings = PainPoints.analyse(WEEK, samples);
        return row("p0", findings.usual(), "m", Prior.of(samples.stream().map(Sample::window).toList()).weight(),
                "rows", findings.touchpoints().stream().map((finding) -> {
                    Range wilson = wilson(finding);
                    return row("touchpoint", finding.touchpoint(), "rate", finding.now().share(), "shareOfOthers",
                            finding.shareWithout(), "looImpact", leaveOneOut(finding, findings), "wilsonLower95z196",
                            wilson.lower(), "wilsonUpper95z196", wilson.upper(), "volumeTimesWilsonLower",
                            finding.now().answers() * wilson.lower(), "eb", finding.estimate(), "ebLower5",
                            finding.estimateLower(), "impact", finding.impact(), "listed",
                            findings.listed().contains(finding.touchpoint()));
                }).toList(), "rankingByRawCountIsWrong", ranking(findings, (finding) -> finding.now().unhappy()),
                "rankingByVolumeTimesWilsonLowerIsWrong",
                ranking(findings, (finding) -> finding.now().answers() * wilson(finding).lower()),
                "rankingByLeaveOneOut", ranking(findings, (finding) -> leaveOneOut(finding, findings)), "listed",
                findings.listed(), "tooFew", findings.tooFew());
    }

    private static Range wilson(Finding finding) {
        return Shares.wilson(finding.now(), Textbook.confidence(Z));
    }

    private static List<String> ranking(Findings findings, ToDoubleFunction<Finding> by) {
        return findings.touchpoints()
            .stream()
            .sorted(Comparator.comparingDouble(by).reversed())
            .map(Finding::touchpoint)
            .toList();
    }

    private static Map<String, @Nullable Object> againstAccepted(Oracle oracle) {
        List<Sample> samples = samples(oracle.input());
        Findings findings = PainPoints.analyse(WEEK, samples);
        Map<String, @Nullable Object> given = row("p0", findings.usual(), "reference",
                findings.touchpoints().getFirst().reference(), "rows",
                findings.touchpoints()
                    .stream()
                    .map((finding) -> row("touchpoint", finding.touchpoint(), "eb", finding.estimate(), "ebLower5",
                            finding.estimateLower(), "jeffreysLower5", finding.likelyLower(), "impact",
                            finding.impact(), "standsOut", finding.standsOut(), "aboveAccepted",
                            finding.aboveAccepted(), "listed", findings.listed().contains(finding.touchpoint())))
                    .toList(),
                "listedInOrder", findings.listed());
        if (oracle.expects("m")) {
            given.put("m", Prior.of(samples.stream().map(Sample::window).toList()).weight());
        }
        return given;
    }

}
