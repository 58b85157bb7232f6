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

    /** More samples than this are not remembered; a window so full counts as incomplete. */
    static final int BOUND = 1_440;

    private static final State NOTHING = new State(null, List.of());

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

    /** The samples of the window, oldest first, and the grade that holds; null while none does. */
    public record State(@Nullable Grade grade, List<Sample> samples) implements RuleState {
        public State {
            samples = List.copyOf(samples);
        }
    }

    @Override
    public RuleState initial() {
        return NOTHING;
    }

    @Override
    public Step on(RuleState state, Sample sample) {
        var held = (State) state;
        var samples = with(held.samples(), sample);
        if (samples == null) {
            return Step.silent(held);
        }
        double sum = sum(samples);
        var limit = weigh(held.grade(), sum, isComplete(samples));
        var grade = limit == null ? null : limit.grade();
        var next = new State(grade, samples);
        return grade == held.grade() ? Step.silent(next) : new Step(next, finding(limit, sum, samples));
    }

    /** The window's samples after one more; null when it is too old or already held. */
    private @Nullable List<Sample> with(List<Sample> samples, Sample sample) {
        int place = samples.size();
        while (place > 0 && sample.at().isBefore(samples.get(place - 1).at())) {
            place--;
        }
        boolean isNewest = place == samples.size();
        var newestAt = isNewest ? sample.at() : samples.get(samples.size() - 1).at();
        var opensAt = newestAt.minus(window);
        boolean isHeld = place > 0 && sample.at().equals(samples.get(place - 1).at());
        if (isHeld || !sample.at().isAfter(opensAt)) {
            return null;
        }
        return inserted(samples, place, sample, opensAt);
    }

    private static List<Sample> inserted(List<Sample> samples, int place, Sample sample, Instant opensAt) {
        int first = 0;
        while (first < samples.size() && !samples.get(first).at().isAfter(opensAt)) {
            first++;
        }
        var inserted = new ArrayList<Sample>(samples.size() - first + 1);
        for (int i = first; i < place; i++) {
            inserted.add(samples.get(i));
        }
        inserted.add(sample);
        for (int i = Math.max(first, place); i < samples.size(); i++) {
            inserted.add(samples.get(i));
        }
        return inserted.size() > BOUND ? inserted.subList(inserted.size() - BOUND, inserted.size()) : inserted;
    }

    /** Rounded to a millionth, so that 350 times 0.1 is 35 and not a little more. */
    private static double sum(List<Sample> samples) {
        double sum = 0;
        for (int i = 0; i < samples.size(); i++) {
            sum += samples.get(i).value();
        }
        return rounded(sum);
    }

    private static double rounded(double sum) {
        return Math.rint(sum * 1e6) / 1e6;
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
        double sum = 0;
        for (var sample : samples) {
            sum += sample.value();
            if (limit.reachedBy(rounded(sum))) {
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
