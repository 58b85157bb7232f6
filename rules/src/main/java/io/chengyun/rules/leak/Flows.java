package io.chengyun.rules.leak;

import java.util.Arrays;

/** What flowed through one zone, day by day (分区日流量). Days that are unknown are not among them. */
final class Flows {

    /** Makes the median absolute deviation of a normal distribution its standard deviation. */
    private static final double NORMAL = 1.4826;

    final long[] days;
    final double[] nights;
    final double[] wholes;
    int count;

    Flows(int most) {
        days = new long[most];
        nights = new double[most];
        wholes = new double[most];
    }

    void add(long day, double night, double whole) {
        if (Double.isNaN(night) || Double.isNaN(whole)) {
            return;
        }
        days[count] = day;
        nights[count] = night;
        wholes[count] = whole;
        count++;
    }

    /**
     * These values without what is usual of their weekday; that is learnt from all but the newest.
     *
     * <p>What is usual of a weekday is the median of how far its values lay from the mean of the seven days around them: a
     * leak that begins or ends within them spoils that week alone.
     */
    double[] evened(double[] values) {
        int week = NightHours.weekdays();
        var off = new double[week][count];
        var seen = new int[week];
        for (int i = 0; i < count - 1; i++) {
            int from = Math.max(0, Math.min(i - week / 2, count - 1 - week));
            if (from + week <= count - 1) {
                int weekday = NightHours.weekday(days[i]);
                off[weekday][seen[weekday]++] =
                        values[i] - Arrays.stream(values, from, from + week).sum() / week;
            }
        }
        var evened = new double[count];
        for (int i = 0; i < count; i++) {
            int weekday = NightHours.weekday(days[i]);
            evened[i] = values[i] - (seen[weekday] == 0 ? 0 : median(Arrays.copyOf(off[weekday], seen[weekday])));
        }
        return evened;
    }

    /** Robust standard deviation from day to day, the newest left out. */
    static double scatter(double[] evened) {
        var steps = new double[Math.max(0, evened.length - 2)];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = Math.abs(evened[i + 1] - evened[i]);
        }
        return steps.length == 0 ? 0 : NORMAL * median(steps) / Math.sqrt(2);
    }

    static double median(double[] values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
