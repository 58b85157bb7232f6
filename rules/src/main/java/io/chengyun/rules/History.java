package io.chengyun.rules;

import java.util.Arrays;

/**
 * The newest samples of one stream in time order (近史), shared by all rules that weigh it.
 *
 * <p>Bounded twice: nothing older than the span that its rules look back, and no more than {@link #BOUND} samples. A
 * sample is named by its position, which it keeps until one is inserted before it; positions only grow. What a rule needs
 * of the past stands here and not in its own state, so that the past can be read anew from wherever observations are kept.
 * Not for two threads at once.
 */
public final class History {

    /** More samples than this are not remembered, whatever span is asked for. */
    public static final int BOUND = 2_048;

    /** Answer of {@link #add} to a sample that is already held, or too old to be held. */
    public static final long IGNORED = -1;

    private static final int FIRST_LENGTH = 4;

    private final long spanMicros;
    private long[] micros = new long[FIRST_LENGTH];
    private double[] values = new double[FIRST_LENGTH];
    private long begin;
    private long end;

    /**
     * @param spanMicros how far back from its newest sample it reaches, in microseconds
     */
    public History(long spanMicros) {
        this.spanMicros = spanMicros;
    }

    /** Position of the oldest sample held. */
    public long begin() {
        return begin;
    }

    /** Position after that of the newest sample. */
    public long end() {
        return end;
    }

    public int size() {
        return (int) (end - begin);
    }

    /** Time of the sample at a position, in microseconds since 1970. */
    public long micros(long position) {
        return micros[index(position)];
    }

    public double value(long position) {
        return values[index(position)];
    }

    public Sample sample(long position) {
        return new Sample(micros(position), value(position));
    }

    /** Time of the newest sample, in microseconds since 1970; {@link Long#MIN_VALUE} before the first. */
    public long newestMicros() {
        return end == begin ? Long.MIN_VALUE : micros(end - 1);
    }

    /** Whether the sample at this position came after one that is newer. */
    public boolean isLate(long position) {
        return position < end - 1;
    }

    /** The first position whose sample is newer than this time; {@link #end} if there is none. */
    public long firstAfter(long after) {
        long low = begin;
        long high = end;
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (micros(middle) <= after) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Takes in a sample; its position, or {@link #IGNORED}. Samples after a late one move one position on. */
    public long add(long atMicros, double value) {
        if (end == begin || atMicros > micros(end - 1)) {
            return insert(end, atMicros, value);
        }
        long place = firstAfter(atMicros);
        boolean isHeld = place > begin && micros(place - 1) == atMicros;
        boolean isTooOld = atMicros <= newestMicros() - spanMicros || (place == begin && size() >= BOUND);
        return isHeld || isTooOld ? IGNORED : insert(place, atMicros, value);
    }

    private long insert(long place, long atMicros, double value) {
        if (end - begin == micros.length) {
            grow();
        }
        for (long p = end; p > place; p--) {
            micros[index(p)] = micros[index(p - 1)];
            values[index(p)] = values[index(p - 1)];
        }
        micros[index(place)] = atMicros;
        values[index(place)] = value;
        end++;
        return place;
    }

    /** Forgets what lies before the span or beyond the bound; to be called when every rule has weighed the newest. */
    public void trim() {
        if (end - begin > BOUND) {
            begin = end - BOUND;
        }
        long opens = newestMicros() - spanMicros;
        while (begin < end - 1 && micros(begin) <= opens) {
            begin++;
        }
    }

    private int index(long position) {
        return (int) position & (micros.length - 1);
    }

    /** Twice as long; a power of two, so that a position is found by a mask. */
    private void grow() {
        int length = micros.length;
        long[] olderMicros = micros;
        double[] olderValues = values;
        micros = Arrays.copyOf(micros, length * 2);
        values = Arrays.copyOf(values, length * 2);
        for (long p = begin; p < end; p++) {
            micros[index(p)] = olderMicros[(int) p & (length - 1)];
            values[index(p)] = olderValues[(int) p & (length - 1)];
        }
    }
}
