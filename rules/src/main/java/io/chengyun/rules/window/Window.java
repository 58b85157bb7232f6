package io.chengyun.rules.window;

import io.chengyun.kernel.Grade;
import io.chengyun.kernel.Malformed;
import io.chengyun.rules.Finding;
import io.chengyun.rules.Grades;
import io.chengyun.rules.History;
import io.chengyun.rules.Limit;
import io.chengyun.rules.Limits;
import io.chengyun.rules.Micros;
import io.chengyun.rules.Rule;
import io.chengyun.rules.RuleState;
import io.chengyun.rules.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Grades a stream by the count, sum, mean, minimum, maximum or a quantile of its values over (t − window, t], t being its
 * newest sample's time (滑动窗口).
 *
 * <p>A gap is unknown and never zero. With fewer samples than the window should have, count, sum and maximum are lower
 * bounds and the minimum is an upper one: a grade changes only in the direction that no missing sample could undo. A late
 * sample inside the window is inserted where it belongs and the newest window weighed again. {@code windowSum} is the same
 * with the aggregate {@code sum}.
 *
 * <p>Silent: mean and quantile, while less than {@code share} of the samples are held; all of what would change a grade and
 * may be undone by a sample that is missing; of streams so fast that 2,048 readings are no mean or quantile of the window.
 *
 * <p>State: one word; the samples are the stream's history, of which a quantile keeps the window once more, in order: 2,048
 * numbers at most. Source: sliding sums of rainfall warnings; the default share is the three quarters that rules on air
 * quality commonly ask for, to be verified (GB 3095).
 *
 * @param aggregate what is told of the window: {@code count sum mean min max quantile}
 * @param q which quantile, between 0 and 1; asked for by the aggregate {@code quantile} only
 * @param window how long it is
 * @param share of the samples that a window should have, without which mean and quantile say nothing
 */
