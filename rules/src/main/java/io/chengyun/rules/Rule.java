package io.chengyun.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One way to judge a stream (研判规则): values in, values out, no clock, store or framework.
 *
 * <p>A rule is immutable and shared by all streams and threads; what it knows of one stream is in the {@link RuleState}
 * that it hands back. A state of another kind of rule is a mistake of the caller ({@link ClassCastException}).
 */
public sealed interface Rule permits Silence, Threshold, WindowSum {

    /** What it knows of a stream that never reported. */
    RuleState initial();

    /** Weighs one sample, in time order or late; a sample already held changes nothing. */
    Step on(RuleState state, Sample sample);

    /** When it must be asked again though nothing arrived; null when only a sample can change its mind. */
    default @Nullable Instant dueAt(RuleState state) {
        return null;
    }

    /** Weighs the passing of time; harmless when asked too early. */
    default Step onTime(RuleState state, Instant now) {
        return Step.silent(state);
    }

    /** The same rule for streams that report every {@code interval}; empty when it cannot judge such a stream. */
    Optional<Rule> every(Duration interval);

    Words words();

    /** The limits it holds values against, mild to grave; none for a rule that knows no grades. */
    default List<Limit> ladder() {
        return List.of();
    }

    /** What it watches for, as a person reads it, in Chinese. */
    String sentence();

    /** What it watches for, as a person reads it, in English. */
    String sentenceEn();
}
