package io.touchpoint.survey;

/**
 * A scale of whole numbers with its direction. Values of different scales are never
 * averaged together; shares of a band may be compared across scales.
 */
public enum Scale {

    /**
     * Satisfaction, 1 to 5, 5 is best; the low band is 1 and 2, the high band 4 and 5.
     */
    STARS_5("stars", 1, 5, true, 2, 4),
    /**
     * Likelihood to recommend, 0 to 10, 10 is best; the low band is 0 to 6, the high band
     * 9 and 10.
     */
    NPS_0_10("nps", 0, 10, true, 6, 9),
    /**
     * Ease, 1 (strongly disagree) to 7 (strongly agree); the low band is 1 to 3, the high
     * band 5 to 7.
     */
    CES_1_7("ces", 1, 7, true, 3, 5),
    /** Thumbs: 0 is down, 1 is up. */
    THUMBS("thumbs", 0, 1, true, 0, 1),
    /** Effort, 1 to 5, 1 is best; the low band is 4 and 5, the high band 1 and 2. */
    EFFORT_1_5_REVERSED("effort", 1, 5, false, 2, 4);

    private final String id;

    private final int min;

    private final int max;

    private final boolean highIsGood;

    private final int lowerEdge;

    private final int upperEdge;

    Scale(String id, int min, int max, boolean highIsGood, int lowerEdge, int upperEdge) {
        this.id = id;
        this.min = min;
        this.max = max;
        this.highIsGood = highIsGood;
        this.lowerEdge = lowerEdge;
        this.upperEdge = upperEdge;
    }

    /** What files call it. */
    public String id() {
        return id;
    }

    public int min() {
        return min;
    }

    public int max() {
        return max;
    }

    public boolean highIsGood() {
        return highIsGood;
    }

    /** Whether a raw value stands on the scale. */
    public boolean has(int raw) {
        return raw >= min && raw <= max;
    }

    /**
     * The band of a raw value.
     * @throws IllegalArgumentException when the value does not stand on the scale
     */
    public Band band(int raw) {
        if (!has(raw)) {
            throw new IllegalArgumentException(raw + " is not on " + this);
        }
        if (raw <= lowerEdge) {
            return highIsGood ? Band.LOW : Band.HIGH;
        }
        if (raw >= upperEdge) {
            return highIsGood ? Band.HIGH : Band.LOW;
        }
        return Band.NEUTRAL;
    }

    /** The raw value on 0 (worst) to 1 (best). */
    public double normalised(int raw) {
        double share = (double) (raw - min) / (max - min);
        return highIsGood ? share : 1 - share;
    }

}
