package io.touchpoint.insight;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds what hurts customers most, from counts alone. A touchpoint is listed when it has
 * ten answers and is surely above what is usual or above what is accepted; the order is
 * by the number of unhappy answers beyond that.
 */
public final class PainPoints {

    private static final int FALLBACK = 4;

    private final List<Sample> samples;

    private final int weeks;

    private final Prior prior;

    private final Map<String, Change.Odds> odds;

    private final Overall overall;

    private PainPoints(List<Sample> samples) {
        this.samples = List.copyOf(samples);
        this.weeks = samples.stream().anyMatch((sample) -> sample.own() && sample.last(1, 0).answers() >= Gates.RANKED)
                ? 1 : FALLBACK;
        this.prior = Prior.of(samples.stream().map(Sample::window).toList());
        this.odds = odds();
        this.overall = overall((_) -> true);
    }

    /**
     * What the counts say. The period is the reported week; when no touchpoint that may
     * be listed has ten answers in it, the four weeks that end with it.
     * @param week the Monday of the reported week
     * @param samples all touchpoints in the order of the journey
     */
    public static Findings analyse(LocalDate week, List<Sample> samples) {
        return new PainPoints(samples).findings(week);
    }

    private Findings findings(LocalDate week) {
        List<Finding> all = samples.stream().map(this::finding).toList();
        List<String> listed = all.stream()
            .filter(Finding::painful)
            .sorted(Comparator.comparingDouble(Finding::impact).thenComparingDouble(Finding::estimateLower).reversed())
            .map(Finding::touchpoint)
            .toList();
        List<String> tooFew = all.stream()
            .filter((finding) -> finding.own() && finding.now().answers() > 0 && !finding.ranked())
            .map(Finding::touchpoint)
            .toList();
        return new Findings(week, week.minusWeeks(weeks - 1), week.plusDays(6), weeks, overall, overall(Sample::own),
                prior.usual(), odds.size(), all, listed, bright(all), tooFew);
    }

    private Finding finding(Sample sample) {
        Count now = now(sample);
        Range likely = Shares.jeffreys(now, Shares.LIKELY);
        Range estimated = prior.likely(now);
        double estimate = prior.estimate(now);
        Yardstick yardstick = (prior.usual() <= sample.accepted()) ? Yardstick.USUAL : Yardstick.ACCEPTED;
        double reference = Math.min(prior.usual(), sample.accepted());
        Change.Odds own = odds.get(sample.touchpoint());
        return new Finding(sample.touchpoint(), sample.name(), sample.own(), now, before(sample), sample.weeks(),
                likely.lower(), likely.upper(), estimate, estimated.lower(), estimated.upper(), sample.accepted(),
                reference, yardstick, now.answers() * (estimate - reference),
                prior.pooled() && estimated.lower() > prior.usual(),
                now.answers() > 0 && likely.lower() > sample.accepted(), (own == null) ? null : own.worse(),
                (own == null) ? null : own.qWorse(), (own == null) ? null : own.qBetter(),
                Change.of(now.answers(), before(sample).answers(), own), without(now));
    }

    private @Nullable String bright(List<Finding> all) {
        return all.stream()
            .filter((finding) -> prior.pooled() && finding.own() && finding.ranked()
                    && finding.estimateUpper() < prior.usual())
            .min(Comparator
                .comparingDouble((finding) -> finding.now().answers() * (finding.estimate() - prior.usual())))
            .map(Finding::touchpoint)
            .orElse(null);
    }

    private @Nullable Double without(Count count) {
        Count others = overall.now().minus(count);
        return (others.answers() == 0) ? null : others.share();
    }

    private Map<String, Change.Odds> odds() {
        List<Sample> family = samples.stream()
            .filter((sample) -> now(sample).answers() >= Gates.RANKED && before(sample).answers() >= Gates.RANKED)
            .toList();
        double[] worse = family.stream()
            .mapToDouble((sample) -> Comparison.worse(before(sample), now(sample)))
            .toArray();
        double[] qWorse = Comparison.falseDiscoveries(Comparison.opposite(worse));
        double[] qBetter = Comparison.falseDiscoveries(worse);
        Map<String, Change.Odds> all = new HashMap<>();
        for (int i = 0; i < worse.length; i++) {
            all.put(family.get(i).touchpoint(), new Change.Odds(worse[i], qWorse[i], qBetter[i]));
        }
        return all;
    }

    private Overall overall(Predicate<Sample> counted) {
        List<Sample> some = samples.stream().filter(counted).toList();
        Count now = some.stream().map(this::now).reduce(Count.NONE, Count::plus);
        Count before = some.stream().map(this::before).reduce(Count.NONE, Count::plus);
        Count week = some.stream().map((sample) -> sample.last(1, 0)).reduce(Count.NONE, Count::plus);
        if (now.answers() == 0 || before.answers() == 0) {
            return new Overall(now, before, week, null, Change.alone(now, before, .5));
        }
        double worse = Comparison.worse(before, now);
        return new Overall(now, before, week, worse, Change.alone(now, before, worse));
    }

    private Count now(Sample sample) {
        return sample.last(weeks, 0);
    }

    private Count before(Sample sample) {
        return sample.last(weeks, weeks);
    }

}
