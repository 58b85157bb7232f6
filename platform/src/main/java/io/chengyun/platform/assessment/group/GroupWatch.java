package io.chengyun.platform.assessment.group;

import io.chengyun.platform.sensing.Datastream;
import io.chengyun.rules.Finding;
import io.chengyun.rules.group.GroupFinding;
import io.chengyun.rules.group.GroupFinding.Witness;
import io.chengyun.rules.group.GroupState;
import io.chengyun.rules.group.Member;
import io.chengyun.rules.group.Report;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One group under one rule (群体研判席), and how much of its members' past that knows. Guarded by {@link Groups}. */
final class GroupWatch {

    private final long number;
    private final AppliedGroup rule;
    private final Key key;
    private final Memory remembered;
    private final GroupState state;
    private final TreeMap<Long, Datastream> members = new TreeMap<>();
    private Instant knownAt;
    private boolean behind = true;
    private boolean unwritten;

    /** Under which rule, and which group. */
    record Key(String rule, String place) {}

    /** What is written down of it: up to which stored batch it knows, and the rule's words. */
    record Memory(Instant knownAt, long[] words) {
        static final Memory NONE = new Memory(Instant.EPOCH, new long[0]);
    }

    /** What a member observed since this was last written down. */
    record Missed(Instant storedAt, Report report) implements Comparable<Missed> {

        @Override
        public int compareTo(Missed other) {
            int stored = storedAt.compareTo(other.storedAt);
            int byTime = stored == 0 ? Long.compare(report.micros(), other.report.micros()) : stored;
            return byTime == 0 ? Long.compare(report.from().stream(), other.report.from().stream()) : byTime;
        }
    }

    /**
     * @param number under which it is due, while the process lives
     */
    GroupWatch(long number, AppliedGroup rule, Key key, Memory remembered) {
        this.number = number;
        this.rule = rule;
        this.key = key;
        this.state = rule.spec().rule().recall(remembered.words());
        // what comes back otherwise than it was said is of another form, as when a condition reads other things
        boolean isOfUse = Arrays.equals(state.words(), remembered.words());
        this.remembered = isOfUse ? remembered : Memory.NONE;
        this.knownAt = this.remembered.knownAt();
        this.unwritten = isNew();
    }

    long number() {
        return number;
    }

    AppliedGroup rule() {
        return rule;
    }

    Key key() {
        return key;
    }

    TreeMap<Long, Datastream> members() {
        return members;
    }

    /** How the rule names a member. */
    Member member(Datastream stream) {
        return Grouping.member(rule.spec().over(), key.place(), stream);
    }

    /** Whether nothing was ever remembered of it: it must learn from its members' past. */
    boolean isNew() {
        return remembered == Memory.NONE;
    }

    boolean isBehind() {
        return behind;
    }

    boolean isUnwritten() {
        return unwritten;
    }

    void written() {
        unwritten = false;
    }

    /** What was stored before it knew this is no news to it. */
    Instant knownAt() {
        return knownAt;
    }

    /** Hears what it missed, in the order in which it came; what there is to say now. */
    List<GroupSaid> catchUp(List<Missed> missed) {
        var said = new ArrayList<GroupSaid>();
        missed.stream().sorted().forEach(one -> on(one.report(), one.storedAt(), said));
        behind = false;
        boolean stands =
                !said.isEmpty() && said.get(said.size() - 1).finding().finding().state() == Finding.State.GRADED;
        // of a past that was never judged only what stands now is worth saying
        return isNew() ? (stands ? List.of(said.get(said.size() - 1)) : List.of()) : said;
    }

    void on(Report report, Instant storedAt, List<GroupSaid> into) {
        var finding = rule.spec().rule().on(state, report);
        knownAt = storedAt.isAfter(knownAt) ? storedAt : knownAt;
        add(finding, report.from().stream(), into);
    }

    void onTime(Instant now, List<GroupSaid> into) {
        add(rule.spec().rule().onTime(state, now), null, into);
    }

    private void add(@Nullable GroupFinding finding, @Nullable Long from, List<GroupSaid> into) {
        if (finding == null) {
            return;
        }
        var streams = finding.witnesses().stream()
                .map(Witness::stream)
                .distinct()
                .map(members::get)
                .filter(Objects::nonNull)
                .toList();
        into.add(new GroupSaid(rule, key.place(), streams.isEmpty() ? anyOf(from) : streams, finding));
    }

    private List<Datastream> anyOf(@Nullable Long from) {
        var reporter = from == null ? null : members.get(from);
        var any = reporter == null && !members.isEmpty() ? members.firstEntry().getValue() : reporter;
        return any == null ? List.of() : List.of(any);
    }

    Memory memory() {
        return behind ? remembered : new Memory(knownAt, state.words());
    }

    @Nullable
    Instant dueAt() {
        return rule.spec().rule().dueAt(state);
    }
}
