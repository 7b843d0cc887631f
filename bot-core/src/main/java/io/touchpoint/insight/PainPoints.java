package io.touchpoint.insight;

import java.time.LocalDate;
import java.util.List;

/** Finds what hurts customers most, from counts alone. */
public final class PainPoints {

    private PainPoints() {
    }

    /**
     * What the counts say.
     * @param week the Monday of the reported week
     * @param samples all touchpoints in the order of the journey
     */
    public static Findings analyse(LocalDate week, List<Sample> samples) {
        throw new IllegalStateException("not yet: " + week + samples.size());
    }

}
