package io.chengyun.rules.learning;

import java.util.Arrays;

/** What a stream reads in each hour of the week (时段册): the newest readings of each hour, their median and their spread. */
final class Weekly {

    static final int HOURS = 168;

    /** Makes the median absolute deviation of a normal distribution its standard deviation. */
    private static final double NORMAL = 1.4826;
    /** An hour's spread is told as if it had so many readings more, that spread like those of all hours. */
    private static final int LEANS = 4;

    private final int size;
    private final float[] kept;
    private final int[] counts = new int[HOURS];
    private final double[] spreads = new double[HOURS];

    /**
     * @param size readings kept of an hour; older ones are forgotten
     */
    Weekly(int size) {
        this.size = size;
        this.kept = new float[HOURS * size];
        Arrays.fill(spreads, Double.NaN);
    }

    void keep(int hour, double value) {
        kept[hour * size + counts[hour] % size] = (float) value;
        counts[hour]++;
        if (counts[hour] == 2 * size) {
            counts[hour] = size;
        }
        spreads[hour] = spread(hour);
    }

    /** How many readings of an hour are known. */
    int readings(int hour) {
        return Math.min(counts[hour], size);
    }

    /** The median reading of an hour, of which at least one is known. */
    double usual(int hour) {
        return median(readingsOf(hour));
    }

    /** The robust standard deviation of an hour's readings: 1.4826 × MAD. */
    double deviation(int hour) {
        var known =
                Arrays.stream(spreads).filter(spread -> !Double.isNaN(spread)).toArray();
        int readings = readings(hour);
        return NORMAL * (readings * spreads[hour] + LEANS * median(known)) / (readings + LEANS);
    }

    private double spread(int hour) {
        var readings = readingsOf(hour);
        double usual = median(readings);
        for (int i = 0; i < readings.length; i++) {
            readings[i] = Math.abs(readings[i] - usual);
        }
        return median(readings);
    }

    private double[] readingsOf(int hour) {
        var readings = new double[readings(hour)];
        for (int i = 0; i < readings.length; i++) {
            readings[i] = kept[hour * size + i];
        }
        return readings;
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        int middle = values.length / 2;
        return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }

    /** How many words it writes. */
    int length() {
        return HOURS + HOURS * size / 2;
    }

    /** Writes all it knows from here on. */
    void write(long[] words, int from) {
        for (int hour = 0; hour < HOURS; hour++) {
            words[from + hour] = counts[hour];
        }
        for (int i = 0; i < kept.length; i++) {
            long bits = Float.floatToRawIntBits(kept[i]) & 0xFFFF_FFFFL;
            words[from + HOURS + i / 2] |= i % 2 == 0 ? bits : bits << 32;
        }
    }

    void read(long[] words, int from) {
        for (int i = 0; i < kept.length; i++) {
            long pair = words[from + HOURS + i / 2];
            kept[i] = Float.intBitsToFloat((int) (i % 2 == 0 ? pair : pair >>> 32));
        }
        for (int hour = 0; hour < HOURS; hour++) {
            counts[hour] = (int) words[from + hour];
            spreads[hour] = counts[hour] == 0 ? Double.NaN : spread(hour);
        }
    }
}
