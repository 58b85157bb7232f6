package io.chengyun.rules;

import io.chengyun.kernel.Grade;
import io.chengyun.kernel.Malformed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says that a stream's value has not moved for so many samples (卡滞), and that it moves again.
 *
 * <p>Silent: at exempt values (no rain is not stuck), and across a gap longer than twice the interval, which begins the
 * count anew: what was not observed did not stand still. A late sample is ignored.
 *
 * <p>State: six words. Source: persistence test of quality control for automatic stations, in our own words (WMO-No. 488,
 * Guide to the Global Observing System, part VI: title and part are verified, the wording of the test is not).
 *
 * @param samples how many in a row make it stuck, at least 3
 * @param tolerance greatest spread that still counts as not moving, in the unit of the values
 * @param exempt values that may stand as long as they like
 * @param grade what its finding is graded, for a rule that warns
 */
public record Stuck(Words words, int samples, double tolerance, List<Double> exempt, Grade grade, Duration interval)
        implements Rule {

    public Stuck {
        exempt = List.copyOf(exempt);
        if (samples < 3 || samples > History.BOUND) {
            throw new Malformed("samples", "must be 3 to " + History.BOUND);
        }
        if (!(tolerance >= 0) || Double.isInfinite(tolerance)) {
            throw new Malformed("tolerance", "must be 0 or more");
        }
        if (interval.isNegative() || interval.isZero()) {
            throw new Malformed("interval", "must be longer than nothing");
        }
    }

    static final class State implements RuleState {
        private static final int LENGTH = 6;
        private long newest = Long.MIN_VALUE;
        private long since;
        private long count;
        private double low;
        private double high;
        private boolean stuck;

        private void begin(long micros, double value) {
            since = micros;
            count = 1;
            low = value;
            high = value;
        }

        @Override
        public long[] words() {
            long lowest = Double.doubleToRawLongBits(low);
            return new long[] {newest, since, count, lowest, Double.doubleToRawLongBits(high), stuck ? 1 : 0};
        }
    }

    @Override
    public RuleState initial() {
        return new State();
    }

    @Override
    public RuleState recall(long[] words) {
        var state = new State();
        if (words.length == State.LENGTH) {
            state.newest = words[0];
            state.since = words[1];
            state.count = words[2];
            state.low = Double.longBitsToDouble(words[3]);
            state.high = Double.longBitsToDouble(words[4]);
            state.stuck = words[5] == 1;
        }
        return state;
    }

    @Override
    public Duration lookback() {
        return interval.multipliedBy(2L * samples);
    }

    @Override
    public @Nullable Finding on(RuleState state, History history, long position) {
        var held = (State) state;
        long micros = history.micros(position);
        if (micros <= held.newest) {
            return null;
        }
        follow(held, micros, history.value(position));
        boolean stuck = held.count >= samples;
        if (stuck == held.stuck) {
            return null;
        }
        held.stuck = stuck;
        return stuck ? stuck(held, history) : moves(history);
    }

    private void follow(State held, long micros, double value) {
        boolean gap = held.count == 0 || micros - held.newest > 2 * Micros.of(interval);
        double low = Math.min(held.low, value);
        double high = Math.max(held.high, value);
        held.newest = micros;
        if (exempt.contains(value)) {
            held.count = 0;
        } else if (gap || high - low > tolerance) {
            held.begin(micros, value);
        } else {
            held.count++;
            held.low = low;
            held.high = high;
        }
    }

    private Finding stuck(State held, History history) {
        var evidence = new ArrayList<Instant>();
        for (long p = history.firstAfter(held.since - 1); p < history.end(); p++) {
            evidence.add(Micros.instant(history.micros(p)));
        }
        double value = history.value(history.end() - 1);
        var reading = new Finding.Reading(
                value,
                words.unitEn(),
                words.name() + "连续 " + held.count + " 次停在 " + words.amount(value) + "，设备可能卡滞",
                words.headEn() + " stood at " + words.amountEn(value) + " for " + held.count
                        + " observations, the device may be stuck");
        return new Finding(Finding.State.GRADED, grade, reading, Micros.instant(held.newest), evidence);
    }

    private Finding moves(History history) {
        var sample = history.sample(history.end() - 1);
        var reading = new Finding.Reading(
                sample.value(),
                words.unitEn(),
                words.name() + " " + words.amount(sample.value()) + "，恢复变化",
                words.headEn() + " " + words.amountEn(sample.value()) + ", no longer stuck");
        return new Finding(Finding.State.EASED, null, reading, sample.at(), List.of(sample.at()));
    }

    @Override
    public double score(RuleState state) {
        return ((State) state).stuck ? 1 : 0;
    }

    /** The whole run stood still, not its last sample alone. */
    @Override
    public boolean hindsight() {
        return true;
    }

    @Override
    public String sentence() {
        return words.name() + "：连续 " + samples + " 次变化不超过 " + words.amount(tolerance) + " 即为卡滞";
    }

    @Override
    public String sentenceEn() {
        return words.headEn() + ": stuck when " + samples + " observations in a row spread no more than "
                + words.amountEn(tolerance);
    }

    @Override
    public Optional<Rule> every(Duration interval) {
        return Optional.of(new Stuck(words, samples, tolerance, exempt, grade, interval));
    }
}
