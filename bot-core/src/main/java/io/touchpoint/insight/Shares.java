package io.touchpoint.insight;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.interval.BinomialConfidenceInterval;
import org.apache.commons.statistics.interval.Interval;

/** How well a share is known that was counted among few. */
final class Shares {

    /** The confidence of every range that people read. */
    static final double LIKELY = .9;

    private static final Range UNKNOWN = new Range(0, 1);

    private Shares() {
    }

    /**
     * The interval that is shown beside a share: quantiles of Beta(x + ½, n − x + ½), but
     * 0 below nobody and 1 above everybody.
     * @param confidence such as 0.9
     * @see <a href="https://doi.org/10.1214/ss/1009213286">Brown, Cai and DasGupta
     * 2001</a>
     */
    static Range jeffreys(Count count, double confidence) {
        return range(BinomialConfidenceInterval.JEFFREYS, count, confidence);
    }

    /**
     * The interval for tables and exports.
     * @param confidence such as 0.95
     * @see <a href="https://doi.org/10.1080/01621459.1927.10502953">Wilson 1927</a>
     */
    static Range wilson(Count count, double confidence) {
        return range(BinomialConfidenceInterval.WILSON_SCORE, count, confidence);
    }

    private static Range range(BinomialConfidenceInterval method, Count count, double confidence) {
        if (count.answers() == 0) {
            return UNKNOWN;
        }
        Interval interval = method.fromErrorRate(Math.toIntExact(count.answers()), Math.toIntExact(count.unhappy()),
                1 - confidence);
        return new Range(interval.getLowerBound(), interval.getUpperBound());
    }

    /** The middle {@link #LIKELY} of a Beta distribution. */
    static Range likely(double alpha, double beta) {
        BetaDistribution distribution = BetaDistribution.of(alpha, beta);
        double tail = (1 - LIKELY) / 2;
        return new Range(distribution.inverseCumulativeProbability(tail),
                distribution.inverseSurvivalProbability(tail));
    }

}
