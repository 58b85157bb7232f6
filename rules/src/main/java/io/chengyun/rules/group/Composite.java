package io.chengyun.rules.group;

import io.chengyun.kernel.Grade;
import io.chengyun.kernel.Malformed;
import io.chengyun.rules.Finding;
import io.chengyun.rules.Micros;
import io.chengyun.rules.Words;
import io.chengyun.rules.condition.Condition;
import io.chengyun.rules.group.GroupFinding.Witness;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Grades an area where a condition over its newest values and standing signals holds (组合条件).
 *
 * <p>Of a property {@code p} the condition knows {@code p}, the greatest fresh value in the group, {@code p_least}, the
 * smallest, and {@code p_age}, the minutes since the freshest; of a rule {@code r-1} it knows {@code signal_r_1}, the
 * gravest grade that stands, 1 to 4, or 0. A value that is older than {@code fresh} is absent, and what hangs on it is
 * unknown: that clears nothing. A property of which no stream is fresh is absent; a rule that never spoke says 0.
 *
 * <p>Silent: where the condition cannot be answered, and of streams beyond the first 256 of a group.
 *
 * <p>State: of each stream and topic the newest report. Source: conditions in the Common Expression Language (CEL), with a
 * third answer for what is unknown; the numbers are the scenario's.
 *
 * @param condition yes or no, in CEL, over the names below
 * @param topics what the condition reads
 * @param fresh a value is used for so long
 */
