package io.touchpoint.insight;

import static io.touchpoint.insight.Given.count;
import static io.touchpoint.insight.Given.each;
import static io.touchpoint.insight.Given.list;
import static io.touchpoint.insight.Given.numbers;
import static io.touchpoint.insight.Given.row;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.SignificanceResult;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What follows from shares: intervals, change, several at once, what is usual, drivers.
 */
final class ShareMeasures {

    static final Map<String, Function<Oracle, Map<String, @Nullable Object>>> ALL = Map.ofEntries(
            Map.entry("wilson", ShareMeasures::wilson), Map.entry("wilsonZ", ShareMeasures::wilsonZ),
            Map.entry("jeffreys", ShareMeasures::jeffreys), Map.entry("fisher", ShareMeasures::fisher),
            Map.entry("chiSquare", ShareMeasures::chiSquare),
            Map.entry("twoProportionZ", ShareMeasures::twoProportionZ),
            Map.entry("probabilityWorse", ShareMeasures::probabilityWorse),
            Map.entry("probabilityGreater", ShareMeasures::probabilityGreater),
            Map.entry("benjaminiHochberg", ShareMeasures::benjaminiHochberg),
            Map.entry("priorMoments", ShareMeasures::priorMoments), Map.entry("jamesStein", ShareMeasures::jamesStein),
            Map.entry("shrink", ShareMeasures::shrink), Map.entry("drag", ShareMeasures::drag),
            Map.entry("lmg", ShareMeasures::lmg), Map.entry("changeWord", ShareMeasures::changeWord));

    private static final double ALPHA = .05;

    private ShareMeasures() {
    }

    private static Map<String, @Nullable Object> wilson(Oracle oracle) {
        return range(Shares.wilson(xOfN(oracle.input()), oracle.input().get("confidence").asDouble()));
    }

    private static Map<String, @Nullable Object> wilsonZ(Oracle oracle) {
        return range(Shares.wilson(xOfN(oracle.input()), Textbook.confidence(oracle.input().get("z").asDouble())));
    }

    private static Map<String, @Nullable Object> jeffreys(Oracle oracle) {
        return range(Shares.jeffreys(xOfN(oracle.input()), oracle.input().get("confidence").asDouble()));
    }

    private static Count xOfN(JsonNode input) {
        return new Count(input.get("x").asLong(), input.get("n").asLong());
    }

    private static Map<String, @Nullable Object> range(Range range) {
        return row("lower", range.lower(), "upper", range.upper());
    }

    private static Map<String, @Nullable Object> fisher(Oracle oracle) {
        int[][] table = each(oracle.input().get("table"),
                (line) -> each(line, JsonNode::asInt).stream().mapToInt(Integer::intValue).toArray())
            .toArray(int[][]::new);
        Map<String, @Nullable Object> row = row("greater", Textbook.fisher(table, AlternativeHypothesis.GREATER_THAN));
        if (oracle.expects("twoSided")) {
            row.put("twoSided", Textbook.fisher(table, AlternativeHypothesis.TWO_SIDED));
        }
        return row;
    }

    private static Map<String, @Nullable Object> chiSquare(Oracle oracle) {
        SignificanceResult result = Textbook.chiSquare(each(oracle.input().get("table"),
                (line) -> each(line, JsonNode::asLong).stream().mapToLong(Long::longValue).toArray())
            .toArray(long[][]::new));
        return row("statistic", result.getStatistic(), "p", result.getPValue());
    }

    private static Map<String, @Nullable Object> twoProportionZ(Oracle oracle) {
        Count before = new Count(oracle.input().get("x0").asLong(), oracle.input().get("n0").asLong());
        return row("z", Textbook.pooledZ(before, xOfN(oracle.input())));
    }

    private static Map<String, @Nullable Object> probabilityWorse(Oracle oracle) {
        Count before = count(oracle.input().get("before"));
        Count now = count(oracle.input().get("now"));
        return switch (oracle.input().get("prior").asString()) {
            case "jeffreys" -> row("p", Comparison.worse(before, now));
            case "uniform" -> row("p", Comparison.greater(uniform(before), uniform(now)));
            default -> throw new IllegalStateException("unknown prior");
        };
    }

    private static BetaDistribution uniform(Count count) {
        return BetaDistribution.of(count.unhappy() + 1, count.answers() - count.unhappy() + 1);
    }

    private static Map<String, @Nullable Object> probabilityGreater(Oracle oracle) {
        double[] a = numbers(oracle.input().get("a"));
        double[] b = numbers(oracle.input().get("b"));
        return row("p", Comparison.greater(BetaDistribution.of(a[0], a[1]), BetaDistribution.of(b[0], b[1])));
    }

