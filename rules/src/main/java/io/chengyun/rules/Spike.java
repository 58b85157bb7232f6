package io.chengyun.rules;

import io.chengyun.kernel.Grade;
import io.chengyun.kernel.Malformed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says that a value leapt far off its recent median and came back within a few samples (毛刺).
 *
 * <p>Far is more than {@code deviations} robust standard deviations (1.4826 × MAD) of the samples before, and no less than
 * {@code least}. Silent: while fewer than half the samples are held; when nothing ever moved and {@code least} is 0; for
 * what does not come back, which is a new level and no spike; across a gap longer than twice the interval. A late sample is
 * ignored.
 *
 * <p>State: seven words. Source: Hampel filter (Hampel 1974, doi:10.1080/01621459.1974.10482962; Pearson 2002,
 * doi:10.1109/87.974338), with the return demanded by us.
 *
 * @param samples how many samples before it a leap is measured by, at least 6
 * @param deviations how many robust standard deviations are far
 * @param least smallest leap that counts, in the unit of the values
 * @param within how many samples a spike may last
 */
public record Spike(
        Words words, int samples, double deviations, double least, int within, Grade grade, Duration interval)
        implements Rule {

    /** Makes the median absolute deviation of a normal distribution its standard deviation. */
    private static final double NORMAL = 1.4826;

    public Spike {
        if (samples < 6 || samples > History.BOUND / 2) {
            throw new Malformed("samples", "must be 6 to " + History.BOUND / 2);
        }
        if (!(deviations > 0) || !(least >= 0) || Double.isInfinite(deviations) || Double.isInfinite(least)) {
            throw new Malformed("deviations", "must be more than 0, and least 0 or more");
        }
        if (within < 1 || within > samples / 3) {
            throw new Malformed("within", "must be 1 to a third of samples");
        }
        if (interval.isNegative() || interval.isZero()) {
            throw new Malformed("interval", "must be longer than nothing");
        }
    }

    static final class State implements RuleState {
        private static final int LENGTH = 7;
        private long newest = Long.MIN_VALUE;
        /** Time of the first sample that is far off and has not come back. */
        private long since;
        /** How many are far off by now; 0 for none. */
        private long far;

        private double centre;
        private double limit;
        private boolean held;
        /** Whether the level changed, so that nothing is far until a sample lies among the others again. */
        private boolean moved;

        private double score;

        @Override
        public long[] words() {
            long flags = (held ? 1 : 0) + (moved ? 2 : 0);
            long middle = Double.doubleToRawLongBits(centre);
            long reach = Double.doubleToRawLongBits(limit);
            return new long[] {newest, since, far, middle, reach, flags, Double.doubleToRawLongBits(score)};
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
            state.far = words[2];
            state.centre = Double.longBitsToDouble(words[3]);
            state.limit = Double.longBitsToDouble(words[4]);
            state.held = (words[5] & 1) != 0;
            state.moved = (words[5] & 2) != 0;
            state.score = Double.longBitsToDouble(words[6]);
        }
        return state;
    }

    @Override
    public Duration lookback() {
        return interval.multipliedBy(samples + within + 1L);
    }

    @Override
    public @Nullable Finding on(RuleState state, History history, long position) {
        var held = (State) state;
        long micros = history.micros(position);
        if (micros <= held.newest) {
            return null;
        }
        boolean gap = held.newest != Long.MIN_VALUE && micros - held.newest > 2 * Micros.of(interval);
        held.newest = micros;
        if (gap) {
            held.far = 0;
            held.moved = false;
        }
        boolean eases = held.held;
        held.held = false;
        boolean back = held.far > 0 ? comesBack(held, history.value(position)) : leaps(held, history, position);
        if (back) {
            held.held = true;
            return spike(held, history);
        }
        return eases ? eased(history) : null;
    }

    /** Weighs a sample while others are far off. */
    private boolean comesBack(State held, double value) {
        double deviation = Math.abs(value - held.centre);
        held.score = deviation / (deviation + held.limit);
        if (deviation <= held.limit) {
            held.far = 0;
            return true;
        }
        held.far++;
        if (held.far > within) {
            held.far = 0;
            held.moved = true;
        }
        return false;
    }

    /** Whether a sample leaps off is remembered; that it does is no finding yet. */
    private boolean leaps(State held, History history, long position) {
        long from = Math.max(history.begin(), position - samples);
        held.score = 0;
        if (position - from < samples / 2) {
            return false;
        }
        var before = new double[(int) (position - from)];
        for (int i = 0; i < before.length; i++) {
            before[i] = history.value(from + i);
        }
        double centre = median(before);
        for (int i = 0; i < before.length; i++) {
            before[i] = Math.abs(before[i] - centre);
        }
        weigh(held, history, centre, Math.max(least, deviations * NORMAL * median(before)));
        return false;
    }

    private static void weigh(State held, History history, double centre, double limit) {
        double value = history.value(history.end() - 1);
        double deviation = Math.abs(value - centre);
        double leap = Math.abs(value - history.value(history.end() - 2));
        held.score = deviation == 0 || limit == 0 ? 0 : deviation / (deviation + limit);
        boolean far = limit > 0 && deviation > limit;
        if (far && leap > limit && !held.moved) {
            held.since = held.newest;
            held.far = 1;
            held.centre = centre;
            held.limit = limit;
        }
        held.moved &= far;
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        int middle = values.length / 2;
        return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }

    private Finding spike(State held, History history) {
        var evidence = new ArrayList<Instant>();
        double value = held.centre;
        for (long p = history.firstAfter(held.since - 1); p < history.end() - 1; p++) {
            evidence.add(Micros.instant(history.micros(p)));
            boolean farther = Math.abs(history.value(p) - held.centre) > Math.abs(value - held.centre);
            value = farther ? history.value(p) : value;
        }
        var reading = new Finding.Reading(
                value,
                words.unitEn(),
                words.name() + " " + words.amount(value) + " 为毛刺，近期中位数 " + words.amount(held.centre),
                words.headEn() + " " + words.amountEn(value) + " was a spike, median before "
                        + words.amountEn(held.centre));
        return new Finding(Finding.State.GRADED, grade, reading, Micros.instant(held.newest), evidence);
    }

    private Finding eased(History history) {
        var sample = history.sample(history.end() - 1);
        var reading = new Finding.Reading(
                sample.value(),
                words.unitEn(),
                words.name() + " " + words.amount(sample.value()) + "，毛刺已过",
                words.headEn() + " " + words.amountEn(sample.value()) + ", the spike is over");
        return new Finding(Finding.State.EASED, null, reading, sample.at(), List.of(sample.at()));
    }

    /** Always below 1: whether the newest sample is a spike shows only when the next ones came back; 0.5 is at the limit. */
    @Override
    public double score(RuleState state) {
        return ((State) state).score;
    }

    @Override
    public boolean hindsight() {
        return true;
    }

    @Override
    public String sentence() {
        return words.name() + "：偏离前 " + samples + " 次中位数超过 " + Words.number(deviations) + " 倍稳健标准差，" + within
                + " 次内返回即为毛刺";
    }

    @Override
    public String sentenceEn() {
        return words.headEn() + ": a spike when more than " + Words.number(deviations)
                + " robust standard deviations off the median of " + samples + " before, and back within " + within;
    }

    @Override
    public Optional<Rule> every(Duration interval) {
        return Optional.of(new Spike(words, samples, deviations, least, within, grade, interval));
    }
}
