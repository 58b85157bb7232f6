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
 * Grades a stream by its newest value (阈值): with a separate clear limit and a minimum duration a grade.
 *
 * <p>The duration is measured by the observations' own times. A gap longer than twice the interval starts it anew: what
 * was not observed was not beyond the limit. A late sample is ignored.
 */
public record Threshold(Words words, Limits limits, Duration interval) implements Rule {

    private static final State NOTHING = new State(null, null, List.of());

    public Threshold {
        if (interval.isNegative() || interval.isZero()) {
            throw new Malformed("interval", "must be longer than nothing");
        }
    }

    /**
     * @param newestAt time of the newest sample weighed; null before the first
     * @param grade the grade that holds; null while none does
     * @param runs since when values stay beyond which grade's limit, mild to grave
     */
    public record State(
            @Nullable Instant newestAt, @Nullable Grade grade, List<Run> runs) implements RuleState {
        public State {
            runs = List.copyOf(runs);
        }
    }

    /** Values beyond a grade's limit without a break. */
    public record Run(Grade grade, Instant since) {}

    @Override
    public RuleState initial() {
        return NOTHING;
    }

    @Override
    public Step on(RuleState state, Sample sample) {
        var held = (State) state;
        if (held.newestAt() != null && !sample.at().isAfter(held.newestAt())) {
            return Step.silent(held);
        }
        var runs = limits.mildest().reachedBy(sample.value()) ? runs(held, sample) : List.<Run>of();
        var limit = weigh(held.grade(), runs, sample);
        var grade = limit == null ? null : limit.grade();
        var next = new State(sample.at(), grade, runs);
        return grade == held.grade() ? Step.silent(next) : new Step(next, finding(limit, runs, sample));
    }

    private List<Run> runs(State held, Sample sample) {
        var runs = new ArrayList<Run>(limits.ladder().size());
        boolean gap = held.newestAt() == null
                || held.newestAt().plus(interval.multipliedBy(2)).isBefore(sample.at());
        for (var limit : limits.ladder()) {
            if (limit.reachedBy(sample.value())) {
                var since = gap ? null : since(held.runs(), limit.grade());
                runs.add(new Run(limit.grade(), since == null ? sample.at() : since));
            }
        }
        return runs;
    }

    private static @Nullable Instant since(List<Run> runs, Grade grade) {
        for (int i = 0; i < runs.size(); i++) {
            if (runs.get(i).grade() == grade) {
                return runs.get(i).since();
            }
        }
        return null;
    }

    /** The gravest grade whose run is long enough, or that was held before and is not yet cleared. */
    private @Nullable Limit weigh(@Nullable Grade held, List<Run> runs, Sample sample) {
        var ladder = limits.ladder();
        for (int i = ladder.size() - 1; i >= 0; i--) {
            var limit = ladder.get(i);
            boolean wasHeld = held != null && !limit.grade().graverThan(held);
            if ((wasHeld && limit.stillHeldBy(sample.value())) || isLongEnough(limit, runs, sample)) {
                return limit;
            }
        }
        return null;
    }

    private static boolean isLongEnough(Limit limit, List<Run> runs, Sample sample) {
        var since = since(runs, limit.grade());
        return since != null && !since.plus(limit.minimum()).isAfter(sample.at());
    }

    private Finding finding(@Nullable Limit limit, List<Run> runs, Sample sample) {
        if (limit == null) {
            return new Finding(Finding.State.EASED, null, easedReading(sample), sample.at(), List.of(sample.at()));
        }
        var since = since(runs, limit.grade());
        var evidence = since == null || since.equals(sample.at()) ? List.of(sample.at()) : List.of(since, sample.at());
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
    public List<Limit> ladder() {
        return limits.ladder();
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
