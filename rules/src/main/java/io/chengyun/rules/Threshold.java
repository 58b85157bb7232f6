package io.chengyun.rules;

import io.chengyun.kernel.Grade;
import io.chengyun.kernel.Malformed;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Grades a stream by its newest value (阈值): with a separate clear limit and a minimum duration a grade.
 *
 * <p>The duration is measured by the observations' own times. A gap longer than twice the interval starts it anew: what
 * was not observed was not beyond the limit.
 *
 * <p>Silent: of a late sample, which is ignored.
 *
 * <p>State: six words. Source: alarm limits with dead band and delay, as control rooms know them; the numbers are the
 * scenario's.
 */
public record Threshold(Words words, Limits limits, Duration interval) implements Rule {

    public Threshold {
        if (interval.isNegative() || interval.isZero()) {
            throw new Malformed("interval", "must be longer than nothing");
        }
    }

    /** What it knows: times in microseconds since 1970. */
    static final class State implements RuleState {

        private static final int GRADES = Grade.values().length;
        private static final int LENGTH = 2 + GRADES;
        private static final long NEVER = Long.MIN_VALUE;

        /** Time of the newest sample weighed. */
        private long newest = NEVER;
        /** The grade that holds; null while none does. */
        private @Nullable Grade grade;
        /** Since when values stay beyond each grade's limit, by the grade's ordinal. */
        private final long[] since = new long[GRADES];

        private State() {
            Arrays.fill(since, NEVER);
        }

        @Nullable
        Grade grade() {
            return grade;
        }

        @Override
        public long[] words() {
            var words = new long[LENGTH];
            words[0] = newest;
            words[1] = Grades.word(grade);
            System.arraycopy(since, 0, words, 2, GRADES);
            return words;
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
            state.grade = Grades.of(words[1]);
            System.arraycopy(words, 2, state.since, 0, State.GRADES);
        }
        return state;
    }

    @Override
    public Duration lookback() {
        return Duration.ZERO;
    }

    @Override
    public @Nullable Finding on(RuleState state, History history, long position) {
        var held = (State) state;
        long micros = history.micros(position);
        if (micros <= held.newest) {
            return null;
        }
        double value = history.value(position);
        follow(held, micros, value);
        var limit = weigh(held, micros, value);
        var grade = limit == null ? null : limit.grade();
        if (grade == held.grade) {
            return null;
        }
        held.grade = grade;
        return finding(limit, held, new Sample(micros, value));
    }

    /** Begins, goes on with or ends the runs of values beyond each limit. */
    private void follow(State held, long micros, double value) {
        boolean gap = held.newest == State.NEVER || micros - held.newest > 2 * Micros.of(interval);
        var ladder = limits.ladder();
        for (int i = 0; i < ladder.size(); i++) {
            var limit = ladder.get(i);
            int grade = limit.grade().ordinal();
            if (!limit.reachedBy(value)) {
                held.since[grade] = State.NEVER;
            } else if (gap || held.since[grade] == State.NEVER) {
                held.since[grade] = micros;
            }
        }
        held.newest = micros;
    }

    /** The gravest grade whose run is long enough, or that was held before and is not yet cleared. */
    private @Nullable Limit weigh(State held, long micros, double value) {
        var ladder = limits.ladder();
        for (int i = ladder.size() - 1; i >= 0; i--) {
            var limit = ladder.get(i);
            boolean wasHeld = held.grade != null && !limit.grade().graverThan(held.grade);
            if ((wasHeld && limit.stillHeldBy(value)) || isLongEnough(limit, held, micros)) {
                return limit;
            }
        }
        return null;
    }

    private static boolean isLongEnough(Limit limit, State held, long micros) {
        long since = held.since[limit.grade().ordinal()];
        return since != State.NEVER && micros - since >= Micros.of(limit.minimum());
    }

    private Finding finding(@Nullable Limit limit, State held, Sample sample) {
        if (limit == null) {
            return new Finding(Finding.State.EASED, null, easedReading(sample), sample.at(), List.of(sample.at()));
        }
        long since = held.since[limit.grade().ordinal()];
        var evidence = since == State.NEVER || since == sample.micros()
                ? List.of(sample.at())
                : List.of(Micros.instant(since), sample.at());
        var reading = gradedReading(limit, sample);
        return new Finding(Finding.State.GRADED, limit.grade(), reading, sample.at(), evidence);
    }

    private Finding.Reading gradedReading(Limit limit, Sample sample) {
        return new Finding.Reading(
                sample.value(),
                words.unitEn(),
                words.name() + " " + words.amount(sample.value()) + "，限值 " + words.amount(limit.value()),
                words.headEn() + " " + words.amountEn(sample.value()) + ", limit " + words.amountEn(limit.value()));
    }

    private Finding.Reading easedReading(Sample sample) {
        return new Finding.Reading(
                sample.value(),
                words.unitEn(),
                words.name() + " " + words.amount(sample.value()) + "，已回到限值以内",
                words.headEn() + " " + words.amountEn(sample.value()) + ", back within limits");
    }

    @Override
    public double score(RuleState state) {
        return ((State) state).grade == null ? 0 : 1;
    }

    @Override
    public List<Limit> ladder() {
        return limits.ladder();
    }

    @Override
    public boolean limitsValues() {
        return true;
    }

    @Override
    public String sentence() {
        return words.name() + "：" + limits.sentence(words);
    }

    @Override
    public String sentenceEn() {
        return words.headEn() + ": " + limits.sentenceEn(words);
    }

    @Override
    public Optional<Rule> every(Duration interval) {
        return Optional.of(new Threshold(words, limits, interval));
    }
}
