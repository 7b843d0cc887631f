package io.touchpoint.insight;

import org.jspecify.annotations.Nullable;

/** How a period compares with the one before, in words that people read. */
public enum Change {

    CLEARLY_WORSE("clearly worse"), PROBABLY_WORSE("probably worse"), CLEARLY_BETTER("clearly better"),
    PROBABLY_BETTER("probably better"),
    /** No clear change, or nothing to compare with. */
    NONE("none"),
    /** Fewer than ten answers in the period. */
    TOO_FEW("too few");

    private static final double SURE = .95;

    private static final double CLEAR = .05;

    private static final double PROBABLE = .2;

    private final String words;

    Change(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /** Worse for customers. */
    public boolean worse() {
        return this == CLEARLY_WORSE || this == PROBABLY_WORSE;
    }

    /** Better for customers. */
    public boolean better() {
        return this == CLEARLY_BETTER || this == PROBABLY_BETTER;
    }

    /**
     * The change of one touchpoint among several that are compared.
     * @param answers in the period
     * @param before in the period before
     * @param odds null when it was not compared
     */
    static Change of(long answers, long before, @Nullable Odds odds) {
        if (answers < Gates.RANKED) {
            return TOO_FEW;
        }
        if (before < Gates.RANKED || odds == null) {
            return NONE;
        }
        if (odds.qWorse() <= CLEAR) {
            return CLEARLY_WORSE;
        }
        if (odds.qBetter() <= CLEAR) {
            return CLEARLY_BETTER;
        }
        if (odds.worse() >= SURE && odds.qWorse() <= PROBABLE) {
            return PROBABLY_WORSE;
        }
        if (1 - odds.worse() >= SURE && odds.qBetter() <= PROBABLE) {
            return PROBABLY_BETTER;
        }
        return NONE;
    }

    /** The change of one figure that is compared alone. */
    static Change alone(Count now, Count before, double worse) {
        if (now.answers() < Gates.RANKED) {
            return TOO_FEW;
        }
        if (before.answers() < Gates.RANKED) {
            return NONE;
        }
        if (worse >= SURE) {
            return PROBABLY_WORSE;
        }
        return (worse <= 1 - SURE) ? PROBABLY_BETTER : NONE;
    }

    /**
     * How likely it is that a touchpoint got worse.
     *
     * @param worse the probability that it is worse than before
     * @param qWorse the share of false alarms among all that are called worse at this
     * probability
     * @param qBetter the same for better
     */
    record Odds(double worse, double qWorse, double qBetter) {
    }

}
