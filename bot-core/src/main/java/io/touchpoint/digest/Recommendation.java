package io.touchpoint.digest;

import io.touchpoint.feedback.Estimate;
import io.touchpoint.feedback.Histogram;
import io.touchpoint.feedback.Metrics;
import io.touchpoint.insight.Gates;
import io.touchpoint.survey.Band;
import io.touchpoint.survey.Scale;
import java.time.LocalDate;
import java.util.List;

/**
 * How likely customers are to recommend the company, from what they answered about the
 * relationship as a whole. It is a figure of the company, ranked beside nothing.
 *
 * @param from the first reporting day of the answers
 * @param to the last
 * @param counts one for each value from 0 to 10
 */
record Recommendation(LocalDate from, LocalDate to, List<Long> counts) {

    /** How many days are counted together: single weeks hold too few answers. */
    static final int DAYS = 90;

    private static final int WIDE = 30;

    private static final double LIKELY = .9;

    Recommendation {
        counts = List.copyOf(counts);
    }

    /** The line of the digest. */
    String sentence() {
        Histogram histogram = new Histogram(Scale.NPS_0_10, counts);
        long answers = histogram.answers();
        String start = "Would recommend us (NPS), " + DAYS + " days to " + Wording.day(to) + ": ";
        if (answers < Gates.SHOWN) {
            return start + "too few answers.";
        }
        Estimate likely = Metrics.npsEstimate(histogram, LIKELY);
        return start + Wording.signed(Metrics.nps(histogram).orElseThrow()) + " ("
                + Wording.counted(histogram.in(Band.HIGH), "promoter", "promoters") + " and "
                + Wording.counted(histogram.in(Band.LOW), "detractor", "detractors") + " of " + Wording.number(answers)
                + "; likely range " + Wording.signed(100 * Math.max(-1, likely.lower())) + " to "
                + Wording.signed(100 * Math.min(1, likely.upper())) + ")."
                + ((answers < WIDE) ? " That range is wide: there are fewer than " + WIDE + " answers." : "");
    }

}
