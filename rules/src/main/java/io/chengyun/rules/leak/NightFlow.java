package io.chengyun.rules.leak;

import io.chengyun.kernel.Grade;
import io.chengyun.kernel.Malformed;
import io.chengyun.rules.Finding;
import io.chengyun.rules.History;
import io.chengyun.rules.Joint;
import io.chengyun.rules.Micros;
import io.chengyun.rules.Rule;
import io.chengyun.rules.RuleState;
import io.chengyun.rules.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says that a network leaks when more flows at night than nights before it let expect (夜间最小流量).
 *
 * <p>Each morning the night's mean flow, freed of what is usual of its weekday, is held against the median of up to 14 nights
 * before; the surplus is summed up (CUSUM), and when the sum is greater than the decision a leak is said to be there. Then,
 * and when the flow drops as after a repair, the new level is what is expected. Several streams are the meters of one
 * network: what they bring in is added up, what a pump takes out of it is taken off and makes a zone of its own.
 *
 * <p>Silent: in the first nights, of a night of which half was not heard, and of a late sample.
 *
 * <p>State: 56 days of each meter. Source: minimum night flow as the IWA's water loss task force uses it; CUSUM after Page
 * (1954).
 *
 * @param grade of a leak; how grave it is this rule cannot know
 */
public record NightFlow(Words words, Grade grade, NightHours hours, Vigilance vigilance, Duration interval)
        implements Rule, Joint {

    private static final Duration DAY = Duration.ofDays(1);
    /** Fewer samples than this are no night. */
    private static final int LEAST = 4;

    public NightFlow {
        if (interval.isNegative() || interval.isZero() || !canJudge(hours, interval)) {
            throw new Malformed("interval", "must leave " + LEAST + " samples a night or more: " + interval);
        }
    }

    private static boolean canJudge(NightHours hours, Duration interval) {
        return interval.multipliedBy(LEAST).compareTo(hours.length()) <= 0;
    }

    /** What it knows of one network: its ledger, the pumps in it, and the zones; the first is what the inlets feed. */
    static final class State implements RuleState {
        private static final int HEAD = 4;
        private final int width;
        private Ledger ledger;
        private Zone[] zones;
        private long newest = Long.MIN_VALUE;
        private long day = Long.MIN_VALUE;
        private BitSet pumps = new BitSet();
        /** Whether it learnt long enough to know which meters are pumps. */
        private boolean knows;

        State(int width) {
            this.width = width;
            this.ledger = new Ledger(width);
            this.zones = new Zone[1 + width];
            java.util.Arrays.setAll(zones, any -> new Zone());
        }

        @Override
        public long[] words() {
            int from = HEAD + zones.length * Zone.LENGTH;
            var words = new long[from + ledger.length()];
            words[0] = newest;
            words[1] = day;
            words[2] = pumps.isEmpty() ? 0 : pumps.toLongArray()[0];
            words[3] = knows ? 1 : 0;
            for (int i = 0; i < zones.length; i++) {
                System.arraycopy(zones[i].words(), 0, words, HEAD + i * Zone.LENGTH, Zone.LENGTH);
            }
            ledger.write(words, from);
            return words;
        }

        private void read(long[] words) {
            int from = HEAD + zones.length * Zone.LENGTH;
            var kept = new Ledger(width);
            if (words.length <= from || !kept.read(words, from)) {
                return;
            }
            ledger = kept;
            newest = words[0];
            day = words[1];
            pumps = BitSet.valueOf(new long[] {words[2]});
            knows = words[3] != 0;
            for (int i = 0; i < zones.length; i++) {
                zones[i] = Zone.recall(words, HEAD + i * Zone.LENGTH);
            }
        }

        boolean leaks() {
            return java.util.Arrays.stream(zones).anyMatch(Zone::leaks);
        }
    }

    @Override
    public RuleState initial() {
        return new State(1);
    }

    @Override
    public Weighing together(int width) {
        if (width > Long.SIZE) {
            throw new Malformed("values", "at most " + Long.SIZE + " meters are one network: " + width);
        }
        return new Network(new State(width));
    }

    /** Meters that are weighed together. */
    private final class Network implements Weighing {

        private final State state;

        Network(State state) {
            this.state = state;
        }

        @Override
        public @Nullable Finding on(long micros, double[] values) {
            return NightFlow.this.on(state, micros, values);
        }

        @Override
        public double score() {
            return NightFlow.this.score(state);
        }
    }

    @Override
    public RuleState recall(long[] words) {
        var state = new State(1);
        state.read(words);
        return state;
    }

    @Override
    public Duration lookback() {
        return Duration.ZERO;
    }

    @Override
    public Duration learnsFrom() {
        return DAY.multipliedBy(Ledger.KEPT);
    }

    @Override
    public void learn(RuleState state, History history, long position) {
        take((State) state, history.micros(position), new double[] {history.value(position)});
    }

    @Override
    public @Nullable Finding on(RuleState state, History history, long position) {
        return on((State) state, history.micros(position), new double[] {history.value(position)});
    }

    private @Nullable Finding on(State held, long micros, double[] values) {
        boolean leaked = held.leaks();
        var change = take(held, micros, values);
        if (change == null || !change.leaks() && (!leaked || held.leaks())) {
            return null;
        }
        var at = Micros.instant(micros);
        return change.leaks() ? leaks(change, at) : eased(change, at);
    }

    /** Takes in a moment; the change of level that the night before it completed, a leak before all others. */
    private Zone.@Nullable Change take(State held, long micros, double[] values) {
        if (micros <= held.newest) {
            return null;
        }
        held.newest = micros;
        long day = hours.dayOf(micros);
        Zone.Change change = null;
        if (day != held.day && held.day != Long.MIN_VALUE) {
            held.ledger.close(held.day, samples(hours.length()), samples(DAY));
            change = weigh(held);
        } else {
            for (var zone : held.zones) {
                zone.hush();
            }
        }
        held.day = day;
        held.ledger.add(values, hours.covers(micros));
        return change;
    }

    /** Half of the samples that so long a time should bring. */
    private long samples(Duration span) {
        return (span.dividedBy(interval) + 1) / 2;
    }

    private Zone.@Nullable Change weigh(State held) {
        if (!held.knows) {
            held.pumps = held.ledger.pumps();
            held.knows = held.ledger.count() > vigilance.learns();
        }
        var inlets = new BitSet();
        inlets.set(0, held.width);
        inlets.andNot(held.pumps);
        var change = held.zones[0].weigh(held.ledger.flows(inlets, held.pumps), vigilance);
        for (int pump = held.pumps.nextSetBit(0); pump >= 0; pump = held.pumps.nextSetBit(pump + 1)) {
            var alone = new BitSet();
            alone.set(pump);
            var next = held.zones[1 + pump].weigh(held.ledger.flows(alone, new BitSet()), vigilance);
            change = change == null || next != null && next.leaks() ? next : change;
        }
        return change;
    }

    private Finding leaks(Zone.Change change, Instant at) {
        double surplus = change.flow() - change.expected();
        var reading = new Finding.Reading(
                change.flow(),
                words.unitEn(),
                head(change) + words.name() + " " + words.amount(change.flow()) + "，比预期多 " + words.amount(surplus)
                        + "，疑似漏损",
                words.headEn() + headEn(change) + words.amountEn(change.flow()) + ", " + words.amountEn(surplus)
                        + " more than expected: a leak");
        return new Finding(Finding.State.GRADED, grade, reading, at, List.of(at));
    }

    private static String head(Zone.Change change) {
        return change.byDay() ? "日均" : "夜间";
    }

    private static String headEn(Zone.Change change) {
        return change.byDay() ? " over the day " : " at night ";
    }

    private Finding eased(Zone.Change change, Instant at) {
        var reading = new Finding.Reading(
                change.flow(),
                words.unitEn(),
                head(change) + words.name() + " " + words.amount(change.flow()) + "，已回落",
                words.headEn() + headEn(change) + words.amountEn(change.flow()) + ", down again");
        return new Finding(Finding.State.EASED, null, reading, at, List.of(at));
    }

    @Override
    public double score(RuleState state) {
        double greatest = 0;
        for (var zone : ((State) state).zones) {
            greatest = Math.max(greatest, zone.score());
        }
        return greatest;
    }

    @Override
    public Optional<Rule> every(Duration interval) {
        return canJudge(hours, interval)
                ? Optional.of(new NightFlow(words, grade, hours, vigilance, interval))
                : Optional.empty();
    }

    @Override
    public String sentence() {
        return words.name() + "：" + hours.from() + "–" + hours.until() + " 夜间流量持续高于以往即为漏损";
    }

    @Override
    public String sentenceEn() {
        return words.headEn() + ": a leak when more flows from " + hours.from() + " to " + hours.until()
                + " than nights before let expect";
    }
}
