package io.chengyun.rules;

import io.chengyun.kernel.Malformed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says UNKNOWN of a stream whose newest observation is older than so many intervals (失联), and that it is back.
 *
 * <p>Only time ends a silence, as only time begins it: a gateway that sends its old buffer after an outage brings
 * nothing fresh, so a sample asks to be weighed at once and counts only if it is fresh then. A stream that never
 * reported cannot fall silent.
 */
public record Silence(Words words, int intervals, Duration interval) implements Rule {

    private static final State NOTHING = new State(null, false, false);

    public Silence {
        if (intervals < 1) {
            throw new Malformed("intervals", "must be 1 or more");
        }
        if (interval.isNegative() || interval.isZero()) {
            throw new Malformed("interval", "must be longer than nothing");
        }
    }

    /**
     * @param newestAt time of the newest sample; null before the first
     * @param silent whether silence was said and not yet ended
     * @param heard whether a newer sample came since and waits to be weighed
     */
    public record State(@Nullable Instant newestAt, boolean silent, boolean heard) implements RuleState {}

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
        return Step.silent(new State(sample.at(), held.silent(), held.silent()));
    }

    @Override
    public @Nullable Instant dueAt(RuleState state) {
        var held = (State) state;
        if (held.newestAt() == null || (held.silent() && !held.heard())) {
            return null;
        }
        return held.silent() ? held.newestAt() : held.newestAt().plus(patience());
    }

    @Override
    public Step onTime(RuleState state, Instant now) {
        var held = (State) state;
        var newestAt = held.newestAt();
        var dueAt = dueAt(held);
        if (newestAt == null || dueAt == null || dueAt.isAfter(now)) {
            return Step.silent(held);
        }
        boolean stale = !newestAt.plus(patience()).isAfter(now);
        if (stale) {
            var next = new State(newestAt, true, false);
            return held.silent() ? Step.silent(next) : new Step(next, lost(newestAt, now));
        }
        return new Step(new State(newestAt, false, false), back(newestAt, now));
    }

    /** How long it waits for the next sample. */
    private Duration patience() {
        return interval.multipliedBy(intervals);
    }

    private Finding lost(Instant newestAt, Instant now) {
        var age = Duration.between(newestAt, now);
        var reading = new Finding.Reading(
                age.toMinutes(),
                "min",
                words.name() + "已 " + Words.span(age) + "没有数据，情况未知",
                "No " + words.nameEn() + " data for " + Words.spanEn(age) + ", state unknown");
        return new Finding(Finding.State.UNKNOWN, null, reading, now, List.of(newestAt));
    }

    private Finding back(Instant newestAt, Instant now) {
        var reading = new Finding.Reading(
                Duration.between(newestAt, now).toMinutes(),
                "min",
                words.name() + "数据恢复",
                words.headEn() + " data are back");
        return new Finding(Finding.State.EASED, null, reading, now, List.of(newestAt));
    }

    @Override
    public String sentence() {
        return words.name() + "：连续 " + intervals + " 个周期（" + Words.span(patience()) + "）没有数据即为未知";
    }

    @Override
    public String sentenceEn() {
        return words.headEn() + ": unknown after " + intervals + " intervals (" + Words.spanEn(patience())
                + ") without data";
    }

    @Override
    public Optional<Rule> every(Duration interval) {
        return Optional.of(new Silence(words, intervals, interval));
    }
}
