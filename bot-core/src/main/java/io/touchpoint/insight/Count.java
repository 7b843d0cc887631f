package io.touchpoint.insight;

/**
 * So many unhappy answers of so many.
 *
 * @param unhappy answers in the low band of their scale
 * @param answers all answers
 */
public record Count(long unhappy, long answers) {

    static final Count NONE = new Count(0, 0);

    public Count {
        if (unhappy < 0 || unhappy > answers) {
            throw new IllegalArgumentException(unhappy + " of " + answers);
        }
    }

    /** The unhappy share, 0 to 1; 0 when there are no answers. */
    public double share() {
        return (answers == 0) ? 0 : (double) unhappy / answers;
    }

    Count plus(Count other) {
        return new Count(unhappy + other.unhappy, answers + other.answers);
    }

    Count minus(Count other) {
        return new Count(unhappy - other.unhappy, answers - other.answers);
    }

}
