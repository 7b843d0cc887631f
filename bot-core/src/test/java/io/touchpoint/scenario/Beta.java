package io.touchpoint.scenario;

import org.apache.commons.statistics.distribution.BetaDistribution;

/** So many unhappy answers of so many, and what they let one believe. */
record Beta(int unhappy, int answers) {

    private static final int POINTS = 1000;

    static final Beta NONE = new Beta(0, 0);

    Beta plus(Beta other) {
        return new Beta(unhappy + other.unhappy, answers + other.answers);
    }

    double share() {
        return (answers == 0) ? 0 : (double) unhappy / answers;
    }

    private BetaDistribution belief() {
        return BetaDistribution.of(unhappy + .5, answers - unhappy + .5);
    }

    /** Lower end of the likely range. */
    double lower() {
        return (unhappy == 0) ? 0 : belief().inverseCumulativeProbability(.05);
    }

    /** Upper end of the likely range. */
    double upper() {
        return (unhappy == answers) ? 1 : belief().inverseCumulativeProbability(.95);
    }

    /**
     * How likely it is that this is worse than before: the mean of how likely each of
     * equally likely shares is to be beyond the one before.
     */
    double worseThan(Beta before) {
        BetaDistribution mine = belief();
        BetaDistribution its = before.belief();
        double sum = 0;
        for (int i = 0; i < POINTS; i++) {
            sum += its.cumulativeProbability(mine.inverseCumulativeProbability((i + .5) / POINTS));
        }
        return sum / POINTS;
    }

}
