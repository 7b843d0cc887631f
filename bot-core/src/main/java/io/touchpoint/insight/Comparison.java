package io.touchpoint.insight;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.BetaDistribution;

/** How sure it is that a share has risen. */
final class Comparison {

    private static final int POINTS = 200;

    private static final double HALF = .5;

    private Comparison() {
    }

    /** The probability, 0 to 1, that the unhappy share is greater now than before. */
    static double worse(Count before, Count now) {
        return greater(posterior(before), posterior(now));
    }

    private static BetaDistribution posterior(Count count) {
        return BetaDistribution.of(count.unhappy() + HALF, count.answers() - count.unhappy() + HALF);
    }

    /**
     * The probability that b is greater than a: the integral of b's density times a's
     * distribution function, by the midpoint rule after x = sin²(πu/2), which takes away
     * the poles at both ends.
     */
    static double greater(BetaDistribution a, BetaDistribution b) {
        double sum = 0;
        for (int i = 0; i < POINTS; i++) {
            double angle = Math.PI / 2 * (i + HALF) / POINTS;
            double x = Math.pow(Math.sin(angle), 2);
            sum += b.density(x) * a.cumulativeProbability(x) * Math.PI * Math.sin(angle) * Math.cos(angle);
        }
        return Math.clamp(sum / POINTS, 0, 1);
    }

    /**
     * For each of several findings the share of false ones among all that are at least as
     * sure.
     * @param p how likely each would be if nothing had changed
     * @return q in the order of p
     * @see <a href="https://doi.org/10.1111/j.2517-6161.1995.tb02031.x">Benjamini and
     * Hochberg 1995</a>
     */
    static double[] falseDiscoveries(double... p) {
        int[] order = IntStream.range(0, p.length)
            .boxed()
            .sorted(Comparator.comparingDouble((i) -> p[i]))
            .mapToInt(Integer::intValue)
            .toArray();
        double[] q = new double[p.length];
        double least = 1;
        for (int rank = p.length; rank >= 1; rank--) {
            int i = order[rank - 1];
            least = Math.min(least, p[i] * p.length / rank);
            q[i] = least;
        }
        return q;
    }

    /** The same findings turned round. */
    static double[] opposite(double... p) {
        return Arrays.stream(p).map((value) -> 1 - value).toArray();
    }

}