public record Composite(Words words, Condition condition, Set<String> topics, Duration fresh, Grade grade)
        implements GroupRule {

    private static final long FORM = 0x63656c31L;
    private static final double MICROS_A_MINUTE = 60e6;

    public Composite {
        topics = Set.copyOf(topics);
        if (topics.isEmpty()) {
            throw new Malformed("condition", "must read at least one property or signal");
        }
        if (fresh.isNegative() || fresh.isZero()) {
            throw new Malformed("fresh", "must be longer than nothing");
        }
    }

    /** Reads the condition; malformed if it is none over these properties and rules. */
    public static Composite of(Words words, String text, Set<String> topics, Duration fresh, Grade grade) {
        return new Composite(words, Condition.of(text, names(topics)), topics, fresh, grade);
    }

    /** The names a condition over these topics may use. */
    public static Map<String, Condition.Kind> names(Set<String> topics) {
        var names = new LinkedHashMap<String, Condition.Kind>();
        for (var topic : new TreeSet<>(topics)) {
            if (Report.ruleOf(topic).isEmpty()) {
                names.put(topic, Condition.Kind.NUMBER);
                names.put(topic + "_least", Condition.Kind.NUMBER);
                names.put(topic + "_age", Condition.Kind.NUMBER);
            } else {
                names.put(name(topic), Condition.Kind.WHOLE);
            }
        }
        return names;
    }

    private static String name(String topic) {
        return "signal_" + Report.ruleOf(topic).replace('-', '_');
    }

    /** One stream under one topic, by the topic's place in the sorted list. */
    private record Seat(int topic, long stream) implements Comparable<Seat> {
        @Override
        public int compareTo(Seat other) {
            return topic == other.topic ? Long.compare(stream, other.stream) : Integer.compare(topic, other.topic);
        }
    }

    private record Heard(long micros, double value) {}

    /** What it knows of a group: of each stream and topic the newest report. */
    static final class State extends GroupState {

        private final TreeMap<Seat, Heard> heard = new TreeMap<>();
        private final long form;

        private State(long form) {
            this.form = form;
        }

        @Override
        public long[] words() {
            var words = new ArrayList<Long>();
            words.add(form);
            words.addAll(stance());
            heard.forEach((seat, newest) -> {
                words.add((long) seat.topic());
                words.add(seat.stream());
                words.add(newest.micros());
                words.add(Double.doubleToLongBits(newest.value()));
            });
            return longs(words);
        }
    }

    /** Other topics are another form: a topic is remembered by its place in the list. */
    private long form() {
        return FORM * 31 + order().hashCode();
    }

    private List<String> order() {
        return List.copyOf(new TreeSet<>(topics));
    }

    @Override
    public Duration reach() {
        return fresh;
    }

    @Override
    public GroupState initial() {
        return new State(form());
    }

    @Override
    public GroupState recall(long[] words) {
        var state = new State(form());
        int head = 1 + GroupState.STANCE;
        if (!GroupState.isForm(words, form(), head) || (words.length - head) % 4 != 0) {
            return state;
        }
        state.stance(words, 1);
        for (int i = head; i < words.length; i += 4) {
            state.heard.put(
                    new Seat((int) words[i], words[i + 1]),
                    new Heard(words[i + 2], Double.longBitsToDouble(words[i + 3])));
        }
        return state;
    }

    @Override
    public @Nullable GroupFinding on(GroupState state, Report report) {
        var held = (State) state;
        int topic = order().indexOf(report.topic());
        var seat = new Seat(topic, report.from().stream());
        var before = held.heard.get(seat);
        boolean hasRoom = before != null || held.heard.size() < MOST_MEMBERS;
        // a signal may change its mind at the same moment, an observation may not
        boolean isSignal = !Report.ruleOf(report.topic()).isEmpty();
        boolean isNews =
                before == null || report.micros() > before.micros() || (isSignal && report.micros() == before.micros());
        if (topic < 0 || !hasRoom || !isNews) {
            return null;
        }
        held.heard.put(seat, new Heard(report.micros(), report.value()));
        held.moveTo(report.micros());
        return weigh(held);
    }

    private @Nullable GroupFinding weigh(State held) {
        var order = order();
        long opens = held.clock() - Micros.of(fresh);
        held.heard
                .entrySet()
                .removeIf(
                        one -> isProperty(order, one.getKey()) && one.getValue().micros() <= opens);
        var values = values(held, order);
        var answer = condition.weigh(values::get);
        int found = switch (answer) {
            case YES -> grade.ordinal() + 1;
            case NO -> GroupState.NONE;
            case UNKNOWN -> GroupState.UNKNOWN;
        };
        return held.settle(found) ? finding(held) : null;
    }

    private static boolean isProperty(List<String> order, Seat seat) {
        return seat.topic() < order.size()
                && Report.ruleOf(order.get(seat.topic())).isEmpty();
    }

    private static Map<String, Object> values(State held, List<String> order) {
        var values = new LinkedHashMap<String, Object>();
        for (int i = 0; i < order.size(); i++) {
            var heard = held.heard.subMap(new Seat(i, Long.MIN_VALUE), true, new Seat(i, Long.MAX_VALUE), true);
            if (Report.ruleOf(order.get(i)).isEmpty()) {
                putProperty(values, order.get(i), List.copyOf(heard.values()), held.clock());
            } else {
                putSignal(values, name(order.get(i)), List.copyOf(heard.values()));
            }
        }
        return values;
    }

    private static void putProperty(Map<String, Object> values, String name, List<Heard> heard, long clock) {
        if (!heard.isEmpty()) {
            values.put(name, heard.stream().mapToDouble(Heard::value).max().orElse(Double.NaN));
            values.put(
                    name + "_least",
                    heard.stream().mapToDouble(Heard::value).min().orElse(Double.NaN));
            long newest = heard.stream().mapToLong(Heard::micros).max().orElse(clock);
            values.put(name + "_age", (clock - newest) / MICROS_A_MINUTE);
        }
    }

    /** A stream of which the rule cannot speak might be the gravest: unless red stands, nobody knows. */
    private static void putSignal(Map<String, Object> values, String name, List<Heard> heard) {
        long gravest = 0;
        boolean isUnknown = false;
        for (var one : heard) {
            isUnknown |= Double.isNaN(one.value());
            gravest = Double.isNaN(one.value()) ? gravest : Math.max(gravest, (long) one.value());
        }
        if (!isUnknown || gravest == Grade.values().length) {
            values.put(name, gravest);
        }
    }

    @Override
    public @Nullable Instant dueAt(GroupState state) {
        var held = (State) state;
        var order = order();
        if (held.stands() == GroupState.NONE) {
            return null;
        }
        return held.heard.entrySet().stream()
                .filter(one -> isProperty(order, one.getKey()))
                .map(one -> Micros.instant(one.getValue().micros() + Micros.of(fresh)))
                .min(Instant::compareTo)
                .orElse(null);
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
        var witnesses = held.heard.entrySet().stream()
                .map(one -> new Witness(one.getKey().stream(), one.getValue().micros()))
                .sorted()
                .limit(GroupFinding.MOST_WITNESSES)
                .toList();
        boolean stands = held.said() == Finding.State.GRADED;
        var at = Micros.instant(held.clock());
        var evidence = witnesses.isEmpty()
                ? List.of(at)
                : witnesses.stream().map(Witness::at).distinct().toList();
        return new GroupFinding(
                new Finding(held.said(), stands ? grade : null, reading(held), at, evidence), witnesses);
    }

    private Finding.Reading reading(State held) {
        var order = order();
        var said = values(held, order).entrySet().stream()
                .filter(one -> condition.text().contains(one.getKey()))
                .map(one -> one.getKey() + " = " + Words.number(((Number) one.getValue()).doubleValue()))
                .toList();
        var facts = String.join(", ", said);
        var zh = switch (held.said()) {
            case GRADED -> "条件成立";
            case EASED -> "条件不再成立";
            case UNKNOWN -> "数据不全，情况未知";
        };
        var en = switch (held.said()) {
            case GRADED -> "condition holds";
            case EASED -> "condition no longer holds";
            case UNKNOWN -> "data are missing, state unknown";
        };
        return new Finding.Reading(
                held.said() == Finding.State.GRADED ? 1 : 0,
                "1",
                words.name() + zh + "：" + facts,
                words.headEn() + ": " + en + ": " + facts);
    }

    @Override
    public String sentence() {
        return words.name() + "：" + condition.text();
    }

    @Override
    public String sentenceEn() {
        return words.headEn() + ": " + condition.text();
    }
}
