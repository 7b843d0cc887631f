package io.touchpoint.insight;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What goes together with the overall score of the same customers. It never says what
 * causes it.
 */
final class Drivers {

    private static final int LEAST_ROWS = 100;

    private static final int LEAST_ROWS_EACH = 10;

    private static final int MOST_PREDICTORS = 8;

    private static final double SINGULAR = 1e-12;

    private Drivers() {
    }

    /**
     * How much lower the mean overall score is than among those who are not unhappy with
     * a touchpoint: the share of the unhappy times the distance between both means.
     * @param pairs of those who answered both
     * @return on the overall scale; empty unless there are both unhappy and others
     */
    static Optional<Drag> drag(List<Pair> pairs) {
        long unhappy = pairs.stream().filter(Pair::unhappy).count();
        if (unhappy == 0 || unhappy == pairs.size()) {
            return Optional.empty();
        }
        double ofUnhappy = pairs.stream().filter(Pair::unhappy).mapToDouble(Pair::overall).sum() / unhappy;
        double ofOthers = pairs.stream().filter((pair) -> !pair.unhappy()).mapToDouble(Pair::overall).sum()
                / (pairs.size() - unhappy);
        return Optional.of(new Drag((double) unhappy / pairs.size(), ofUnhappy, ofOthers));
    }

    /**
     * Each touchpoint's part in what all together explain of the overall score.
     * @param overall one score for each customer who answered everything
     * @param touchpoints for each touchpoint one score for each of these customers
     * @return shares that add up to R², in the order of the touchpoints; empty when there
     * are too few answers, too many touchpoints, or scores that say the same
     */
    static Optional<double[]> parts(double[] overall, List<double[]> touchpoints) {
        if (overall.length < LEAST_ROWS || overall.length < LEAST_ROWS_EACH * touchpoints.size()
                || touchpoints.size() > MOST_PREDICTORS) {
            return Optional.empty();
        }
        return shapley(overall, touchpoints);
    }

    /**
     * Shapley values of R², without gates.
     * @see <a href="https://doi.org/10.18637/jss.v017.i01">Grömping 2006, "lmg"</a>
     */
    static Optional<double[]> shapley(double[] response, List<double[]> predictors) {
        int k = predictors.size();
        double[] explained = new double[1 << k];
        double[][] within = correlations(predictors);
        double[] across = predictors.stream().mapToDouble((predictor) -> correlation(predictor, response)).toArray();
        for (int set = 1; set < explained.length; set++) {
            explained[set] = explained(within, across, set);
            if (Double.isNaN(explained[set])) {
                return Optional.empty();
            }
        }
        double[] parts = new double[k];
        for (int set = 0; set < explained.length; set++) {
            double weight = 1 / (k * binomial(k - 1, Integer.bitCount(set)));
            for (int j = 0; j < k; j++) {
                if ((set & (1 << j)) == 0) {
                    parts[j] += weight * (explained[set | (1 << j)] - explained[set]);
                }
            }
        }
        return Optional.of(parts);
    }

    private static double binomial(int n, int k) {
        double product = 1;
        for (int i = 1; i <= k; i++) {
            product = product * (n - k + i) / i;
        }
        return product;
    }

    /**
     * R² of the predictors in a set: with L·Lᵀ the correlations within, the squared
     * length of the solution of L·z = the correlations across. NaN when they say the
     * same.
     */
    private static double explained(double[][] within, double[] across, int set) {
        int[] members = IntStream.range(0, across.length).filter((j) -> (set & (1 << j)) != 0).toArray();
        double[][] lower = new double[members.length][members.length];
        double sum = 0;
        double[] z = new double[members.length];
        for (int i = 0; i < members.length; i++) {
            for (int j = 0; j <= i; j++) {
                double rest = within[members[i]][members[j]];
                for (int l = 0; l < j; l++) {
                    rest -= lower[i][l] * lower[j][l];
                }
                if (i == j && !(rest > SINGULAR)) {
                    return Double.NaN;
                }
                lower[i][j] = (i == j) ? Math.sqrt(rest) : rest / lower[j][j];
            }
            double rest = across[members[i]];
            for (int l = 0; l < i; l++) {
                rest -= lower[i][l] * z[l];
            }
            z[i] = rest / lower[i][i];
            sum += z[i] * z[i];
        }
        return sum;
    }

    private static double[][] correlations(List<double[]> columns) {
        return columns.stream()
            .map((a) -> columns.stream().mapToDouble((b) -> correlation(a, b)).toArray())
            .toArray(double[][]::new);
    }

    /** Pearson's; NaN when either does not vary. */
    static double correlation(double[] a, double[] b) {
        double meanA = Arrays.stream(a).average().orElse(0);
        double meanB = Arrays.stream(b).average().orElse(0);
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < a.length; i++) {
            ab += (a[i] - meanA) * (b[i] - meanB);
            aa += (a[i] - meanA) * (a[i] - meanA);
            bb += (b[i] - meanB) * (b[i] - meanB);
        }
        return ab / Math.sqrt(aa * bb);
    }

    /** What one customer said about a touchpoint and overall. */
    record Pair(boolean unhappy, double overall) {
    }

    /** How a touchpoint weighs on the overall score. */
    record Drag(double share, double meanOfUnhappy, double meanOfOthers) {

        double drag() {
            return share * (meanOfOthers - meanOfUnhappy);
        }

    }

}
