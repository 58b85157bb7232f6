package io.chengyun.rules.learning;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What a stream reads in each hour of the week (时段册): the newest readings of each hour, their median and their spread. */
final class Weekly {

    static final int HOURS = 168;

    /** Makes the median absolute deviation of a normal distribution its standard deviation. */
    private static final double NORMAL = 1.4826;
    /** An hour's spread is told as if it had so many readings more, that spread like those of all hours. */
    private static final int LEANS = 4;

    private static final int HOURS_A_DAY = 24;
    /** Hours of Monday to Friday; the others are the weekend's. */
    private static final int WORKING_HOURS = 120;

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
        spreads[hour] = spread(readingsOf(hour));
    }

    /** What an hour usually reads, and the robust standard deviation of that: 1.4826 × MAD. */
    record Usual(double value, double deviation) {}

    /**
     * What an hour of the week is held against: its own readings once so many are known, and until then those of the same hour on
     * all days of its kind, working days or weekends; null while these are too few as well.
     */
    @Nullable
    Usual usual(int hour, int enough) {
        boolean own = readings(hour) >= enough;
        var readings = own ? readingsOf(hour) : alike(hour);
        if (readings.length < enough) {
            return null;
        }
        var others = own
                ? Arrays.stream(spreads)
                : IntStream.range(hour - hour % HOURS_A_DAY, hour - hour % HOURS_A_DAY + HOURS_A_DAY)
                        .mapToObj(this::alike)
                        .filter(known -> known.length > 0)
                        .mapToDouble(Weekly::spread);
        double lean = median(others.filter(spread -> !Double.isNaN(spread)).toArray());
        int n = readings.length;
        return new Usual(median(readings), NORMAL * (n * spread(readings) + LEANS * lean) / (n + LEANS));
    }

    private int readings(int hour) {
        return Math.min(counts[hour], size);
    }

    private static double spread(double[] readings) {
        double usual = median(readings);
        return median(Arrays.stream(readings)
                .map(reading -> Math.abs(reading - usual))
                .toArray());
    }

    /** The readings of this hour of the day on all days of its kind. */
    private double[] alike(int hour) {
        int monday = hour % HOURS_A_DAY;
        int from = hour < WORKING_HOURS ? monday : WORKING_HOURS + monday;
        int until = hour < WORKING_HOURS ? WORKING_HOURS : HOURS;
        return IntStream.iterate(from, one -> one < until, one -> one + HOURS_A_DAY)
                .mapToObj(this::readingsOf)
                .flatMapToDouble(Arrays::stream)
                .toArray();
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
        Floats.write(kept, kept.length, words, from + HOURS);
    }

    void read(long[] words, int from) {
        Floats.read(words, from + HOURS, kept, kept.length);
        for (int hour = 0; hour < HOURS; hour++) {
            counts[hour] = (int) words[from + hour];
            spreads[hour] = counts[hour] == 0 ? Double.NaN : spread(readingsOf(hour));
        }
    }
}
