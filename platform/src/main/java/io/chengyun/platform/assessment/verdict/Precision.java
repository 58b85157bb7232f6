package io.chengyun.platform.assessment.verdict;

import io.chengyun.kernel.Malformed;

/**
 * How often a rule was right (查准率): confirmed / judged, with Wilson's 95 % interval, which is fair to small numbers.
 *
 * @param judged how many signals people confirmed or called false
 */
public record Precision(int confirmed, int judged) {

    /** 97.5 % quantile of the normal distribution: 95 % lie between it and its negative. */
    private static final double Z = 1.959963984540054;

    public Precision {
        if (confirmed < 0 || confirmed > judged) {
            throw new Malformed("confirmed", "must be 0 to " + judged);
        }
    }

    /** The precision; NaN while nothing was judged. */
    public double value() {
        return (double) confirmed / judged;
    }

    /** Lower end of the interval; 0 while nothing was judged. */
    public double atLeast() {
        return judged == 0 ? 0 : Math.max(0, centre() - reach());
    }

    /** Upper end of the interval; 1 while nothing was judged. */
    public double atMost() {
        return judged == 0 ? 1 : Math.min(1, centre() + reach());
    }

    /** Whether one may say that the rule's precision is below this one, and be right 97.5 times in a hundred. */
    boolean isBelow(double floor) {
        return atMost() < floor;
    }

    private double centre() {
        return (value() + Z * Z / (2 * judged)) / spread();
    }

    private double reach() {
        double p = value();
        return Z / spread() * Math.sqrt(p * (1 - p) / judged + Z * Z / (4.0 * judged * judged));
    }

    private double spread() {
        return 1 + Z * Z / judged;
    }
}
