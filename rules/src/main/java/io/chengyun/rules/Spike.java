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
 * Says that a value leapt away and back within a few samples (毛刺).
 *
 * <p>A leap is a step of more than {@code deviations} robust standard deviations (1.4826 × the median of their sizes) of the
 * steps before, and of more than {@code least}: a day that runs through many degrees in small steps hides none. A spike
 * stands out by as much from what came before it and from what came after. Silent: while fewer than half of so many
 * steps are known; when most steps before were none and {@code least} is 0; for what does not come back, which is a new level and no
 * spike; across a gap longer than twice the interval. A late sample is ignored.
 *
 * <p>State: four words. Source: spike test of the quality control of ocean data (IOC Manuals and Guides 22: what is left of
 * a leap after the difference of its neighbours), held against the scale of successive differences (von Neumann 1941,
 * doi:10.1214/aoms/1177731677), by their median (Hampel 1974, doi:10.1080/01621459.1974.10482962).
 *
 * @param samples how many steps before it a leap is measured by, at least 6
 * @param deviations how many robust standard deviations are far
 * @param least smallest leap that counts, in the unit of the values
 * @param within how many samples a spike may last
 */
public record Spike(
        Words words, int samples, double deviations, double least, int within, Grade grade, Duration interval)
        implements Rule {

    /** Makes the median size of what is normally distributed about zero its standard deviation. */
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
        private static final int LENGTH = 4;
        private long newest = Long.MIN_VALUE;
        /** Time of the sample with which the last spike was over: nothing before it is weighed again. */
        private long calm = Long.MIN_VALUE;

        private boolean held;
        private double score;

        @Override
        public long[] words() {
            return new long[] {newest, calm, held ? 1 : 0, Double.doubleToRawLongBits(score)};
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
            state.calm = words[1];
            state.held = words[2] == 1;
            state.score = Double.longBitsToDouble(words[3]);
        }
        return state;
    }

    @Override
    public Duration lookback() {
        return interval.multipliedBy(samples + within + 2L);
    }

    @Override
    public @Nullable Finding on(RuleState state, History history, long position) {
        var held = (State) state;
        long micros = history.micros(position);
        if (micros <= held.newest) {
            return null;
        }
        held.newest = micros;
        boolean eases = held.held;
        double limit = limit(history, position);
        int lasted = lasted(held, history, limit);
        held.held = lasted > 0;
        held.score = lasted > 0 ? 0 : score(history, position, limit);
        if (held.held) {
            held.calm = micros;
            return spike(history, position - lasted);
        }
        return eases ? eased(history) : null;
    }

    /** What a leap from one of the newest samples to the next is held against; 0 while that is not known. */
    private double limit(History history, long position) {
        long until = position - within;
        long from = Math.max(history.begin() + 1, until - samples);
        if (until - from < samples / 2) {
            return 0;
        }
        var steps = new double[(int) (until - from)];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = Math.abs(history.value(from + i) - history.value(from + i - 1));
        }
        return Math.max(least, deviations * NORMAL * median(steps));
    }

    /** How many samples before the newest were a spike that is over with it; 0 when none was. */
    private int lasted(State held, History history, double limit) {
        if (limit == 0) {
            return 0;
        }
        long newest = history.end() - 1;
        double above = Double.POSITIVE_INFINITY;
        double below = Double.POSITIVE_INFINITY;
        for (int lasted = 1; lasted <= within; lasted++) {
            long before = newest - lasted - 1;
            boolean follows = isNear(history, before + 1) && isNear(history, before + 2);
            if (!follows || history.micros(before) < held.calm) {
                return 0;
            }
            above = Math.min(above, history.value(before + 1));
            below = Math.min(below, -history.value(before + 1));
            double high = Math.max(history.value(before), history.value(newest));
            double low = Math.min(history.value(before), history.value(newest));
            if (above - high > limit || below + low > limit) {
                return lasted;
            }
        }
        return 0;
    }

    /** Whether a sample follows the one before it without a gap. */
    private boolean isNear(History history, long position) {
        return history.micros(position) - history.micros(position - 1) <= 2 * Micros.of(interval);
    }

    /** How far the newest sample leapt, as a share that is one half at the limit. */
    private double score(History history, long position, double limit) {
        if (limit == 0 || !isNear(history, position)) {
            return 0;
        }
        double leap = Math.abs(history.value(position) - history.value(position - 1));
        return leap / (leap + limit);
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        int middle = values.length / 2;
        return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }

    private Finding spike(History history, long first) {
        var evidence = new ArrayList<Instant>();
        double before = history.value(first - 1);
        double value = before;
        for (long p = first; p < history.end() - 1; p++) {
            evidence.add(Micros.instant(history.micros(p)));
            boolean farther = Math.abs(history.value(p) - before) > Math.abs(value - before);
            value = farther ? history.value(p) : value;
        }
        var reading = new Finding.Reading(
                value,
                words.unitEn(),
                words.name() + " " + words.amount(value) + " 为毛刺，此前为 " + words.amount(before),
                words.headEn() + " " + words.amountEn(value) + " was a spike, " + words.amountEn(before)
                        + " before it");
        return new Finding(Finding.State.GRADED, grade, reading, Micros.instant(history.newestMicros()), evidence);
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

    /** Always below 1: whether the newest leap was a spike shows only when the next samples came back; 0.5 is at the limit. */
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
        return words.name() + "：一步超过此前 " + samples + " 步的 " + Words.number(deviations) + " 倍稳健标准差，" + within
                + " 次内跳回即为毛刺";
    }

    @Override
    public String sentenceEn() {
        return words.headEn() + ": a spike when it leaps by more than " + Words.number(deviations)
                + " robust standard deviations of the " + samples + " steps before, and back within " + within;
    }

    @Override
    public Optional<Rule> every(Duration interval) {
        return Optional.of(new Spike(words, samples, deviations, least, within, grade, interval));
    }
}
