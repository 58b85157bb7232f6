package io.chengyun.rules.leak;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One zone's cumulative sum (分区累积和): holds each night against those before it, and begins anew at every new level.
 *
 * <p>The night is weighed; but where the whole day is steadier, as behind a pump that fills a tank when it likes, the day.
 */
final class Zone {

    /** Nights whose median is expected. */
    static final int REFERENCE = 14;

    static final int LENGTH = 7;

    private static final long NEVER = Long.MIN_VALUE;

    private double up;
    private double down;
    /** First days of the run that either sum counts. */
    private long upSince = NEVER;

    private long downSince = NEVER;
    /** First day of the level that is expected now. */
    private long level = NEVER;
    /** Leaks found and not seen to end. */
    private long open;

    private double score;

    /** What flowed, what was expected, and by how much that is usually off. */
    private record Usual(double flow, double expected, double spread) {}

    /** What a night turned out to be: what flowed and what was expected, and whether over the day. */
    record Change(double flow, double expected, boolean leaks, boolean byDay) {}

    /** Weighs the newest day; the change of level that it completes, if any. */
    @Nullable
    Change weigh(Flows flows, Vigilance vigilance) {
        score = 0;
        if (flows.count <= vigilance.learns()) {
            return null;
        }
        int newest = flows.count - 1;
        int from = Math.max(newest - REFERENCE, 0);
        while (from < newest && flows.days[from] < level) {
            from++;
        }
        if (newest - from < vigilance.settles()) {
            return null;
        }
        var night = usual(flows.evened(flows.nights), from, vigilance);
        var whole = usual(flows.evened(flows.wholes), from, vigilance);
        boolean byDay = whole.spread() < night.spread();
        var usual = byDay ? whole : night;
        double off = usual.spread() > 0 ? (usual.flow() - usual.expected()) / usual.spread() : 0;
        // one day cannot tell what a tank took and still holds
        double most = byDay ? vigilance.slack() + vigilance.decision() / 2 : Double.MAX_VALUE;
        count(Math.max(-most, Math.min(off, most)), flows.days[newest], vigilance);
        return settle(usual, byDay, flows.days[newest], vigilance);
    }

    private Usual usual(double[] evened, int from, Vigilance vigilance) {
        int newest = evened.length - 1;
        double expected = expected(Arrays.copyOfRange(evened, from, newest));
        double spread = Math.max(Flows.scatter(evened), vigilance.least() * Math.abs(expected));
        return new Usual(evened[newest], expected, spread);
    }

    /** The median; where a leak stands, carried on as it grows, so that what grows is said once. */
    private double expected(double[] before) {
        double median = Flows.median(before);
        if (open == 0) {
            return median;
        }
        var slopes = new double[before.length * (before.length - 1) / 2];
        int slope = 0;
        for (int i = 0; i < before.length; i++) {
            for (int j = i + 1; j < before.length; j++) {
                slopes[slope++] = (before[j] - before[i]) / (j - i);
            }
        }
        return median + Math.max(0, Flows.median(slopes)) * (before.length + 1) / 2;
    }

    private void count(double off, long day, Vigilance vigilance) {
        upSince = up == 0 ? day : upSince;
        up = Math.max(0, up + off - vigilance.slack());
        downSince = down == 0 ? day : downSince;
        down = Math.max(0, down - off - vigilance.slack());
        score = up / (up + vigilance.decision());
    }

    private @Nullable Change settle(Usual usual, boolean byDay, long day, Vigilance vigilance) {
        boolean leaks = up >= vigilance.decision();
        if (!leaks && down < vigilance.decision()) {
            return null;
        }
        level = leaks ? upSince : downSince;
        open = leaks ? open + 1 : Math.max(0, open - 1);
        up = 0;
        down = 0;
        return new Change(usual.flow(), usual.expected(), leaks, byDay);
    }

    boolean leaks() {
        return open > 0;
    }

    double score() {
        return score;
    }

    /** What it said is not said again of samples that say nothing of a night. */
    void hush() {
        score = 0;
    }

    long[] words() {
        return new long[] {
            Double.doubleToRawLongBits(up),
            Double.doubleToRawLongBits(down),
            upSince,
            downSince,
            level,
            open,
            Double.doubleToRawLongBits(score)
        };
    }

    static Zone recall(long[] words, int from) {
        var zone = new Zone();
        zone.up = Double.longBitsToDouble(words[from]);
        zone.down = Double.longBitsToDouble(words[from + 1]);
        zone.upSince = words[from + 2];
        zone.downSince = words[from + 3];
        zone.level = words[from + 4];
        zone.open = words[from + 5];
        zone.score = Double.longBitsToDouble(words[from + 6]);
        return zone;
    }
}
