package io.chengyun.rules.leak;

import java.util.Arrays;
import java.util.BitSet;

/**
 * What the meters of a network read night by night (夜流台账): of each its mean of the night and of the whole day, for the
 * newest {@link #KEPT} days. A night or day of which less than half was heard is unknown.
 *
 * <p>Also tells which meter is that of a pump that lifts water out of what the others bring in, such as into a tank: it stands still
 * now and then, and the others follow it one for one when it starts and stops.
 */
final class Ledger {

    /** Days kept: eight weeks, so that each weekday was seen eight times and the season is still the same. */
    static final int KEPT = 56;

    /** Less than this share of its greatest flow is none. */
    private static final double STILL = 0.02;

    private static final double STILL_SHARE = 0.02;
    private static final double FOLLOWS_LEAST = 0.7;
    private static final double FOLLOWS_MOST = 1.3;

    private final int width;
    private final long[] days = new long[KEPT];
    private final double[][] nights;
    private final double[][] wholes;
    private final Meter[] meters;
    private int count;

    /** One meter's running day, and how it moves beside the others. */
    private static final class Meter {
        static final int LENGTH = 10;
        double night;
        long nightCount;
        double whole;
        long wholeCount;
        double before = Double.NaN;
        long heard;
        long still;
        double greatest;
        double moved;
        double followed;

        void begin() {
            night = 0;
            nightCount = 0;
            whole = 0;
            wholeCount = 0;
        }

        long[] words() {
            return new long[] {
                bits(night),
                nightCount,
                bits(whole),
                wholeCount,
                bits(before),
                heard,
                still,
                bits(greatest),
                bits(moved),
                bits(followed)
            };
        }

        void read(long[] words, int from) {
            night = Double.longBitsToDouble(words[from]);
            nightCount = words[from + 1];
            whole = Double.longBitsToDouble(words[from + 2]);
            wholeCount = words[from + 3];
            before = Double.longBitsToDouble(words[from + 4]);
            heard = words[from + 5];
            still = words[from + 6];
            greatest = Double.longBitsToDouble(words[from + 7]);
            moved = Double.longBitsToDouble(words[from + 8]);
            followed = Double.longBitsToDouble(words[from + 9]);
        }
    }

    Ledger(int width) {
        this.width = width;
        this.nights = new double[width][KEPT];
        this.wholes = new double[width][KEPT];
        this.meters = new Meter[width];
        Arrays.setAll(meters, any -> new Meter());
    }

    /** Takes in a moment of the running day. */
    void add(double[] values, boolean isNight) {
        double rest = 0;
        for (int i = 0; i < width; i++) {
            var meter = meters[i];
            rest += values[i] - meter.before;
            if (Double.isNaN(values[i])) {
                continue;
            }
            meter.whole += values[i];
            meter.wholeCount++;
            if (isNight) {
                meter.night += values[i];
                meter.nightCount++;
            }
        }
        follow(values, rest);
    }

    private void follow(double[] values, double all) {
        for (int i = 0; i < width; i++) {
            var meter = meters[i];
            double step = values[i] - meter.before;
            if (!Double.isNaN(all)) {
                meter.moved += step * step;
                meter.followed += step * (all - step);
            }
            meter.before = values[i];
            if (!Double.isNaN(values[i])) {
                meter.greatest = Math.max(meter.greatest, values[i]);
                meter.heard++;
                meter.still += values[i] <= STILL * meter.greatest ? 1 : 0;
            }
        }
    }

    /** Writes the running day down as this one, and begins the next. */
    void close(long day, long nightNeeds, long wholeNeeds) {
        if (count == KEPT) {
            count--;
            System.arraycopy(days, 1, days, 0, count);
            for (int i = 0; i < width; i++) {
                System.arraycopy(nights[i], 1, nights[i], 0, count);
                System.arraycopy(wholes[i], 1, wholes[i], 0, count);
            }
        }
        days[count] = day;
        for (int i = 0; i < width; i++) {
            var meter = meters[i];
            nights[i][count] = meter.nightCount < nightNeeds ? Double.NaN : meter.night / meter.nightCount;
            wholes[i][count] = meter.wholeCount < wholeNeeds ? Double.NaN : meter.whole / meter.wholeCount;
            meter.begin();
        }
        count++;
    }

    int count() {
        return count;
    }

    /** The meters of pumps that lift water out of what the others bring in. */
    BitSet pumps() {
        var pumps = new BitSet(width);
        for (int i = 0; i < width; i++) {
            var meter = meters[i];
            double follows = meter.followed / meter.moved;
            boolean stands = meter.still > STILL_SHARE * meter.heard && meter.still < meter.heard;
            pumps.set(i, width > 1 && stands && follows > FOLLOWS_LEAST && follows < FOLLOWS_MOST);
        }
        return pumps;
    }

    /** What flowed through a zone, from the meters that bring in and those that take out; days that are unknown left out. */
    Flows flows(BitSet in, BitSet out) {
        var known = new Flows(count);
        for (int k = 0; k < count; k++) {
            double night = 0;
            double whole = 0;
            for (int i = 0; i < width; i++) {
                int sign = (in.get(i) ? 1 : 0) - (out.get(i) ? 1 : 0);
                night += sign == 0 ? 0 : sign * nights[i][k];
                whole += sign == 0 ? 0 : sign * wholes[i][k];
            }
            known.add(days[k], night, whole);
        }
        return known;
    }

    int length() {
        return 1 + width * Meter.LENGTH + count * (1 + 2 * width);
    }

    void write(long[] words, int from) {
        int at = from;
        words[at++] = count;
        for (var meter : meters) {
            System.arraycopy(meter.words(), 0, words, at, Meter.LENGTH);
            at += Meter.LENGTH;
        }
        for (int k = 0; k < count; k++) {
            words[at++] = days[k];
            for (int i = 0; i < width; i++) {
                words[at++] = bits(nights[i][k]);
                words[at++] = bits(wholes[i][k]);
            }
        }
    }

    /** Reads what {@link #write} wrote; false when the words are of another form. */
    boolean read(long[] words, int from) {
        long held = words.length > from ? words[from] : -1;
        if (held < 0 || held > KEPT || words.length != from + 1 + width * Meter.LENGTH + held * (1 + 2 * width)) {
            return false;
        }
        count = (int) held;
        int at = from + 1;
        for (var meter : meters) {
            meter.read(words, at);
            at += Meter.LENGTH;
        }
        for (int k = 0; k < count; k++) {
            days[k] = words[at++];
            for (int i = 0; i < width; i++) {
                nights[i][k] = Double.longBitsToDouble(words[at++]);
                wholes[i][k] = Double.longBitsToDouble(words[at++]);
            }
        }
        return true;
    }

    private static long bits(double value) {
        return Double.doubleToRawLongBits(value);
    }
}
