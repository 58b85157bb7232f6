package io.chengyun.rules;

import io.chengyun.kernel.Grade;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a rule has to say of a stream (判定): only when a grade changes, eases, or silence begins or ends.
 *
 * @param grade the grade that holds now; null unless {@code state} is GRADED
 * @param reading the deciding value and the sentence about it
 * @param at time of the newest observation, or when silence was noticed
 * @param evidence times of the observations that were beyond the limit, oldest first; the newest one when eased
 */
public record Finding(State state, @Nullable Grade grade, Reading reading, Instant at, List<Instant> evidence) {

    public Finding {
        evidence = List.copyOf(evidence);
    }

    /** Whether the danger is there. */
    public enum State {
        /** A grade was reached or changed. */
        GRADED,
        /** 缓解: below every grade again, or a silent stream reports again. */
        EASED,
        /** 未知: nothing can be said, least of all that all is well. */
        UNKNOWN
    }

    /** The deciding value with its unit, and the sentence a person reads, such as "61.6 mm in 1 h, limit 50 mm". */
    public record Reading(double value, String unit, String sentence, String sentenceEn) {}
}
