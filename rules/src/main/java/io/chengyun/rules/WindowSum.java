package io.chengyun.rules;

import io.chengyun.kernel.Grade;
import io.chengyun.kernel.Malformed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
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

    /** More samples than this are not remembered; a window so full counts as incomplete. */
    static final int BOUND = 1_440;

    private static final State NOTHING = new State(null, 0, List.of());

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

    /**
     * What it remembers; as large as the window, so it is copied no more often than it must be.
     *
     * @param grade the grade that holds; null while none does
     * @param millionths the sum in millionths of the unit: whole numbers, which no order of adding can change and which
     *     make 350 times 0.1 exactly 35
     * @param samples the samples of the window, oldest first
     */
    public record State(@Nullable Grade grade, long millionths, List<Sample> samples) implements RuleState {
        public State {
            samples = Collections.unmodifiableList(samples);
        }
    }

    @Override
    public RuleState initial() {
        return NOTHING;
    }

    @Override
    public Step on(RuleState state, Sample sample) {
        var held = (State) state;
        var samples = held.samples();
        int place = place(samples, sample);
        var newestAt = place == samples.size()
                ? sample.at()
                : samples.get(samples.size() - 1).at();
        int first = firstAfter(samples, newestAt.minus(window));
        boolean isHeld = place > 0 && samples.get(place - 1).at().equals(sample.at());
        if (isHeld || place < first || !sample.at().isAfter(newestAt.minus(window))) {
            return Step.silent(held);
        }
        long millionths = held.millionths() + millionths(sample);
        for (int i = 0; i < first; i++) {
            millionths -= millionths(samples.get(i));
        }
        return weighed(held.grade(), millionths, with(samples, first, place, sample));
    }

    private Step weighed(@Nullable Grade held, long millionths, List<Sample> samples) {
        double sum = sum(millionths);
        var limit = weigh(held, sum, isComplete(samples));
        var grade = limit == null ? null : limit.grade();
        var next = new State(grade, millionths, samples);
        return grade == held ? Step.silent(next) : new Step(next, finding(limit, sum, samples));
    }

    /** Before which sample it belongs, behind one of the same time. */
    private static int place(List<Sample> samples, Sample sample) {
        int place = samples.size();
        while (place > 0 && sample.at().isBefore(samples.get(place - 1).at())) {
            place--;
        }
        return place;
    }

    /** The first sample to be remembered when one more comes. */
    private static int firstAfter(List<Sample> samples, Instant opensAt) {
        int first = Math.max(0, samples.size() + 1 - BOUND);
        while (first < samples.size() && !samples.get(first).at().isAfter(opensAt)) {
            first++;
        }
        return first;
    }

    private static List<Sample> with(List<Sample> samples, int first, int place, Sample sample) {
        var before = samples.toArray();
        var after = new Sample[before.length - first + 1];
        System.arraycopy(before, first, after, 0, place - first);
        after[place - first] = sample;
        System.arraycopy(before, place, after, place - first + 1, before.length - place);
        return Collections.unmodifiableList(Arrays.asList(after));
    }

    private static long millionths(Sample sample) {
        return Math.round(sample.value() * 1e6);
    }

    private static double sum(long millionths) {
        return millionths / 1e6;
    }

    private boolean isComplete(List<Sample> samples) {
        return samples.size() < BOUND && samples.size() >= window.toMillis() / interval.toMillis();
    }

    private @Nullable Limit weigh(@Nullable Grade held, double sum, boolean complete) {
        var weighed = limits.weigh(sum, held);
        var holding = limits.find(held);
        boolean falls = holding != null && (weighed == null || holding.grade().graverThan(weighed.grade()));
        return falls && !complete ? holding : weighed;
    }

    private Finding finding(@Nullable Limit limit, double sum, List<Sample> samples) {
        var at = samples.get(samples.size() - 1).at();
        if (limit == null) {
            var reading = reading(sum, samples, "，已不超过 ", ", no longer beyond ", limits.mildest());
            return new Finding(Finding.State.EASED, null, reading, at, List.of(at));
        }
        var reading = reading(sum, samples, "，限值 ", ", limit ", limit);
        return new Finding(Finding.State.GRADED, limit.grade(), reading, at, evidence(limit, samples));
    }

    private Finding.Reading reading(double sum, List<Sample> samples, String says, String saysEn, Limit limit) {
        boolean complete = isComplete(samples);
        return new Finding.Reading(
                sum,
                words.unitEn(),
                Words.span(window) + (complete ? " " : "至少 ") + words.amount(sum) + says + words.amount(limit.value()),
                (complete ? "" : "At least ") + words.amountEn(sum) + " in " + Words.spanEn(window) + saysEn
                        + words.amountEn(limit.value()));
    }

    /** From the sample on at which the sum within this window passed the limit; the newest one when it holds by its clear limit only. */
    private static List<Instant> evidence(Limit limit, List<Sample> samples) {
        var evidence = new ArrayList<Instant>();
        long millionths = 0;
        for (var sample : samples) {
            millionths += millionths(sample);
            if (limit.reachedBy(sum(millionths))) {
                evidence.add(sample.at());
            }
        }
        return evidence.isEmpty() ? List.of(samples.get(samples.size() - 1).at()) : evidence;
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
