package io.chengyun.rules;

import io.chengyun.kernel.Grade;
import io.chengyun.kernel.Malformed;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Grades a stream by how much its value changed over a span (变率): rising with limits over, falling with limits under.
 *
 * <p>Silent: while no sample is at least half a span older than the newest, because a change over less says little. A
 * change over less than the span is scaled up to it. A late sample serves those after it and is not weighed itself.
 *
 * <p>State: one word. Source: rate-of-rise alarms of river gauges; the numbers are the scenario's.
 *
 * @param span over which the change is told
 */
public record Rate(Words words, Limits limits, Duration span, Duration interval) implements Rule {

    public Rate {
        if (interval.isNegative() || interval.isZero()) {
            throw new Malformed("interval", "must be longer than nothing");
        }
        if (span.compareTo(interval) < 0) {
            throw new Malformed("span", "must not be shorter than the reporting interval " + interval);
        }
        if (limits.ladder().stream().anyMatch(limit -> !limit.minimum().isZero())) {
            throw new Malformed("minimum", "a change has its span, not a minimum duration");
        }
    }

    static final class State implements RuleState {
        private @Nullable Grade grade;

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

    /** A microsecond more than the span, so that the sample a whole span old is still held. */
    @Override
    public Duration lookback() {
        return span.plusNanos(1_000);
    }

    @Override
    public @Nullable Finding on(RuleState state, History history, long position) {
        long from = history.firstAfter(history.newestMicros() - Micros.of(span) - 1);
        long elapsed = history.newestMicros() - history.micros(from);
        if (history.isLate(position) || elapsed == 0 || elapsed < Micros.of(span) / 2) {
            return null;
        }
        var held = (State) state;
        double change = (history.value(position) - history.value(from)) * Micros.of(span) / elapsed;
        var limit = limits.weigh(change, held.grade);
        var grade = limit == null ? null : limit.grade();
        if (grade == held.grade) {
            return null;
        }
        held.grade = grade;
        return finding(limit, change, List.of(history.sample(from), history.sample(position)));
    }

    private Finding finding(@Nullable Limit limit, double change, List<Sample> ends) {
        var at = ends.get(1).at();
        var shown = limit == null ? limits.mildest() : limit;
        var reading = new Finding.Reading(
                change,
                words.unitEn(),
                words.name() + " " + Words.span(span) + "变化 " + words.amount(change)
                        + (limit == null ? "，已回到限值以内 " : "，限值 ") + words.amount(shown.value()),
                words.headEn() + " changed by " + words.amountEn(change) + " in " + Words.spanEn(span)
                        + (limit == null ? ", back within limit " : ", limit ") + words.amountEn(shown.value()));
        return limit == null
                ? new Finding(Finding.State.EASED, null, reading, at, List.of(at))
                : new Finding(
                        Finding.State.GRADED,
                        limit.grade(),
                        reading,
                        at,
                        ends.stream().map(Sample::at).toList());
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
        return words.name() + " " + Words.span(span) + "变化：" + limits.sentence(words);
    }

    @Override
    public String sentenceEn() {
        return "Change of " + words.nameEn() + " in " + Words.spanEn(span) + ": " + limits.sentenceEn(words);
    }

    @Override
    public Optional<Rule> every(Duration interval) {
        boolean judgeable = interval.compareTo(span) <= 0;
        return judgeable ? Optional.of(new Rate(words, limits, span, interval)) : Optional.empty();
    }
}
