package io.chengyun.rules.learning;

/** The little algebra that a distance needs (矩阵). */
final class Matrix {

    private Matrix() {}

    /** The inverse of a matrix that has one, by Gauss and Jordan, the greatest pivot first. */
    static double[][] inverse(double[][] matrix) {
        int n = matrix.length;
        var left = new double[n][];
        var right = new double[n][n];
        for (int i = 0; i < n; i++) {
            left[i] = matrix[i].clone();
            right[i][i] = 1;
        }
        for (int column = 0; column < n; column++) {
            int pivot = column;
            for (int row = column + 1; row < n; row++) {
                pivot = Math.abs(left[row][column]) > Math.abs(left[pivot][column]) ? row : pivot;
            }
            swap(left, pivot, column);
            swap(right, pivot, column);
            clear(left, right, column);
        }
        return right;
    }

    private static void swap(double[][] rows, int one, int other) {
        var kept = rows[one];
        rows[one] = rows[other];
        rows[other] = kept;
    }

    private static void clear(double[][] left, double[][] right, int column) {
        double pivot = left[column][column];
        for (int k = 0; k < left.length; k++) {
            left[column][k] /= pivot;
            right[column][k] /= pivot;
        }
        for (int row = 0; row < left.length; row++) {
            double factor = left[row][column];
            if (row == column || factor == 0) {
                continue;
            }
            for (int k = 0; k < left.length; k++) {
                left[row][k] -= factor * left[column][k];
                right[row][k] -= factor * right[column][k];
            }
        }
    }

    /** vᵀ·M·v. */
    static double product(double[] vector, double[][] matrix) {
        double sum = 0;
        for (int i = 0; i < vector.length; i++) {
            for (int j = 0; j < vector.length; j++) {
                sum += vector[i] * matrix[i][j] * vector[j];
            }
        }
        return sum;
    }
}
