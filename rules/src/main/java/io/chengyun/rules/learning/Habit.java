package io.chengyun.rules.learning;

import io.chengyun.rules.Micros;
import java.time.ZoneId;

/**
 * A stream held against its own hours of the week (作息), reading by reading in time order.
 *
 * <p>Of each half hour the first reading is kept, after it was judged. What an hour is held against stands fixed while the
 * hour lasts.
 */
final class Habit {

    private static final long SECOND = 1_000_000;
    private static final long HALF_HOUR = 1_800;
    /** Hours from Monday's first to those of Thursday, the day of 1 January 1970. */
    private static final long THURSDAY = 72;
    /** Microseconds in which a great deviation is half forgotten: a day. */
    private static final double HALF_LIFE = 86_400e6;
    /** How much more than a remembered deviation is news: an hour's spread is known of a few readings, to a third or so. */
    private static final double GREATER = 1.5;

    private static final double GREATER_BY = 0.5;
    private static final int COUNTERS = 9;

    private final ZoneId zone;
    private final int enough;
    private final Weekly weekly;
    private long newest = Long.MIN_VALUE;
    /** Half hours since 1970 on the clocks of the zone. */
    private long halfHour = Long.MIN_VALUE;

    private double usual;
    /** Of the readings of this hour; NaN while too few are known. */
    private double deviation = Double.NaN;

    private double second;
    private double third;
    private double off;
    private double greatest;
    private double news;

    /**
     * @param weeks weeks from which an hour of the week is known, and days from which an hour of the day is until then
     * @param memory weeks after which a reading is forgotten
     * @param perWeek readings kept of an hour in a week
     */
    Habit(ZoneId zone, int weeks, int memory, int perWeek) {
        this.zone = zone;
        this.enough = weeks * perWeek;
        this.weekly = new Weekly(memory * perWeek);
    }

    long newest() {
        return newest;
    }

    double usual() {
        return usual;
    }

    double deviation() {
        return deviation;
    }

    /** By how many deviations the newest readings are off: the median of three, so that one alone is nothing. */
    double off() {
        return Math.abs(off);
    }

    /** The same when it is clearly more than what was met in the last days; 0 when it is not. */
    double news() {
        return news;
    }

    /**
     * Takes in a reading that is newer than all before.
     *
     * @param least smallest deviation that a reading is measured by
     * @return whether its hour is known well enough to judge it
     */
    boolean on(long micros, double value, double least) {
        long local = Math.floorDiv(micros, SECOND)
                + zone.getRules().getOffset(Micros.instant(micros)).getTotalSeconds();
        long now = Math.floorDiv(local, HALF_HOUR);
        int hour = (int) Math.floorMod(now / 2 + THURSDAY, (long) Weekly.HOURS);
        if (now / 2 != halfHour / 2) {
            enter(hour, least);
        }
        judge(micros, value);
        if (now != halfHour) {
            weekly.keep(hour, value);
        }
        halfHour = now;
        newest = micros;
        return !Double.isNaN(deviation);
    }

    private void enter(int hour, double least) {
        var known = weekly.usual(hour, enough);
        usual = known == null ? 0 : known.value();
        deviation = known == null ? Double.NaN : Math.max(least, known.deviation());
    }

    private void judge(long micros, double value) {
        boolean measurable = deviation > 0;
        double first = measurable ? (value - usual) / deviation : 0;
        off = Math.max(Math.min(first, second), Math.min(Math.max(first, second), third));
        third = second;
        second = first;
        greatest *= newest == Long.MIN_VALUE ? 0 : Math.pow(0.5, (micros - newest) / HALF_LIFE);
        news = off() > greatest * GREATER + GREATER_BY ? off() : 0;
        greatest = Math.max(greatest, off());
    }

    long[] words() {
        var words = new long[COUNTERS + weekly.length()];
        words[0] = newest;
        words[1] = halfHour;
        double[] numbers = {usual, deviation, second, third, off, greatest, news};
        for (int i = 0; i < numbers.length; i++) {
            words[2 + i] = Double.doubleToRawLongBits(numbers[i]);
        }
        weekly.write(words, COUNTERS);
        return words;
    }

    /** Knows again what it knew when it said these words; false, and nothing, when they are of another form. */
    boolean recall(long[] words) {
        if (words.length != COUNTERS + weekly.length()) {
            return false;
        }
        newest = words[0];
        halfHour = words[1];
        usual = Double.longBitsToDouble(words[2]);
        deviation = Double.longBitsToDouble(words[3]);
        second = Double.longBitsToDouble(words[4]);
        third = Double.longBitsToDouble(words[5]);
        off = Double.longBitsToDouble(words[6]);
        greatest = Double.longBitsToDouble(words[7]);
        news = Double.longBitsToDouble(words[8]);
        weekly.read(words, COUNTERS);
        return true;
    }
}
