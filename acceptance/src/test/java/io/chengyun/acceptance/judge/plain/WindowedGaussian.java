package io.chengyun.acceptance.judge.plain;

/**
 * The benchmark's own plain detector (滑窗高斯): how improbable a value is by the normal distribution of the values in a long window
 * before it, which moves on a hundred values at a time. It tells whether we score as others do.
 */
public final class WindowedGaussian {

    private static final int WINDOW = 6_400;
    private static final int STEP = 100;

    private WindowedGaussian() {}

    /** How sure it is of each value that it is unusual, 0 to 1. */
    public static double[] score(double[] values) {
        var said = new double[values.length];
        double mean = 0;
        double deviation = 1e-6;
        int waiting = 0;
        for (int i = 0; i < values.length; i++) {
            said[i] = i == 0 ? 0 : 1 - tail(Math.abs(values[i] - mean) / deviation);
            waiting++;
            if (i < WINDOW || waiting == STEP) {
                int from = Math.max(0, i + 1 - WINDOW);
                mean = mean(values, from, i + 1);
                deviation = Math.max(deviation(values, from, i + 1, mean), 1e-6);
                waiting = 0;
            }
        }
        return said;
    }

    private static double mean(double[] values, int from, int until) {
        double sum = 0;
        for (int i = from; i < until; i++) {
            sum += values[i];
        }
        return sum / (until - from);
    }

    private static double deviation(double[] values, int from, int until, double mean) {
        double sum = 0;
        for (int i = from; i < until; i++) {
            sum += (values[i] - mean) * (values[i] - mean);
        }
        return Math.sqrt(sum / (until - from));
    }

    /** Share of a normal distribution above so many deviations; Abramowitz and Stegun 26.2.17. */
    public static double tail(double deviations) {
        double t = 1 / (1 + 0.2316419 * deviations);
        double series =
                t * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        return Math.exp(-deviations * deviations / 2) / Math.sqrt(2 * Math.PI) * series;
    }
}
