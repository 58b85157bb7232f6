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
 *
 * <p>Silent: of what never reported.
 *
 * <p>State: three words. Source: watchdog timers, as control rooms know them; the numbers are the scenario's.
 *
 * @param intervals how many intervals of the stream it waits
 */
public record Silence(Words words, int intervals, Duration interval) implements Rule {

    public Silence {
        if (intervals < 1) {
            throw new Malformed("intervals", "must be 1 or more");
        }
        if (interval.isNegative() || interval.isZero()) {
            throw new Malformed("interval", "must be longer than nothing");
        }
    }

    /** What it knows: times in microseconds since 1970. */
    static final class State implements RuleState {

        private static final int LENGTH = 3;

        /** Time of the newest sample; {@link Long#MIN_VALUE} before the first. */
        private long newest = Long.MIN_VALUE;
        /** Whether silence was said and not yet ended. */
        private boolean silent;
        /** Whether a newer sample came since and waits to be weighed. */
        private boolean heard;

        private Instant newestAt() {
            return Micros.instant(newest);
        }

        @Override
        public long[] words() {
            return new long[] {newest, silent ? 1 : 0, heard ? 1 : 0};
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
            state.silent = words[1] == 1;
            state.heard = words[2] == 1;
        }
        return state;
    }

    @Override
    public Duration lookback() {
        return Duration.ZERO;
    }

    @Override
    public void learn(RuleState state, History history, long position) {
        var held = (State) state;
        held.newest = Math.max(held.newest, history.micros(position));
    }

    @Override
    public @Nullable Finding on(RuleState state, History history, long position) {
        var held = (State) state;
        long micros = history.micros(position);
        if (micros > held.newest) {
            held.newest = micros;
            held.heard = held.silent;
        }
        return null;
    }

    @Override
    public @Nullable Instant dueAt(RuleState state) {
        var held = (State) state;
        if (held.newest == Long.MIN_VALUE || (held.silent && !held.heard)) {
            return null;
        }
        return held.silent ? held.newestAt() : held.newestAt().plus(patience());
    }

    @Override
    public @Nullable Finding onTime(RuleState state, Instant now) {
        var held = (State) state;
        var dueAt = dueAt(held);
        if (dueAt == null || dueAt.isAfter(now)) {
            return null;
        }
        boolean wasSilent = held.silent;
        held.heard = false;
        held.silent = !held.newestAt().plus(patience()).isAfter(now);
        if (held.silent) {
            return wasSilent ? null : lost(held.newestAt(), now);
        }
        return back(held.newestAt(), now);
    }

    @Override
    public double score(RuleState state) {
        return ((State) state).silent ? 1 : 0;
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
