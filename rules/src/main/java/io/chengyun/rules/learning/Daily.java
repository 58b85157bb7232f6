package io.chengyun.rules.learning;

import java.util.Arrays;

/** What a stream read in each hour of the day in the last week (日作息), reading by reading in time order. */
final class Daily {

    private static final int HOURS = 24;
    private static final int DAYS = 7;
    /** Days without which an hour is not known: the first one alone tells nothing of what is usual. */
    private static final int ENOUGH = 2;

    private static final long HOUR = 3_600_000_000L;
    private static final int COUNTERS = 4;
    /** How many words it says. */
    static final int LENGTH = COUNTERS + HOURS + HOURS * DAYS / 2;

    /** The mean of each hour of each day. */
    private final float[] means = new float[HOURS * DAYS];

    private final int[] days = new int[HOURS];
    /** Hours since 1970. */
    private long now = Long.MIN_VALUE;

    private long readings;
    private double sum;
    /** Of this hour; NaN while too few days are known. */
    private double usual = Double.NaN;

    /** Takes in a reading; how far it is off the median of its hour on the days before, 0 while that is not known. */
    double on(long micros, double value) {
        long hour = Math.floorDiv(micros, HOUR);
        if (hour != now) {
            leave();
            now = hour;
            usual = usual(Math.floorMod(hour, HOURS));
        }
        readings++;
        sum += value;
        return Double.isNaN(usual) ? 0 : value - usual;
    }

    private void leave() {
        if (readings > 0) {
            int hour = Math.floorMod(now, HOURS);
            means[hour * DAYS + days[hour] % DAYS] = (float) (sum / readings);
            days[hour] = days[hour] + 1 == 2 * DAYS ? DAYS : days[hour] + 1;
        }
        readings = 0;
        sum = 0;
    }

    private double usual(int hour) {
        int known = Math.min(days[hour], DAYS);
        if (known < ENOUGH) {
            return Double.NaN;
        }
        var sorted = Arrays.copyOfRange(means, hour * DAYS, hour * DAYS + known);
        Arrays.sort(sorted);
        return (sorted[known / 2] + sorted[(known - 1) / 2]) / 2;
    }

    long[] words() {
        var words = new long[LENGTH];
        words[0] = now;
        words[1] = readings;
        words[2] = Double.doubleToRawLongBits(sum);
        words[3] = Double.doubleToRawLongBits(usual);
        for (int hour = 0; hour < HOURS; hour++) {
            words[COUNTERS + hour] = days[hour];
        }
        Floats.write(means, means.length, words, COUNTERS + HOURS);
        return words;
    }

    void recall(long[] words) {
        now = words[0];
        readings = words[1];
        sum = Double.longBitsToDouble(words[2]);
        usual = Double.longBitsToDouble(words[3]);
        for (int hour = 0; hour < HOURS; hour++) {
            days[hour] = (int) words[COUNTERS + hour];
        }
        Floats.read(words, COUNTERS + HOURS, means, means.length);
    }
}
