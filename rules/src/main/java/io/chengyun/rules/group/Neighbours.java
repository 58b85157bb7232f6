package io.chengyun.rules.group;

import io.chengyun.kernel.Grade;
import io.chengyun.kernel.Malformed;
import io.chengyun.rules.Finding;
import io.chengyun.rules.Micros;
import io.chengyun.rules.Words;
import io.chengyun.rules.group.GroupFinding.Witness;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Says of a group's central stream that it drifts away from its neighbours (邻站漂移).
 *
 * <p>Each value is held against the median of the neighbours' newest; of the differences it takes the mean in each of
 * 24 parts of the window, and the median of those. Both medians are there so that neither one bad neighbour nor one bad day
 * decides.
 *
 * <p>Silent: while fewer than three neighbours are fresh, whose moments are not taken; while less than three quarters of the
 * window are taken.
 *
 * <p>State: of each part of the window how many differences and their sum, and the neighbours' newest values. Source:
 * checks of weather stations against those around them; the numbers are the scenario's.
 *
 * @param tolerance it drifts when the difference is greater than this
 * @param clear it drifts no more when the difference is no greater than this
 * @param window over which it is told
 * @param fresh a neighbour's value is used for so long
 */
public record Neighbours(Words words, String property, double tolerance, double clear, Duration window, Duration fresh)
        implements GroupRule {

    public static final int PARTS = 24;
    public static final int LEAST = 3;

    private static final long FORM = 0x6e656931L;
    private static final int NEEDED = PARTS * 3 / 4;
    private static final double MILLION = 1e6;

    public Neighbours {
        if (!(tolerance > 0) || !Double.isFinite(tolerance)) {
            throw new Malformed("tolerance", "must be greater than nothing");
        }
        if (!(clear >= 0 && clear <= tolerance)) {
            throw new Malformed("clear", "must be 0 to the tolerance");
        }
        if (window.isNegative() || window.compareTo(Duration.ofMinutes(PARTS)) < 0) {
            throw new Malformed("window", "must be " + PARTS + " minutes or longer");
        }
        if (fresh.isNegative() || fresh.isZero()) {
            throw new Malformed("fresh", "must be longer than nothing");
        }
    }

    private record Heard(long micros, double value) {}

    /** What it knows: the neighbours' newest values, a value that waits for others of its moment, and the window's parts. */
    static final class State extends GroupState {

        private static final int HEAD = 1 + STANCE + 4;

        private final TreeMap<Long, Heard> neighbours = new TreeMap<>();
        private long centre;
        private Heard waiting = new Heard(Long.MIN_VALUE, 0);
        /** Time of the newest value of the central stream that waits no more. */
        private long taken = Long.MIN_VALUE;

        /** Per part its number since 1970, how many differences, and their sum in millionths. */
        private final long[] part = new long[PARTS];

        private final long[] count = new long[PARTS];
        private final long[] sum = new long[PARTS];

        @Override
        public long[] words() {
            var words = new ArrayList<Long>();
            words.add(FORM);
            words.addAll(stance());
            words.addAll(List.of(centre, taken, waiting.micros(), Double.doubleToLongBits(waiting.value())));
            for (var row : List.of(part, count, sum)) {
                Arrays.stream(row).forEach(words::add);
            }
            neighbours.forEach((stream, heard) ->
                    words.addAll(List.of(stream, heard.micros(), Double.doubleToLongBits(heard.value()))));
            return longs(words);
        }
    }

    @Override
    public Set<String> topics() {
        return Set.of(property);
    }

    @Override
    public Duration reach() {
        return window;
    }

    @Override
    public GroupState initial() {
        return new State();
    }

    @Override
    public GroupState recall(long[] words) {
        var state = new State();
        int from = State.HEAD + 3 * PARTS;
        if (!GroupState.isForm(words, FORM, from) || (words.length - from) % 3 != 0) {
            return state;
        }
        state.stance(words, 1);
        int at = 1 + GroupState.STANCE;
        state.centre = words[at];
        state.taken = words[at + 1];
        state.waiting = new Heard(words[at + 2], Double.longBitsToDouble(words[at + 3]));
        System.arraycopy(words, State.HEAD, state.part, 0, PARTS);
        System.arraycopy(words, State.HEAD + PARTS, state.count, 0, PARTS);
        System.arraycopy(words, State.HEAD + 2 * PARTS, state.sum, 0, PARTS);
        for (int i = from; i < words.length; i += 3) {
            state.neighbours.put(words[i], new Heard(words[i + 1], Double.longBitsToDouble(words[i + 2])));
        }
        return state;
    }

    @Override
    public @Nullable GroupFinding on(GroupState state, Report report) {
        var held = (State) state;
        boolean timeGoesOn = report.micros() > held.clock();
        var finding = timeGoesOn ? takeWaiting(held, report.micros()) : null;
        held.moveTo(report.micros());
        if (report.from().central()) {
            held.centre = report.from().stream();
            held.waiting =
                    report.micros() > held.waiting.micros() ? new Heard(report.micros(), report.value()) : held.waiting;
            return finding;
        }
        var before = held.neighbours.get(report.from().stream());
        boolean hasRoom = before != null || held.neighbours.size() < MOST_MEMBERS;
        if (hasRoom && (before == null || report.micros() > before.micros())) {
            held.neighbours.put(report.from().stream(), new Heard(report.micros(), report.value()));
        }
        return finding;
    }

    /** Time went on: whoever reports the waiting value's moment on time has done so. */
    private @Nullable GroupFinding takeWaiting(State held, long now) {
        var value = held.waiting;
        if (value.micros() <= held.taken) {
            return null;
        }
        held.taken = value.micros();
        long opens = value.micros() - Micros.of(fresh);
        var others = held.neighbours.values().stream()
                .filter(heard -> heard.micros() > opens)
                .mapToDouble(Heard::value)
                .sorted()
                .toArray();
        if (others.length < LEAST) {
            return null;
        }
        take(held, value.micros(), value.value() - median(others));
        held.moveTo(now);
        return held.settle(found(held)) ? finding(held, value) : null;
    }

    private void take(State held, long micros, double difference) {
        long number = Math.floorDiv(micros, Micros.of(window) / PARTS);
        int index = (int) Math.floorMod(number, (long) PARTS);
        if (held.part[index] != number) {
            held.part[index] = number;
            held.count[index] = 0;
            held.sum[index] = 0;
        }
        held.count[index]++;
        held.sum[index] += Math.round(difference * MILLION);
    }

    private int found(State held) {
        double drift = drift(held);
        if (Double.isNaN(drift)) {
            return GroupState.UNKNOWN;
        }
        boolean drifts = Math.abs(drift) > (held.stands() == GroupState.NONE ? tolerance : clear);
        return drifts ? Grade.BLUE.ordinal() + 1 : GroupState.NONE;
    }

    /** The median of the parts' means; NaN when too much of the window is unknown. */
    private double drift(State held) {
        long newest = Math.floorDiv(held.waiting.micros(), Micros.of(window) / PARTS);
        var means = new double[PARTS];
        int known = 0;
        for (int i = 0; i < PARTS; i++) {
            if (held.count[i] > 0 && held.part[i] > newest - PARTS) {
                means[known++] = held.sum[i] / MILLION / held.count[i];
            }
        }
        if (known < NEEDED) {
            return Double.NaN;
        }
        var sorted = Arrays.copyOf(means, known);
        Arrays.sort(sorted);
        return median(sorted);
    }

    private static double median(double[] sorted) {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    @Override
    public @Nullable Instant dueAt(GroupState state) {
        return null;
    }

    @Override
    public @Nullable GroupFinding onTime(GroupState state, Instant now) {
        return null;
    }

    private GroupFinding finding(State held, Heard value) {
        boolean stands = held.said() == Finding.State.GRADED;
        var at = Micros.instant(value.micros());
        var finding = new Finding(held.said(), stands ? Grade.BLUE : null, reading(held), at, List.of(at));
        return new GroupFinding(finding, List.of(new Witness(held.centre, value.micros())));
    }

    private Finding.Reading reading(State held) {
        double drift = drift(held);
        if (Double.isNaN(drift)) {
            return new Finding.Reading(
                    0,
                    words.unitEn(),
                    words.name() + "邻站数据不足，漂移情况未知",
                    words.headEn() + ": too few neighbours' data, drift unknown");
        }
        return new Finding.Reading(
                drift,
                words.unitEn(),
                Words.span(window) + "内" + words.name() + "比邻站偏 " + words.amount(drift) + "，容差 "
                        + words.amount(tolerance),
                words.headEn() + " off its neighbours by " + words.amountEn(drift) + " over " + Words.spanEn(window)
                        + ", tolerance " + words.amountEn(tolerance));
    }

    @Override
    public String sentence() {
        return words.name() + "：" + Words.span(window) + "内比邻站偏离超过 " + words.amount(tolerance) + "即为漂移";
    }

    @Override
    public String sentenceEn() {
        return words.headEn() + ": drifts when off its neighbours by more than " + words.amountEn(tolerance) + " over "
                + Words.spanEn(window);
    }
}
