package io.chengyun.acceptance.judge.plain;

import java.util.List;

/**
 * The textbook's chart of several sensors (T² 控制图, Hotelling 1947): each row's Mahalanobis distance from what was learnt, against
 * the limit that a normal distribution passes in 27 of 10,000 rows.
 */
public final class PlainDistance {

    /** As many deviations as the three-sigma limit has. */
    private static final double SIGMA = 2.782;

    private PlainDistance() {}

    /** Which rows are off, when the first so many are learnt from. */
    public static boolean[] flags(List<double[]> rows, int learns) {
        int width = rows.get(0).length;
        var centre = new double[width];
        for (int i = 0; i < learns; i++) {
            for (int j = 0; j < width; j++) {
                centre[j] += rows.get(i)[j] / learns;
            }
        }
        var spread = new double[width][width];
        for (int i = 0; i < learns; i++) {
            var off = off(rows.get(i), centre);
            for (int j = 0; j < width; j++) {
                for (int k = 0; k < width; k++) {
                    spread[j][k] += off[j] * off[k] / (learns - 1);
                }
            }
        }
        var flags = new boolean[rows.size()];
        for (int i = 0; i < flags.length; i++) {
            flags[i] = square(off(rows.get(i), centre), spread) > limit(width);
        }
        return flags;
    }

    /** Wilson and Hilferty's approximation of the chi-squared distribution's quantile. */
    static double limit(int width) {
        double ninth = 2.0 / (9 * width);
        return width * Math.pow(1 - ninth + SIGMA * Math.sqrt(ninth), 3);
    }

    private static double[] off(double[] row, double[] centre) {
        var off = new double[row.length];
        for (int j = 0; j < row.length; j++) {
            off[j] = row[j] - centre[j];
        }
        return off;
    }

    /** {@code x' S⁻¹ x}, by the pivots of Gauss's elimination; S is positive definite. */
    static double square(double[] off, double[][] spread) {
        int width = off.length;
        var left = new double[width][];
        for (int i = 0; i < width; i++) {
            left[i] = spread[i].clone();
        }
        var right = off.clone();
        double sum = 0;
        for (int i = 0; i < width; i++) {
            sum += right[i] * right[i] / left[i][i];
            for (int j = i + 1; j < width; j++) {
                double times = left[j][i] / left[i][i];
                right[j] -= times * right[i];
                for (int k = i; k < width; k++) {
                    left[j][k] -= times * left[i][k];
                }
            }
        }
        return sum;
    }
}
