package io.chengyun.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One way to judge a stream (研判规则): values in, values out, no clock, store or framework.
 *
 * <p>A rule is immutable and shared by all streams and threads. What it knows of one stream is that stream's
 * {@link History}, shared with the stream's other rules, and its own {@link RuleState}, which it changes in place. The same
 * samples in the same order make the same state and the same findings, always. A state of another kind of rule is a mistake
 * of the caller ({@link ClassCastException}).
 */
public interface Rule {

    /** What it knows of a stream that never reported. */
    RuleState initial();

    /** What it knew when it said these {@link RuleState#words}; words of another form count as none. */
    RuleState recall(long[] words);

    /** How far back it looks from the newest sample; zero if that alone will do. */
    Duration lookback();

    /**
     * Weighs the sample that was just taken in, the newest or a late one; what there is to say of it, if anything.
     *
     * @param position where the sample stands in the history
     */
    @Nullable
    Finding on(RuleState state, History history, long position);

    /** How far back it learns from when it is new on a stream that has a past; zero if it does not learn. */
    default Duration learnsFrom() {
        return Duration.ZERO;
    }

    /** Learns from a sample of the past and judges nothing, as when it is new on a stream that has one. */
    default void learn(RuleState state, History history, long position) {}

    /** When it must be asked again though nothing arrived; null when only a sample can change its mind. */
    default @Nullable Instant dueAt(RuleState state) {
        return null;
    }

    /** Weighs the passing of time; harmless when asked too early. */
    default @Nullable Finding onTime(RuleState state, Instant now) {
        return null;
    }

    /**
     * How unusual the newest sample was, 0 to 1; one half and more is beyond the limit. A rule that knows limits only says 1
     * while a grade or flag holds and 0 otherwise; one that learns says how far the sample is on the way, and 0 when it
     * brings nothing new.
     */
    double score(RuleState state);

    /**
     * Whether it can only say afterwards that an observation was wrong: then its finding is about the observations of its
     * evidence, not about the newest one alone.
     */
    default boolean hindsight() {
        return false;
    }

    /** The same rule for streams that report every {@code interval}; empty when it cannot judge such a stream. */
    Optional<Rule> every(Duration interval);

    Words words();

    /** The limits it holds values against, mild to grave; none for a rule that knows no grades. */
    default List<Limit> ladder() {
        return List.of();
    }

    /** Whether the {@link #ladder} holds limits of the observed value itself, and not of something made of it. */
    default boolean limitsValues() {
        return false;
    }

    /** What it watches for, as a person reads it, in Chinese. */
    String sentence();

    /** What it watches for, as a person reads it, in English. */
    String sentenceEn();
}
