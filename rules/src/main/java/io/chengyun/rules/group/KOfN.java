package io.chengyun.rules.group;

import io.chengyun.kernel.Grade;
import io.chengyun.kernel.Malformed;
import io.chengyun.rules.Finding;
import io.chengyun.rules.Limits;
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
 * Grades an area when so many of its streams were beyond a limit within a time (多站同现).
 *
 * <p>A stream that was beyond when it last reported and then fell silent is unknown: with it the number may still be
 * reached, so the area's state is unknown and not clear. After a day without a report a stream is no longer counted on.
 * In place of {@code property} it may count {@code signal}, what a rule of the same file says, by grades 1 to 4. Its grades
 * know no {@code minimum}.
 *
 * <p>Silent: of what is older than a day beside the newest report, and of streams beyond the first 256 of a group.
 *
 * <p>State: of each stream its newest report and when it was last beyond each grade. Source: voting of k out of n
 * instruments, as plants know it; the numbers are the scenario's.
 *
 * @param least how many streams it takes
 * @param within a stream counts for so long after it was beyond
 */
public record KOfN(Words words, String topic, Limits limits, int least, Duration within) implements GroupRule {

    /** A stream that is silent for so long has left the group. */
    public static final Duration FORGOTTEN_AFTER = Duration.ofDays(1);

    private static final long FORM = 0x6b6f666e31L;
    private static final int GRADES = Grade.values().length;

    public KOfN {
        if (least < 2 || least > MOST_MEMBERS) {
            throw new Malformed("least", "must be 2 to " + MOST_MEMBERS);
        }
        if (within.isNegative() || within.isZero() || within.compareTo(FORGOTTEN_AFTER) > 0) {
            throw new Malformed("within", "must be longer than nothing and at most " + FORGOTTEN_AFTER);
        }
        if (limits.ladder().stream().anyMatch(limit -> !limit.minimum().isZero())) {
            throw new Malformed("minimum", "streams are counted, not timed: leave the minimum duration out");
        }
    }

    /** One stream: its newest report, the grade it then held, and when it last held each. */
    private static final class Slot {

        private static final int LENGTH = 3 + GRADES;

        private long newest = Long.MIN_VALUE;
        private int grade;
        private final long[] beyond = new long[GRADES];

        private Slot() {
            Arrays.fill(beyond, Long.MIN_VALUE);
        }
    }

    /** What it knows of a group. */
    static final class State extends GroupState {

        private final TreeMap<Long, Slot> members = new TreeMap<>();

        @Override
        public long[] words() {
            var words = new ArrayList<Long>();
            words.add(FORM);
            words.addAll(stance());
            members.forEach((stream, slot) -> {
                words.add(stream);
                words.add(slot.newest);
                words.add((long) slot.grade);
                for (long at : slot.beyond) {
                    words.add(at);
                }
            });
            return longs(words);
        }
    }

    @Override
    public Set<String> topics() {
        return Set.of(topic);
    }

    @Override
    public Duration reach() {
        return within;
    }

    @Override
    public GroupState initial() {
        return new State();
    }

    @Override
    public GroupState recall(long[] words) {
        var state = new State();
        int head = 1 + GroupState.STANCE;
        if (!GroupState.isForm(words, FORM, head) || (words.length - head) % Slot.LENGTH != 0) {
            return state;
        }
        state.stance(words, 1);
        for (int i = head; i < words.length; i += Slot.LENGTH) {
            var slot = new Slot();
            slot.newest = words[i + 1];
            slot.grade = (int) words[i + 2];
            System.arraycopy(words, i + 3, slot.beyond, 0, GRADES);
            state.members.put(words[i], slot);
        }
        return state;
    }

    @Override
    public @Nullable GroupFinding on(GroupState state, Report report) {
        var held = (State) state;
        boolean isTooOld = report.micros() <= held.clock() - Micros.of(FORGOTTEN_AFTER);
        var slot = isTooOld ? null : slot(held, report.from().stream());
        if (slot == null || report.micros() == slot.newest || Double.isNaN(report.value())) {
            return null;
        }
        held.moveTo(report.micros());
        take(slot, report);
        return weigh(held);
    }

    private static @Nullable Slot slot(State held, long stream) {
        var slot = held.members.get(stream);
        if (slot == null && held.members.size() < MOST_MEMBERS) {
            slot = new Slot();
            held.members.put(stream, slot);
        }
        return slot;
    }

