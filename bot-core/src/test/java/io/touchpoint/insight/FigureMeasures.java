package io.touchpoint.insight;

import static io.touchpoint.insight.Given.each;
import static io.touchpoint.insight.Given.row;

import io.touchpoint.feedback.Estimate;
import io.touchpoint.feedback.Histogram;
import io.touchpoint.feedback.Metrics;
import io.touchpoint.feedback.Participation;
import io.touchpoint.survey.Band;
import io.touchpoint.survey.Scale;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What follows from one histogram. */
final class FigureMeasures {

    static final Map<String, Function<Oracle, Map<String, @Nullable Object>>> ALL = Map.of("csat", FigureMeasures::csat,
            "meanInterval", FigureMeasures::meanInterval, "nps", FigureMeasures::nps, "ces", FigureMeasures::ces,
            "normalise", FigureMeasures::normalise, "responseRate", FigureMeasures::responseRate, "npsAdjustedWald",
            FigureMeasures::npsAdjustedWald);

    private FigureMeasures() {
    }

    private static Map<String, @Nullable Object> csat(Oracle oracle) {
        Histogram histogram = histogram(Scale.STARS_5, oracle.input());
        return row("topTwo", histogram.in(Band.HIGH), "answers", histogram.answers(), "percent",
                Metrics.csat(histogram).orElseThrow(), "shownPercent",
                Metrics.wholePercent(histogram.in(Band.HIGH), histogram.answers()), "mean",
                Metrics.mean(histogram).orElseThrow());
    }

    private static Map<String, @Nullable Object> meanInterval(Oracle oracle) {
        Histogram histogram = histogram(Scale.STARS_5, oracle.input());
        Estimate mean = Metrics.meanEstimate(histogram, oracle.input().get("confidence").asDouble()).orElseThrow();
        return row("mean", mean.value(), "standardDeviation", Metrics.standardDeviation(histogram).orElseThrow(),
                "lower", mean.lower(), "upper", mean.upper());
    }

    private static Map<String, @Nullable Object> nps(Oracle oracle) {
        Histogram histogram = promoters(oracle.input());
        double score = Metrics.nps(histogram).orElseThrow();
        long asked = histogram.answers() + oracle.input().get("dismissed").asLong();
        return row("score", score, "answers", histogram.answers(), "wrongScoreWithDismissals",
                score * histogram.answers() / asked);
    }

    private static Map<String, @Nullable Object> ces(Oracle oracle) {
        Histogram histogram = histogram(Scale.CES_1_7, oracle.input());
        return row("answers", histogram.answers(), "percent", Metrics.ces(histogram).orElseThrow(), "mean",
                Metrics.mean(histogram).orElseThrow());
    }

    private static Map<String, @Nullable Object> normalise(Oracle oracle) {
        JsonNode answers = oracle.input().get("answers");
        return row("values", each(answers, (answer) -> scale(answer).normalised(answer.get(1).asInt())), "bands",
                each(answers, (answer) -> scale(answer).band(answer.get(1).asInt())));
    }

    private static Scale scale(JsonNode answer) {
        return Scale.valueOf(answer.get(0).asString());
    }

    private static Map<String, @Nullable Object> responseRate(Oracle oracle) {
        JsonNode rows = oracle.input().get("rows");
        if (rows == null) {
            return rates(participation(oracle.input()));
        }
        String owner = oracle.input().get("filter").get("owner").asString();
        Participation own = sum(rows, (row) -> row.get("owner").asString().equals(owner));
        Map<String, @Nullable Object> rates = rates(own);
        rates.put("wrongOfDeliveredWhenOnlyTheNumeratorIsFiltered",
                (double) own.completed() / sum(rows, (_) -> true).delivered());
        return rates;
    }

    private static Participation sum(JsonNode rows, Predicate<JsonNode> filter) {
        return each(rows, Function.identity()).stream()
            .filter(filter)
            .map(FigureMeasures::participation)
            .reduce(new Participation(0, 0, 0), Participation::plus);
    }

    private static Participation participation(JsonNode row) {
        return new Participation(row.get("selected").asLong(), row.get("delivered").asLong(),
                row.get("completed").asLong());
    }

    private static Map<String, @Nullable Object> rates(Participation participation) {
        return row("endToEnd", participation.ofSelected().orElseThrow(), "ofDelivered",
                participation.ofDelivered().orElseThrow());
    }

    private static Map<String, @Nullable Object> npsAdjustedWald(Oracle oracle) {
        Histogram histogram = promoters(oracle.input());
        double confidence = oracle.input().get("confidence").asDouble();
        Estimate adjusted = Metrics.npsEstimate(histogram, confidence);
        double n = histogram.answers();
        double score = Metrics.nps(histogram).orElseThrow() / 100;
        double loud = (histogram.in(Band.HIGH) + histogram.in(Band.LOW)) / n;
        double z = NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - confidence) / 2);
        return row("nps", score, "plainHalfWidth", z * Math.sqrt((loud - score * score) / n), "adjusted",
                adjusted.value(), "lower", adjusted.lower(), "upper", adjusted.upper());
    }

    private static Histogram promoters(JsonNode input) {
        return Histogram.of(Scale.NPS_0_10, Map.of(9, input.get("promoters").asLong(), 7,
                input.get("passives").asLong(), 3, input.get("detractors").asLong()));
    }

    private static Histogram histogram(Scale scale, JsonNode input) {
        Map<Integer, Long> counts = new HashMap<>();
        for (String raw : List.copyOf(input.get("counts").propertyNames())) {
            counts.put(Integer.valueOf(raw), input.get("counts").get(raw).asLong());
        }
        return Histogram.of(scale, counts);
    }

}
