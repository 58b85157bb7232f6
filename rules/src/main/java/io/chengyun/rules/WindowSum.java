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
 * Grades a stream by the sum of its values over (t − window, t], t being its newest sample's time (滑动累计).
 *
 * <p>A window with fewer samples than it should have is a lower bound: the grade may rise, never fall or ease, because a
 * gap is unknown and never zero. A late sample inside the window is inserted where it belongs and the sum weighed again.
 */
public record WindowSum(Words words, Limits limits, Duration window, Duration interval) implements Rule {

    public WindowSum {
        if (interval.isNegative() || interval.isZero()) {
            throw new Malformed("interval", "must be longer than nothing");
        }
        if (window.compareTo(interval) < 0) {
            throw new Malformed("window", "must not be shorter than the reporting interval " + interval);
        }
        for (var limit : limits.ladder()) {
            requireWeighable(limit);
        }
    }

    private static void requireWeighable(Limit limit) {
        if (!limit.beyond().upward()) {
            throw new Malformed("grades", "a sum is weighed upward: use over or atLeast");
        }
        if (!limit.minimum().isZero()) {
            throw new Malformed("minimum", "a sum has its window, not a minimum duration");
        }
    }

    /** What it knows. The sum is in millionths of the unit: whole numbers, so that 350 times 0.1 is exactly 35. */
    static final class State implements RuleState {

        private static final long UNKNOWN = -1;

        /** The grade that holds; null while none does. */
        private @Nullable Grade grade;
        /** Position of the window's oldest sample; unknown before the first sample is weighed. */
        private long oldest = UNKNOWN;

        private long millionths;

        @Nullable
        Grade grade() {
            return grade;
        }

        @Override
        public long[] words() {
            return new long[] {Grades.word(grade)};
        }
    }

    @Override
    public RuleState initial() {
        return new State();
    }

    @Override
    public RuleState recall(long[] words) {
        var state = new State();
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
            recount(held, history, opens);
        } else if (history.micros(position) <= opens) {
            held.oldest++; // it stands before the window, whose samples moved on by one
            return null;
        } else {
            held.millionths += millionths(history.value(position));
            slide(held, history, opens);
        }
        double sum = sum(held.millionths);
        var limit = weigh(held, sum, history);
        var grade = limit == null ? null : limit.grade();
        if (grade == held.grade) {
            return null;
        }
        held.grade = grade;
        return finding(limit, held, history);
    }

    /** Lets go of what is a window old. */
    private static void slide(State held, History history, long opens) {
        while (history.micros(held.oldest) <= opens) {
            held.millionths -= millionths(history.value(held.oldest));
            held.oldest++;
        }
    }

    /** Counts the window anew: the first time, and when it holds more samples than history keeps. */
    private static void recount(State held, History history, long opens) {
        held.oldest = history.firstAfter(opens);
        held.millionths = 0;
        for (long p = held.oldest; p < history.end(); p++) {
            held.millionths += millionths(history.value(p));
        }
    }

    private static long millionths(double value) {
        return Math.round(value * 1e6);
    }

    private static double sum(long millionths) {
        return millionths / 1e6;
    }

    private boolean isComplete(State held, History history) {
        long samples = history.end() - held.oldest;
        return samples < History.BOUND && samples >= Micros.of(window) / Micros.of(interval);
    }

    private @Nullable Limit weigh(State held, double sum, History history) {
        var weighed = limits.weigh(sum, held.grade);
        var holding = limits.find(held.grade);
        boolean falls = holding != null && (weighed == null || holding.grade().graverThan(weighed.grade()));
        return falls && !isComplete(held, history) ? holding : weighed;
    }

    private Finding finding(@Nullable Limit limit, State held, History history) {
        var at = Micros.instant(history.newestMicros());
        double sum = sum(held.millionths);
        boolean complete = isComplete(held, history);
        if (limit == null) {
            var reading = reading(sum, complete, "，已不超过 ", ", no longer beyond ", limits.mildest());
            return new Finding(Finding.State.EASED, null, reading, at, List.of(at));
        }
        var reading = reading(sum, complete, "，限值 ", ", limit ", limit);
        return new Finding(Finding.State.GRADED, limit.grade(), reading, at, evidence(limit, held, history));
    }

    private Finding.Reading reading(double sum, boolean complete, String says, String saysEn, Limit limit) {
        return new Finding.Reading(
                sum,
                words.unitEn(),
                Words.span(window) + (complete ? " " : "至少 ") + words.amount(sum) + says + words.amount(limit.value()),
                (complete ? "" : "At least ") + words.amountEn(sum) + " in " + Words.spanEn(window) + saysEn
                        + words.amountEn(limit.value()));
    }

    /** From the sample on at which the sum within this window passed the limit; the newest one when it holds by its clear limit only. */
    private static List<Instant> evidence(Limit limit, State held, History history) {
        var evidence = new ArrayList<Instant>();
        long millionths = 0;
        for (long p = held.oldest; p < history.end(); p++) {
            millionths += millionths(history.value(p));
            if (limit.reachedBy(sum(millionths))) {
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
        return Words.span(window) + "累计" + words.name() + "：" + limits.sentence(words);
    }

    @Override
    public String sentenceEn() {
        return words.headEn() + " in " + Words.spanEn(window) + ": " + limits.sentenceEn(words);
    }

    @Override
    public Optional<Rule> every(Duration interval) {
        boolean judgeable = interval.compareTo(window) <= 0;
        return judgeable ? Optional.of(new WindowSum(words, limits, window, interval)) : Optional.empty();
    }
}
