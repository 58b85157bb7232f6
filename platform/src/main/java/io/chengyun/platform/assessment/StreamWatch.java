package io.chengyun.platform.assessment;

import io.chengyun.platform.sensing.Datastream;
import io.chengyun.platform.sensing.PastObservations;
import io.chengyun.platform.sensing.StoredBatch.Reading;
import io.chengyun.rules.Finding;
import io.chengyun.rules.Watch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One stream under its rules (数据流研判), and how much of its past these know. Guarded by {@link Watches}. */
final class StreamWatch {

    private final Datastream stream;
    private final List<AppliedRule> rules;
    private final Watch watch;
    private final List<Voice> orphans;
    private final Memory remembered;
    private final boolean[] isNew;
    private Instant knownAt;
    private boolean behind = true;
    private boolean unwritten;

    StreamWatch(Datastream stream, List<AppliedRule> rules, Memory remembered) {
        this.stream = stream;
        this.rules = rules;
        var keys = rules.stream().map(AppliedRule::key).collect(Collectors.toSet());
        this.orphans = remembered.words().keySet().stream()
                .filter(key -> !keys.contains(key))
                .sorted()
                .map(key -> Voice.of(stream.id(), key))
                .toList();
        this.remembered = orphans.isEmpty() ? remembered : remembered.only(keys);
        this.knownAt = remembered.knownAt();
        this.watch = new Watch(rules.stream().map(AppliedRule::rule).toList());
        this.isNew = new boolean[rules.size()];
        for (int i = 0; i < isNew.length; i++) {
            var words = remembered.words().get(rules.get(i).key());
            isNew[i] = words == null;
            if (words != null) {
                watch.recall(i, words);
            }
        }
        this.unwritten = remembered == Memory.NONE || !orphans.isEmpty();
    }

    /**
     * What is written down of a stream (研判记忆).
     *
     * @param knownAt when the newest batch was stored of which the words know
     * @param newestAt time of the newest observation then known; null when there was none
     * @param words what each rule must be told to go on, by rule key
     */
    record Memory(Instant knownAt, @Nullable Instant newestAt, Map<String, long[]> words) {

        static final Memory NONE = new Memory(Instant.EPOCH, null, Map.of());

        Memory only(Set<String> keys) {
            var kept = new HashMap<>(words);
            kept.keySet().retainAll(keys);
            return new Memory(knownAt, newestAt, kept);
        }
    }

    /** What a rule found. */
    record Said(AppliedRule rule, Finding finding) {}

    Datastream stream() {
        return stream;
    }

    List<AppliedRule> rules() {
        return rules;
    }

    /** The same stream under the rules of now; what these can remember of it they do, the rest they learn. */
    StreamWatch under(List<AppliedRule> others) {
        return new StreamWatch(stream, others, memory());
    }

    /** The same stream, of which nothing is known yet, under those of its rules that need no long past to judge. */
    StreamWatch anew() {
        var few =
                rules.stream().filter(rule -> rule.rule().learnsFrom().isZero()).toList();
        return new StreamWatch(stream, few, new Memory(Instant.EPOCH, null, Map.of()));
    }

    /** The same stream as its rules know it after some of them were asked anew; what these others remember goes. */
    StreamWatch after(StreamWatch anew) {
        var mine = memory();
        var theirs = anew.memory();
        var words = new HashMap<>(mine.words());
        words.putAll(theirs.words());
        var known = mine.knownAt().isAfter(theirs.knownAt()) ? mine.knownAt() : theirs.knownAt();
        return new StreamWatch(stream, rules, new Memory(known, theirs.newestAt(), words));
    }

    /** The rules that remember nothing of the stream though it has a past: they must learn it. */
    List<AppliedRule> learners() {
        var learners = new ArrayList<AppliedRule>();
        for (int i = 0; i < isNew.length; i++) {
            if (isNew[i] && remembered != Memory.NONE) {
                learners.add(rules.get(i));
            }
        }
        return learners;
    }

    /** The rules that remembered something of the stream and judge it no more; what they remembered is gone. */
    List<Voice> orphans() {
        return orphans;
    }

    /** Whether it was never written down, or not as it is now under its rules. */
    boolean isUnwritten() {
        return unwritten;
    }

    void written() {
        unwritten = false;
    }

    /** Whether its rules do not yet know all that was stored before. */
    boolean isBehind() {
        return behind;
    }

    /**
     * The past that must be read to it before it can go on.
     *
     * @param firstAt time of the first of the readings that it is to weigh then; null = none
     */
    PastObservations.Asked past(@Nullable Instant firstAt) {
        var span = Duration.ZERO;
        for (int i = 0; i < isNew.length; i++) {
            var rule = rules.get(i).rule();
            span = longer(span, rule.lookback());
            span = isNew[i] ? longer(span, rule.learnsFrom()) : span;
        }
        var newestAt = remembered.newestAt();
        boolean fromFirst = newestAt == null || (firstAt != null && firstAt.isBefore(newestAt));
        // a microsecond more, because the past begins after what is asked for
        return new PastObservations.Asked(stream.id(), span.plusNanos(1_000), fromFirst ? firstAt : newestAt);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    /** Reads an observation of the past to it: what it knew is remembered, what came after is weighed. */
    void read(long micros, double value, Instant storedAt, List<Said> said) {
        if (isKnown(storedAt)) {
            watch.remember(micros, value);
        } else {
            watch.on(micros, value, (rule, finding) -> said.add(new Said(rules.get(rule), finding)));
        }
        knownAt = storedAt.isAfter(knownAt) ? storedAt : knownAt;
    }

    /** Reads what came too late to be news: nothing but a past to learn from, where a rule does. */
    void readLate(long micros, double value, Instant storedAt) {
        if (isKnown(storedAt) && learns()) {
            watch.remember(micros, value);
        }
    }

    private boolean isKnown(Instant storedAt) {
        return remembered == Memory.NONE || !storedAt.isAfter(remembered.knownAt());
    }

    private boolean learns() {
        for (int i = 0; i < isNew.length; i++) {
            if (isNew[i] && !rules.get(i).rule().learnsFrom().isZero()) {
                return true;
            }
        }
        return false;
    }

    void caughtUp() {
        behind = false;
    }

    /** Weighs readings, oldest first, each by every rule of the stream. */
    List<Said> on(List<Reading> readings, Instant storedAt) {
        var said = new ArrayList<Said>(0);
        for (int i = 0; i < readings.size(); i++) {
            var reading = readings.get(i);
            watch.on(
                    PastObservations.micros(reading.at()),
                    reading.value(),
                    (rule, finding) -> said.add(new Said(rules.get(rule), finding)));
        }
        knownAt = storedAt;
        return said;
    }

    /** Weighs the passing of time. */
    List<Said> onTime(Instant now) {
        var said = new ArrayList<Said>(0);
        watch.onTime(now, (rule, finding) -> said.add(new Said(rules.get(rule), finding)));
        return said;
    }

    /** What there is to be written down. */
    Memory memory() {
        if (behind) {
            return remembered;
        }
        var words = new HashMap<String, long[]>();
        for (int i = 0; i < rules.size(); i++) {
            words.put(rules.get(i).key(), watch.words(i));
        }
        var history = watch.history();
        var newestAt =
                history.size() == 0 ? null : history.sample(history.end() - 1).at();
        return new Memory(knownAt, newestAt, words);
    }

    /** When one of its rules must be asked again without a sample; null when none must. */
    @Nullable
    Instant dueAt() {
        return watch.dueAt();
    }
}