    /** Turned round before and after: the order must not matter. */
    private static Map<String, @Nullable Object> benjaminiHochberg(Oracle oracle) {
        double[] p = numbers(oracle.input().get("p"));
        double[] q = reversed(Comparison.falseDiscoveries(reversed(p)));
        return row("q", list(q), "rejectedAt05", DoubleStream.of(q).filter((each) -> each <= ALPHA).count(),
                "bonferroniRejectedAt05", DoubleStream.of(p).filter((each) -> each * p.length <= ALPHA).count());
    }

    private static double[] reversed(double[] numbers) {
        return IntStream.range(0, numbers.length).mapToDouble((i) -> numbers[numbers.length - 1 - i]).toArray();
    }

    private static Map<String, @Nullable Object> priorMoments(Oracle oracle) {
        Prior prior = Prior.of(each(oracle.input().get("window"), Given::count));
        return row("p0", prior.usual(), "S", prior.spread(), "tau2", prior.variance(), "m", prior.moments(), "mClamped",
                prior.weight());
    }

    private static Map<String, @Nullable Object> jamesStein(Oracle oracle) {
        int trials = oracle.input().get("atBats").asInt();
        double[] shares = Arrays.stream(numbers(oracle.input().get("hits"))).map((hits) -> hits / trials).toArray();
        double[] truth = numbers(oracle.input().get("seasonAverages"));
        double mean = Textbook.mean(shares);
        double factor = Textbook.jamesSteinFactor(shares, trials);
        double[] shrunk = Arrays.stream(shares).map((share) -> mean + factor * (share - mean)).toArray();
        return row("mean", mean, "factor", factor, "clemente", shrunk[0], "munson", shrunk[shrunk.length - 1],
                "squaredErrorRaw", Textbook.squaredError(shares, truth), "squaredErrorShrunk",
                Textbook.squaredError(shrunk, truth));
    }

    private static Map<String, @Nullable Object> shrink(Oracle oracle) {
        long trials = oracle.input().get("atBats").asLong();
        List<Count> hits = each(oracle.input().get("hits"), (hit) -> new Count(hit.asLong(), trials));
        Prior prior = Prior.of(hits);
        double[] shrunk = hits.stream().mapToDouble(prior::estimate).toArray();
        return row("factor", trials / (trials + prior.weight()), "clemente", shrunk[0], "munson",
                shrunk[shrunk.length - 1], "squaredErrorShrunk",
                Textbook.squaredError(shrunk, numbers(oracle.input().get("seasonAverages"))));
    }

    private static Map<String, @Nullable Object> drag(Oracle oracle) {
        List<Drivers.Pair> pairs = each(oracle.input().get("pairs"),
                (pair) -> new Drivers.Pair(pair.get(0).asInt() <= 2, pair.get(1).asDouble()));
        Drivers.Drag drag = Drivers.drag(pairs).orElseThrow();
        return row("shareUnhappy", drag.share(), "meanOverallUnhappy", drag.meanOfUnhappy(), "meanOverallOthers",
                drag.meanOfOthers(), "meanOverall",
                Textbook.mean(pairs.stream().mapToDouble(Drivers.Pair::overall).toArray()), "drag", drag.drag());
    }

    private static Map<String, @Nullable Object> lmg(Oracle oracle) {
        List<String> names = each(oracle.input().get("columns"), JsonNode::asString);
        List<double[]> columns = IntStream.range(0, names.size())
            .mapToObj((i) -> each(oracle.input().get("rows"), (line) -> line.get(i).asDouble()).stream()
                .mapToDouble(Double::doubleValue)
                .toArray())
            .toList();
        List<double[]> predictors = columns.subList(1, columns.size());
        double[] parts = Drivers.shapley(columns.getFirst(), predictors).orElseThrow();
        return row("shares", named(names, parts), "rSquared", DoubleStream.of(parts).sum(), "johnsonRelativeWeights",
                named(names, Textbook.relativeWeights(columns.getFirst(), predictors)));
    }

    private static Map<String, @Nullable Object> named(List<String> names, double[] values) {
        Map<String, @Nullable Object> row = row();
        for (int i = 0; i < values.length; i++) {
            row.put(names.get(i + 1), values[i]);
        }
        return row;
    }

    private static Map<String, @Nullable Object> changeWord(Oracle oracle) {
        return row(
                "words", each(
                        oracle.input().get("rows"), (
                                line) -> Change
                                    .of(line.get("n").asLong(), line.get("n0").asLong(),
                                            new Change.Odds(line.get("pWorse").asDouble(),
                                                    line.get("qWorse").asDouble(), 1))
                                    .words()));
    }

}
