package io.chengyun.acceptance.judge;

import io.chengyun.acceptance.judge.made.MadeDistrict;
import java.util.ArrayList;
import java.util.List;

/** Scores leak alarms on districts of our own (合成分区评分), each as {@link LeakScore} does. */
final class DistrictScore {

    private static final double ROWS_A_WEEK = 7 * 288;

    private final List<Double> delays = new ArrayList<>();
    private int districts;
    private int leaks;
    private int found;
    private int unmatched;
    private double weeks;

    /** Takes in a district and the rows of its alarms, in order. */
    void add(MadeDistrict district, List<Integer> alarms) {
        var began =
                district.leaks().stream().map(at -> new LeakScore.Leak("", at)).toList();
        var score = new LeakScore(began);
        alarms.forEach(row -> score.add(MadeDistrict.at(row)));
        districts++;
        leaks += began.size();
        found += score.found();
        unmatched += score.unmatched();
        delays.addAll(score.delays());
        weeks += district.values().size() / ROWS_A_WEEK;
    }

    int districts() {
        return districts;
    }

    int leaks() {
        return leaks;
    }

    /** Share found within 14 days. */
    double found() {
        return (double) found / leaks;
    }

    int count() {
        return found;
    }

    /** Alarms a week of no leak. */
    double unmatched() {
        return unmatched / weeks;
    }

    int falseAlarms() {
        return unmatched;
    }

    /** Median days from a leak's beginning to its alarm. */
    double delay() {
        return LeakScore.median(delays);
    }
}
