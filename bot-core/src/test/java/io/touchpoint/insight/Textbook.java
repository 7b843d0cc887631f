package io.touchpoint.insight;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.ChiSquareTest;
import org.apache.commons.statistics.inference.FisherExactTest;
import org.apache.commons.statistics.inference.SignificanceResult;

/** Classical methods that the product does not use, for comparison. */
final class Textbook {

    private static final int SWEEPS = 100;

    private Textbook() {
    }

    static double fisher(int[][] table, AlternativeHypothesis alternative) {
        return FisherExactTest.withDefaults().with(alternative).test(table).getPValue();
    }

    /** That the share is greater now than before, against that it is not. */
    static double fisher(Count before, Count now) {
        return fisher(new int[][] { row(now), row(before) }, AlternativeHypothesis.GREATER_THAN);
    }

    private static int[] row(Count count) {
        return new int[] { (int) count.unhappy(), (int) (count.answers() - count.unhappy()) };
    }

    /** Without continuity correction. */
    static SignificanceResult chiSquare(long[][] table) {
        return ChiSquareTest.withDefaults().test(table);
    }

    static double pooledZ(Count before, Count now) {
        double pooled = now.plus(before).share();
        return (now.share() - before.share())
                / Math.sqrt(pooled * (1 - pooled) * (1.0 / now.answers() + 1.0 / before.answers()));
    }

    /** The confidence that belongs to a number of standard deviations on both sides. */
    static double confidence(double z) {
        return 1 - 2 * NormalDistribution.of(0, 1).survivalProbability(z);
    }

    static double jamesSteinFactor(double[] shares, int trials) {
        double mean = mean(shares);
        double squares = IntStream.range(0, shares.length).mapToDouble((i) -> square(shares[i] - mean)).sum();
        return 1 - (shares.length - 3) * mean * (1 - mean) / trials / squares;
    }

    static double mean(double[] values) {
        return IntStream.range(0, values.length).mapToDouble((i) -> values[i]).sum() / values.length;
    }

    static double squaredError(double[] guesses, double[] truth) {
        return IntStream.range(0, guesses.length).mapToDouble((i) -> square(guesses[i] - truth[i])).sum();
    }

    private static double square(double x) {
        return x * x;
    }

    /** Johnson's relative weights, close to Shapley's but found by another way. */
    static double[] relativeWeights(double[] response, List<double[]> predictors) {
        int k = predictors.size();
        double[][] values = new double[k][k];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                values[i][j] = Drivers.correlation(predictors.get(i), predictors.get(j));
            }
        }
        double[][] vectors = eigenvectors(values);
        double[][] root = new double[k][k];
        double[][] inverse = new double[k][k];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                for (int l = 0; l < k; l++) {
                    double both = vectors[i][l] * vectors[j][l];
                    root[i][j] += both * Math.sqrt(values[l][l]);
                    inverse[i][j] += both / Math.sqrt(values[l][l]);
                }
            }
        }
        double[] weights = new double[k];
        for (int l = 0; l < k; l++) {
            double beta = 0;
            for (int j = 0; j < k; j++) {
                beta += inverse[l][j] * Drivers.correlation(predictors.get(j), response);
            }
            for (int j = 0; j < k; j++) {
                weights[j] += square(root[j][l]) * square(beta);
            }
        }
        return weights;
    }

    /** Jacobi's method: turns a symmetric matrix until it is diagonal. */
    private static double[][] eigenvectors(double[][] matrix) {
        int k = matrix.length;
        double[][] vectors = new double[k][k];
        IntStream.range(0, k).forEach((i) -> vectors[i][i] = 1);
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            for (int p = 0; p < k; p++) {
                for (int q = p + 1; q < k; q++) {
                    double angle = Math.atan2(2 * matrix[p][q], matrix[q][q] - matrix[p][p]) / 2;
                    turnColumns(matrix, p, q, angle);
                    turnRows(matrix, p, q, angle);
                    turnColumns(vectors, p, q, angle);
                }
            }
        }
        return vectors;
    }

    private static void turnColumns(double[][] matrix, int p, int q, double angle) {
        for (double[] row : matrix) {
            double first = row[p];
            row[p] = Math.cos(angle) * first - Math.sin(angle) * row[q];
            row[q] = Math.sin(angle) * first + Math.cos(angle) * row[q];
        }
    }

    private static void turnRows(double[][] matrix, int p, int q, double angle) {
        for (int i = 0; i < matrix.length; i++) {
            double first = matrix[p][i];
            matrix[p][i] = Math.cos(angle) * first - Math.sin(angle) * matrix[q][i];
            matrix[q][i] = Math.sin(angle) * first + Math.cos(angle) * matrix[q][i];
        }
    }

}
