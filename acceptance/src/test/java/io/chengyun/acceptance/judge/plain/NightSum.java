package io.chengyun.acceptance.judge.plain;

import java.util.ArrayList;
import java.util.List;

/**
 * The textbook's cumulative sum (夜间累积和, Page 1954; slack ½, decision 5) of the night's mean inflow from one to five, in
 * deviations from the 14 nights it learnt from; after each alarm, and when the flow fell as much, it learns anew.
 */
public final class NightSum {

    private static final int A_DAY = 288;
    private static final int FROM = 12;
    private static final int UNTIL = 60;
    private static final int LEARNS = 14;
    private static final double SLACK = 0.5;
    private static final double DECISION = 5;

    private NightSum() {}

    /** Rows of alarms, each at the end of a night; the first row is midnight's, NaN is unknown. */
    public static List<Integer> alarms(double[] inflow) {
        var alarms = new ArrayList<Integer>();
        var learnt = new ArrayList<Double>();
        double up = 0;
        double down = 0;
        for (int day = 0; (day + 1) * A_DAY <= inflow.length; day++) {
            double night = night(inflow, day * A_DAY);
            if (Double.isNaN(night)) {
                continue;
            }
            if (learnt.size() < LEARNS) {
                learnt.add(night);
                continue;
            }
            double off = (night - mean(learnt)) / deviation(learnt);
            up = Math.max(0, up + off - SLACK);
            down = Math.max(0, down - off - SLACK);
            if (up > DECISION) {
                alarms.add(day * A_DAY + UNTIL);
            }
            if (up > DECISION || down > DECISION) {
                learnt.clear();
                up = 0;
                down = 0;
            }
        }
        return alarms;
    }

    /** Of what was heard; unknown when that is less than half. */
    private static double night(double[] inflow, int midnight) {
        double sum = 0;
        int heard = 0;
        for (int row = midnight + FROM; row < midnight + UNTIL; row++) {
            if (!Double.isNaN(inflow[row])) {
                sum += inflow[row];
                heard++;
            }
        }
        return heard < (UNTIL - FROM) / 2 ? Double.NaN : sum / heard;
    }

    private static double mean(List<Double> nights) {
        return nights.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }

    private static double deviation(List<Double> nights) {
        double mean = mean(nights);
        double square = nights.stream()
                .mapToDouble(night -> (night - mean) * (night - mean))
                .sum();
        return Math.max(Math.sqrt(square / (nights.size() - 1)), 1e-9);
    }
}