    private void take(Slot slot, Report report) {
        boolean isNewest = report.micros() > slot.newest;
        var before = isNewest && slot.grade > 0 ? Grade.values()[slot.grade - 1] : null;
        var limit = limits.weigh(report.value(), before);
        int grade = limit == null ? 0 : limit.grade().ordinal() + 1;
        for (int i = 0; i < grade; i++) {
            slot.beyond[i] = Math.max(slot.beyond[i], report.micros());
        }
        if (isNewest) {
            slot.newest = report.micros();
            slot.grade = grade;
        }
    }

    private @Nullable GroupFinding weigh(State held) {
        long forgets = held.clock() - Micros.of(FORGOTTEN_AFTER);
        held.members.values().removeIf(slot -> slot.newest <= forgets);
        return held.settle(found(held)) ? finding(held) : null;
    }

    private int found(State held) {
        for (int i = limits.ladder().size() - 1; i >= 0; i--) {
            int grade = limits.ladder().get(i).grade().ordinal();
            if (beyond(held, grade) >= least) {
                return grade + 1;
            }
        }
        int mildest = limits.ladder().get(0).grade().ordinal();
        return beyond(held, mildest) + silentBeyond(held, mildest) >= least ? GroupState.UNKNOWN : GroupState.NONE;
    }

    private int beyond(State held, int grade) {
        long opens = held.clock() - Micros.of(within);
        int count = 0;
        for (var slot : held.members.values()) {
            count += slot.beyond[grade] > opens ? 1 : 0;
        }
        return count;
    }

    private int silentBeyond(State held, int grade) {
        long opens = held.clock() - Micros.of(within);
        int count = 0;
        for (var slot : held.members.values()) {
            count += slot.newest <= opens && slot.grade > grade ? 1 : 0;
        }
        return count;
    }

    @Override
    public @Nullable Instant dueAt(GroupState state) {
        var held = (State) state;
        if (held.stands() == GroupState.NONE) {
            return null;
        }
        long first = Long.MAX_VALUE;
        for (var slot : held.members.values()) {
            for (long at : slot.beyond) {
                first = earlier(first, at, Micros.of(within), held.clock());
            }
            first = earlier(first, slot.newest, Micros.of(FORGOTTEN_AFTER), held.clock());
        }
        return first == Long.MAX_VALUE ? null : Micros.instant(first);
    }

    private static long earlier(long first, long at, long span, long clock) {
        return at != Long.MIN_VALUE && at + span > clock ? Math.min(first, at + span) : first;
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
        boolean graded = held.said() == Finding.State.GRADED;
        int index = graded ? held.stands() - 1 : limits.ladder().get(0).grade().ordinal();
        var grade = graded ? Grade.values()[index] : null;
        var witnesses = witnesses(held, index);
        var at = Micros.instant(held.clock());
        var finding = new Finding(
                held.said(),
                grade,
                reading(held, index),
                at,
                witnesses.isEmpty()
                        ? List.of(at)
                        : witnesses.stream().map(Witness::at).distinct().toList());
        return new GroupFinding(finding, witnesses);
    }

    private List<Witness> witnesses(State held, int grade) {
        long opens = held.clock() - Micros.of(within);
        return held.members.entrySet().stream()
                .filter(one -> one.getValue().beyond[grade] > opens)
                .map(one -> new Witness(one.getKey(), one.getValue().beyond[grade]))
                .sorted()
                .limit(GroupFinding.MOST_WITNESSES)
                .toList();
    }

    private Finding.Reading reading(State held, int grade) {
        int count = beyond(held, grade);
        var limit = limits.find(Grade.values()[grade]);
        double value = limit == null ? 0 : limit.value();
        boolean unknown = held.said() == Finding.State.UNKNOWN;
        return new Finding.Reading(
                count,
                "streams",
                Words.span(within) + "内 " + count + " 个测点" + words.name() + "达到 " + words.amount(value) + "，需 " + least
                        + " 个" + (unknown ? "；部分测点没有数据，情况未知" : ""),
                count + " streams with " + words.nameEn() + " at " + words.amountEn(value) + " within "
                        + Words.spanEn(within) + ", " + least + " needed"
                        + (unknown ? "; some are silent, state unknown" : ""));
    }

    @Override
    public String sentence() {
        return Words.span(within) + "内至少 " + least + " 个测点" + words.name() + "：" + limits.sentence(words);
    }

    @Override
    public String sentenceEn() {
        return words.headEn() + " of at least " + least + " streams within " + Words.spanEn(within) + ": "
                + limits.sentenceEn(words);
    }
}