public record Window(
        Words words, Limits limits, Aggregate aggregate, double q, Duration window, double share, Duration interval)
        implements Rule {

    private static final double MEDIAN = 0.5;

    public Window {
        if (interval.isNegative() || interval.isZero()) {
            throw new Malformed("interval", "must be longer than nothing");
        }
        if (window.compareTo(interval) < 0) {
            throw new Malformed("window", "must not be shorter than the reporting interval " + interval);
        }
        if (!(q >= 0 && q <= 1)) {
            throw new Malformed("q", "must be 0 to 1, such as 0.95");
        }
        if (!(share > 0 && share <= 1)) {
            throw new Malformed("share", "must be more than 0 and no more than 1, such as 0.75");
        }
        limits.ladder().forEach(limit -> requireWeighable(aggregate, limit));
    }

    private static void requireWeighable(Aggregate aggregate, Limit limit) {
        boolean growsWithSamples = aggregate == Aggregate.SUM || aggregate == Aggregate.COUNT;
        if (growsWithSamples && !limit.beyond().upward()) {
            throw new Malformed("grades", "a " + aggregate.key() + " is weighed upward: use over or atLeast");
        }
        if (!limit.minimum().isZero()) {
            throw new Malformed("minimum", "a " + aggregate.key() + " has its window, not a minimum duration");
        }
    }

    /** The sum over a window. */
    public static Window sum(Words words, Limits limits, Duration window, Duration interval) {
        return new Window(words, limits, Aggregate.SUM, MEDIAN, window, 1, interval);
    }

    static final class State implements RuleState {

        private static final long UNKNOWN = -1;

        private final Sliding sliding;
        /** The grade that holds; null while none does. */
        private @Nullable Grade grade;
        /** Position of the window's oldest sample; unknown before the first sample is weighed. */
        private long oldest = UNKNOWN;

        private State(Sliding sliding) {
            this.sliding = sliding;
        }

        @Nullable
        Grade grade() {
            return grade;
        }

        @Override
        public long[] words() {
            return new long[] {Grades.word(grade)};
        }

        /** Takes in the newest sample, or a late one inside the window, and lets go of what is a window old. */
        private void slide(History history, long position, long opens) {
            sliding.add(history.value(position));
            while (history.micros(oldest) <= opens) {
                oldest++;
                sliding.drop(history, oldest);
            }
        }

        /** Tells the window anew: the first time, and when it holds more samples than history keeps. */
        private void recount(History history, long opens) {
            oldest = history.firstAfter(opens);
            sliding.clear();
            for (long p = oldest; p < history.end(); p++) {
                sliding.add(history.value(p));
            }
        }
    }

    @Override
    public RuleState initial() {
        return new State(aggregate.sliding(q));
    }

    @Override
    public RuleState recall(long[] words) {
        var state = new State(aggregate.sliding(q));
        if (words.length == 1) {
            state.grade = Grades.of(words[0]);
        }
        return state;
    }

    @Override
    public Duration lookback() {
        return window;
    }

    @Override
    public @Nullable Finding on(RuleState state, History history, long position) {
        var held = (State) state;
        long opens = history.newestMicros() - Micros.of(window);
        if (held.oldest < history.begin()) {
            held.recount(history, opens);
        } else if (history.micros(position) <= opens) {
            held.oldest++; // it stands before the window, whose samples moved on by one
            return null;
        } else {
            held.slide(history, position, opens);
        }
        int samples = (int) (history.end() - held.oldest);
        double value = held.sliding.value(samples);
        var limit = limits.weigh(value, held.grade);
        var grade = limit == null ? null : limit.grade();
        if (grade == held.grade || !isSure(Grades.word(grade) > Grades.word(held.grade), samples)) {
            return null;
        }
        held.grade = grade;
        return finding(limit, value, held, history);
    }

    /** Whether no sample that is missing could undo that the grade rises, or that it falls. */
    private boolean isSure(boolean rises, int samples) {
        boolean upward = limits.mildest().beyond().upward();
        return isComplete(samples)
                || switch (aggregate.bound()) {
                    case LOWER -> rises == upward;
                    case UPPER -> rises != upward;
                    case NONE -> samples >= share * expected(window, interval);
                };
    }

    private boolean isComplete(int samples) {
        return samples < History.BOUND && samples >= expected(window, interval);
    }

    private static long expected(Duration window, Duration interval) {
        return Micros.of(window) / Math.max(1, Micros.of(interval));
    }

    private Finding finding(@Nullable Limit limit, double value, State held, History history) {
        var at = Micros.instant(history.newestMicros());
        boolean complete = isComplete((int) (history.end() - held.oldest));
        var telling = new Telling(words, aggregate, q, window);
        if (limit == null) {
            return new Finding(
                    Finding.State.EASED, null, telling.eased(value, complete, limits.mildest()), at, List.of(at));
        }
        var evidence = evidence(limit, held, history);
        return new Finding(Finding.State.GRADED, limit.grade(), telling.graded(value, complete, limit), at, evidence);
    }

    /** From the sample on with which the window passed the limit; the newest one when the grade holds by its clear limit only. */
    private List<Instant> evidence(Limit limit, State held, History history) {
        var evidence = new ArrayList<Instant>();
        var sliding = aggregate.sliding(q);
        for (long p = held.oldest; p < history.end(); p++) {
            sliding.add(history.value(p));
            if (limit.reachedBy(sliding.value((int) (p - held.oldest) + 1))) {
                evidence.add(Micros.instant(history.micros(p)));
            }
        }
        return evidence.isEmpty() ? List.of(Micros.instant(history.newestMicros())) : evidence;
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
    public String sentence() {
        return new Telling(words, aggregate, q, window).sentence(limits);
    }

    @Override
    public String sentenceEn() {
        return new Telling(words, aggregate, q, window).sentenceEn(limits);
    }

    /** A mean or quantile needs a window that history can hold. */
    @Override
    public Optional<Rule> every(Duration interval) {
        boolean tooMany = aggregate.needsShare() && share * expected(window, interval) > History.BOUND;
        return tooMany || interval.compareTo(window) > 0
                ? Optional.empty()
                : Optional.of(new Window(words, limits, aggregate, q, window, share, interval));
    }
}
