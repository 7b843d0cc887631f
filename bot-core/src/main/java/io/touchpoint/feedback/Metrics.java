package io.touchpoint.feedback;

import io.touchpoint.survey.Band;
import io.touchpoint.survey.Scale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The figures that follow from a histogram. None is rounded; whole per cents are made
 * only for display.
 */
public final class Metrics {

    private static final double PERCENT = 100;

    private static final double THREE_QUARTERS = .75;

    private Metrics() {
    }

    /**
     * Customer satisfaction: the per cent of 4 and 5 on {@link Scale#STARS_5}; empty
     * without answers.
     */
    public static OptionalDouble csat(Histogram histogram) {
        return percentHigh(histogram, Scale.STARS_5);
    }

    /**
     * Ease (CES 2.0): the per cent of 5, 6 and 7 on {@link Scale#CES_1_7}; empty without
     * answers.
     */
    public static OptionalDouble ces(Histogram histogram) {
        return percentHigh(histogram, Scale.CES_1_7);
    }

    /** The per cent of thumbs up; empty without answers. */
    public static OptionalDouble thumbsUp(Histogram histogram) {
        return percentHigh(histogram, Scale.THUMBS);
    }

    /**
     * Net promoter score, −100 to 100: the per cent of 9 and 10 less that of 0 to 6;
     * empty without answers.
     * @see <a href="https://hbr.org/2003/12/the-one-number-you-need-to-grow">Reichheld
     * 2003</a>
     */
    public static OptionalDouble nps(Histogram histogram) {
        must(histogram, Scale.NPS_0_10);
        long n = histogram.answers();
        return (n == 0) ? OptionalDouble.empty()
                : OptionalDouble.of(PERCENT * (histogram.in(Band.HIGH) - histogram.in(Band.LOW)) / n);
    }

    /**
     * The net promoter score as a fraction, −1 to 1, by the adjusted Wald method: three
     * answers more, spread evenly.
     * @param confidence such as 0.9
     * @see <a href="https://measuringu.com/nps-confidence-intervals/">Sauro and Lewis</a>
     */
    public static Estimate npsEstimate(Histogram histogram, double confidence) {
        must(histogram, Scale.NPS_0_10);
        double n = histogram.answers() + 3;
        double promoters = (histogram.in(Band.HIGH) + THREE_QUARTERS) / n;
        double detractors = (histogram.in(Band.LOW) + THREE_QUARTERS) / n;
        double score = promoters - detractors;
        double z = NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - confidence) / 2);
        double half = z * Math.sqrt((promoters + detractors - score * score) / n);
        return new Estimate(score, score - half, score + half);
    }

    /** The share of unhappy answers, 0 to 1; empty without answers. */
    public static OptionalDouble unhappy(Histogram histogram) {
        long n = histogram.answers();
        return (n == 0) ? OptionalDouble.empty() : OptionalDouble.of((double) histogram.in(Band.LOW) / n);
    }

    /** The mean of the raw values; empty without answers. */
    public static OptionalDouble mean(Histogram histogram) {
        long n = histogram.answers();
        if (n == 0) {
            return OptionalDouble.empty();
        }
        long sum = 0;
        for (int raw = histogram.scale().min(); raw <= histogram.scale().max(); raw++) {
            sum += raw * histogram.count(raw);
        }
        return OptionalDouble.of((double) sum / n);
    }

    /** The standard deviation of the raw values; empty below two answers. */
    public static OptionalDouble standardDeviation(Histogram histogram) {
        long n = histogram.answers();
        if (n < 2) {
            return OptionalDouble.empty();
        }
        double mean = mean(histogram).orElseThrow();
        double squares = 0;
        for (int raw = histogram.scale().min(); raw <= histogram.scale().max(); raw++) {
            squares += histogram.count(raw) * (raw - mean) * (raw - mean);
        }
        return OptionalDouble.of(Math.sqrt(squares / (n - 1)));
    }

    /**
     * The mean with its interval by Student's t, clipped to the scale; empty below two
     * answers.
     * @param confidence such as 0.9
     */
    public static Optional<Estimate> meanEstimate(Histogram histogram, double confidence) {
        long n = histogram.answers();
        if (n < 2) {
            return Optional.empty();
        }
        double mean = mean(histogram).orElseThrow();
        double t = TDistribution.of(n - 1).inverseSurvivalProbability((1 - confidence) / 2);
        double half = t * standardDeviation(histogram).orElseThrow() / Math.sqrt(n);
        return Optional.of(new Estimate(mean, Math.max(histogram.scale().min(), mean - half),
                Math.min(histogram.scale().max(), mean + half)));
    }

    /** For display: x of n in whole per cents, halves up; n is not 0. */
    public static long wholePercent(long x, long n) {
        return Math.floorDiv(200 * x + n, 2 * n);
    }

    /** For display: a share, or the difference of two, in whole per cents, halves up. */
    public static long wholePercent(double share) {
        return Math.round(PERCENT * share);
    }

    private static OptionalDouble percentHigh(Histogram histogram, Scale scale) {
        must(histogram, scale);
        long n = histogram.answers();
        return (n == 0) ? OptionalDouble.empty() : OptionalDouble.of(PERCENT * histogram.in(Band.HIGH) / n);
    }

    private static void must(Histogram histogram, Scale scale) {
        if (histogram.scale() != scale) {
            throw new IllegalArgumentException("not a figure of " + histogram.scale());
        }
    }

}
