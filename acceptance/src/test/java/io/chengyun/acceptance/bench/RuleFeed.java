package io.chengyun.acceptance.bench;

import java.lang.management.ManagementFactory;
import java.util.Random;

/** Readings of many streams in the order in which requests of many devices bring them. */
final class RuleFeed {

    static final int STREAMS = 10_000;
    /** As in the requests of {@link DataArrayRate}. */
    static final int CONSECUTIVE = 25;

    private static final int WARM = 16;
    private static final int ROUNDS = 24;
    private static final long STEP = 300_000_000L;
    private static final int WAVE = 1 << 14;

    private final double[] levels = new double[WAVE];
    private long step;

    /** Weighs a reading. */
    @FunctionalInterface
    interface Weigher {
        void weigh(int stream, long micros, double value);
    }

    /** Levels of a tide in hundredths of a metre; a surge every two days or so of readings takes them beyond the limits. */
    RuleFeed() {
        var random = new Random(310112);
        for (int i = 0; i < WAVE; i++) {
            double tide = Math.sin(2 * Math.PI * i / 149);
            double surge = Math.max(0, Math.sin(2 * Math.PI * i / WAVE * 2) - 0.9) * 15;
            levels[i] = Math.rint((2 + tide * 0.5 + surge + random.nextGaussian() * 0.05) * 100) / 100;
        }
    }

    /** Readings a second of the thread's own time, which other work on the machine takes little of. */
    double rate(Weigher weigher) {
        for (int round = 0; round < WARM; round++) {
            round(weigher);
        }
        long begin = ownNanos();
        for (int round = 0; round < ROUNDS; round++) {
            round(weigher);
        }
        return ROUNDS * (double) STREAMS * CONSECUTIVE / (ownNanos() - begin) * 1e9;
    }

    static long ownNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** The next readings of every stream. */
    private void round(Weigher weigher) {
        for (int stream = 0; stream < STREAMS; stream++) {
            for (int i = 0; i < CONSECUTIVE; i++) {
                int at = (int) (step + i + stream * 37L) & (WAVE - 1);
                weigher.weigh(stream, (step + i) * STEP, levels[at]);
            }
        }
        step += CONSECUTIVE;
    }
}
