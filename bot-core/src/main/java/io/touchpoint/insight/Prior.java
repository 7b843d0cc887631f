package io.touchpoint.insight;

import java.util.List;

/**
 * What is usual over all touchpoints, and how far they differ from it, by the method of
 * moments. A touchpoint's own share is drawn towards the usual one as if {@code weight}
 * more customers had answered as usual.
 *
 * @param usual the unhappy share of all answers; 0 when there are none
 * @param spread the sum of squared distances from it, each weighed by its answers
 * @param variance of the touchpoints' true shares
 * @param moments the weight that follows from that variance, without limits
 * @param pooled whether touchpoints can be held against each other: not when there is
 * only one, or when all answers are alike
 */
record Prior(double usual, double spread, double variance, double moments, boolean pooled) {

    private static final double LEAST = 5;

    private static final double MOST = 200;

    /** What is usual in a window: one count for each touchpoint. */
    static Prior of(List<Count> window) {
        List<Count> known = window.stream().filter((count) -> count.answers() > 0).toList();
        Count all = known.stream().reduce(Count.NONE, Count::plus);
        double usual = all.share();
        if (known.size() < 2 || all.unhappy() == 0 || all.unhappy() == all.answers()) {
            return new Prior(usual, 0, 0, MOST, false);
        }
        double spread = 0;
        double squares = 0;
        for (Count count : known) {
            spread += count.answers() * Math.pow(count.share() - usual, 2);
            squares += Math.pow(count.answers(), 2);
        }
        double chance = usual * (1 - usual);
        double variance = Math.max(0,
                (spread - (known.size() - 1) * chance) / (all.answers() - squares / all.answers()));
        return new Prior(usual, spread, variance, (variance == 0) ? MOST : chance / variance - 1, true);
    }

    double weight() {
        return Math.clamp(moments, LEAST, MOST);
    }

    /** The share of a touchpoint, drawn towards the usual one. */
    double estimate(Count count) {
        return pooled ? (count.unhappy() + weight() * usual) / (count.answers() + weight()) : count.share();
    }

    /** Where that share is likely to lie. */
    Range likely(Count count) {
        if (!pooled) {
            return Shares.jeffreys(count, Shares.LIKELY);
        }
        return Shares.likely(count.unhappy() + weight() * usual,
                count.answers() - count.unhappy() + weight() * (1 - usual));
    }

}
