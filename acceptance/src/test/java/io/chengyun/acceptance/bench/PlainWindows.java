package io.chengyun.acceptance.bench;

/** The same ten limits as one would first write them: keep the newest readings, and tell every window of time anew. */
final class PlainWindows implements RuleFeed.Weigher {

    private static final int KEPT = 512;
    private static final long HOUR = 3_600_000_000L;

    private final double[][] values = new double[RuleFeed.STREAMS][KEPT];
    private final long[][] times = new long[RuleFeed.STREAMS][KEPT];
    private final int[] counts = new int[RuleFeed.STREAMS];
    private long beyond;

    @Override
    public void weigh(int stream, long micros, double value) {
        int newest = counts[stream]++ & (KEPT - 1);
        values[stream][newest] = value;
        times[stream][newest] = micros;
        for (int i = 0; i < 5; i++) {
            beyond += value > 3.6 + i * 0.1 ? 1 : 0;
        }
        beyond += sum(stream, micros - HOUR) > 36 ? 1 : 0;
        beyond += mean(stream, micros - HOUR) > 3 ? 1 : 0;
        beyond += greatest(stream, micros - 3 * HOUR) > 4.2 ? 1 : 0;
        beyond += least(stream, micros - 3 * HOUR) > 2.6 ? 1 : 0;
        beyond += mean(stream, micros - 24 * HOUR) > 2.8 ? 1 : 0;
    }

    /** How often a value or a window was beyond its limit. */
    long beyond() {
        return beyond;
    }

    private int oldest(int stream, long opens) {
        int oldest = counts[stream];
        while (oldest > 0 && oldest > counts[stream] - KEPT && times[stream][(oldest - 1) & (KEPT - 1)] > opens) {
            oldest--;
        }
        return oldest;
    }

    private double sum(int stream, long opens) {
        double sum = 0;
        for (int i = oldest(stream, opens); i < counts[stream]; i++) {
            sum += values[stream][i & (KEPT - 1)];
        }
        return sum;
    }

    private double mean(int stream, long opens) {
        return sum(stream, opens) / (counts[stream] - oldest(stream, opens));
    }

    private double greatest(int stream, long opens) {
        double greatest = Double.NEGATIVE_INFINITY;
        for (int i = oldest(stream, opens); i < counts[stream]; i++) {
            greatest = Math.max(greatest, values[stream][i & (KEPT - 1)]);
        }
        return greatest;
    }

    private double least(int stream, long opens) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = oldest(stream, opens); i < counts[stream]; i++) {
            least = Math.min(least, values[stream][i & (KEPT - 1)]);
        }
        return least;
    }
}
