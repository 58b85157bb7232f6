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
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Grades an area where one thing was seen and then another within a time (先后出现).
 *
 * <p>It stands until {@code within} has passed since the other thing was last seen so; if nothing was reported of it
 * since then, it is unknown and not clear. Late reports are put where they belong.
 *
 * <p>Silent: of two things at one moment, which is no order; of reports older than twice {@code within}.
 *
 * <p>State: the newest 64 moments of each step, and the newest pair. Source: "followed by", as languages for patterns of
 * events have it; the numbers are the scenario's.
 *
 * @param first what comes first: {@code signal} of a rule of the same file and {@code from} which grade on, or
 *     {@code property} and one of {@code over atLeast under atMost}
 * @param then what follows, written alike
 * @param within how soon it must follow, and how long the grade stands then
 */
public record Sequence(Words words, Step first, Step then, Duration within, Grade grade) implements GroupRule {

    /** More moments of a step than this are not remembered; the newest stay. */
    static final int MOST_MOMENTS = 64;

    private static final long FORM = 0x73657131L;

    public Sequence {
        if (within.isNegative() || within.isZero()) {
            throw new Malformed("within", "must be longer than nothing");
        }
    }

    /** What it knows of a group: when each step was met, by which stream, and when the second was last told of at all. */
    static final class State extends GroupState {

        private static final int HEAD = 1 + STANCE + 6;

        private final TreeMap<Long, Long> firsts = new TreeMap<>();
        private final TreeMap<Long, Long> thens = new TreeMap<>();
        private long told = Long.MIN_VALUE;
        /** The newest pair: when and who, first and then; nobody before there is one. */
        private final long[] pair = {Long.MIN_VALUE, 0, Long.MIN_VALUE, 0};

        @Override
        public long[] words() {
            var words = new ArrayList<Long>();
            words.add(FORM);
            words.addAll(stance());
            words.add(told);
            for (long word : pair) {
                words.add(word);
            }
            words.add((long) firsts.size());
            for (var moments : List.of(firsts, thens)) {
                moments.forEach((micros, stream) -> {
                    words.add(micros);
                    words.add(stream);
                });
            }
            return longs(words);
        }
    }

    @Override
    public Set<String> topics() {
        return first.topic().equals(then.topic()) ? Set.of(first.topic()) : Set.of(first.topic(), then.topic());
    }

    @Override
    public Duration reach() {
        return within.multipliedBy(2);
    }

    @Override
    public GroupState initial() {
        return new State();
    }

    @Override
    public GroupState recall(long[] words) {
        var state = new State();
        if (!GroupState.isForm(words, FORM, State.HEAD) || (words.length - State.HEAD) % 2 != 0) {
            return state;
        }
        state.stance(words, 1);
        int at = 1 + GroupState.STANCE;
        state.told = words[at];
        System.arraycopy(words, at + 1, state.pair, 0, state.pair.length);
        long firsts = words[State.HEAD - 1];
        for (int i = State.HEAD; i < words.length; i += 2) {
            var into = i < State.HEAD + 2 * firsts ? state.firsts : state.thens;
            into.put(words[i], words[i + 1]);
        }
        return state;
    }

    @Override
    public @Nullable GroupFinding on(GroupState state, Report report) {
        var held = (State) state;
        boolean isTooOld = report.micros() <= held.clock() - 2 * Micros.of(within);
        if (isTooOld || Double.isNaN(report.value())) {
            return null;
        }
        held.moveTo(report.micros());
        keep(held.firsts, first, report);
        keep(held.thens, then, report);
        if (report.topic().equals(then.topic())) {
            held.told = Math.max(held.told, report.micros());
        }
        return weigh(held);
    }

    /** Of streams that say it at one moment the one with the smallest number stands for all. */
    private static void keep(TreeMap<Long, Long> moments, Step step, Report report) {
        if (step.isMetBy(report)) {
            moments.merge(report.micros(), report.from().stream(), Math::min);
            if (moments.size() > MOST_MOMENTS) {
                moments.pollFirstEntry();
            }
        }
    }

    private @Nullable GroupFinding weigh(State held) {
        held.firsts.headMap(held.clock() - 2 * Micros.of(within), true).clear();
        held.thens.headMap(held.clock() - 2 * Micros.of(within), true).clear();
        pair(held);
        return held.settle(found(held)) ? finding(held) : null;
    }

    private void pair(State held) {
        for (var second : held.thens.descendingMap().entrySet()) {
            var before = held.firsts.lowerEntry(second.getKey());
            boolean inTime = before != null && before.getKey() >= second.getKey() - Micros.of(within);
            if (before != null && inTime && second.getKey() >= held.pair[2]) {
                held.pair[0] = before.getKey();
                held.pair[1] = before.getValue();
                held.pair[2] = second.getKey();
                held.pair[3] = second.getValue();
                return;
            }
        }
    }

    private int found(State held) {
        if (held.pair[2] == Long.MIN_VALUE) {
            return GroupState.NONE;
        }
        if (held.pair[2] > held.clock() - Micros.of(within)) {
            return grade.ordinal() + 1;
        }
        return held.told > held.pair[2] ? GroupState.NONE : GroupState.UNKNOWN;
    }

    @Override
    public @Nullable Instant dueAt(GroupState state) {
        var held = (State) state;
        boolean stands = held.said() == Finding.State.GRADED;
        return stands ? Micros.instant(held.pair[2] + Micros.of(within)) : null;
    }

    @Override
    public @Nullable GroupFinding onTime(GroupState state, Instant now) {
        var held = (State) state;
        var dueAt = dueAt(held);
        if (dueAt == null || dueAt.isAfter(now)) {
            return null;
        }
        held.moveTo(Micros.of(now));
        return weigh(held);
    }

    private GroupFinding finding(State held) {
        boolean stands = held.said() == Finding.State.GRADED;
        var witnesses = List.of(new Witness(held.pair[1], held.pair[0]), new Witness(held.pair[3], held.pair[2]));
        var finding = new Finding(
                held.said(),
                stands ? grade : null,
                reading(held),
                Micros.instant(held.clock()),
                witnesses.stream().map(Witness::at).toList());
        return new GroupFinding(finding, witnesses);
    }

    private Finding.Reading reading(State held) {
        var after = Duration.between(Micros.instant(held.pair[0]), Micros.instant(held.pair[2]));
        var zh = switch (held.said()) {
            case GRADED -> "";
            case EASED -> "；已不再出现";
            case UNKNOWN -> "；此后没有数据，情况未知";
        };
        var en = switch (held.said()) {
            case GRADED -> "";
            case EASED -> "; no longer so";
            case UNKNOWN -> "; no data since, state unknown";
        };
        return new Finding.Reading(
                after.toMinutes(),
                "min",
                first.text() + "之后 " + Words.span(after) + "出现" + then.text() + zh,
                first.textEn() + ", then " + then.textEn() + " " + Words.spanEn(after) + " later" + en);
    }

    @Override
    public String sentence() {
        return words.name() + "：" + first.text() + "之后 " + Words.span(within) + "内出现" + then.text();
    }

    @Override
    public String sentenceEn() {
        return words.headEn() + ": " + first.textEn() + ", then " + then.textEn() + " within " + Words.spanEn(within);
    }
}
