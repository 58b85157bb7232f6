package io.chengyun.platform.assessment;

import io.chengyun.kernel.AreaCode;
import io.chengyun.kernel.Grade;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a rule says of one stream (信号): it reached a grade, eased below all grades, or fell silent.
 *
 * @param id new for each signal
 * @param origin the rule and version that says it, and of which danger
 * @param source the stream it speaks of, and where that stands
 * @param state whether the grade holds, has eased, or cannot be known
 * @param grade the grade reached; null unless {@code state} is GRADED
 * @param measure the value that decided, with unit and the sentence a person reads
 * @param at time of the newest observation behind it, or when silence was noticed
 * @param evidence times of the observations that made it, oldest first
 */
public record Signal(
        String id,
        Origin origin,
        Source source,
        State state,
        @Nullable Grade grade,
        Measure measure,
        Instant at,
        List<Instant> evidence) {

    public Signal {
        evidence = List.copyOf(evidence);
    }

    /** Whether the danger is there. */
    public enum State {
        /** A grade was reached or changed. */
        GRADED,
        /** 缓解: below every grade again. */
        EASED,
        /** 未知: the stream is silent; nothing can be said, least of all that all is well. */
        UNKNOWN
    }

    /** Rule id and version, and the danger (险情) that it watches, such as {@code rainstorm}. */
    public record Origin(String scenario, String rule, int version, String danger) {}

    /**
     * Datastream id, the thing's name, and the areas it stands in.
     *
     * @param scope the group of which the stream is the one that decided; null for a rule of one stream
     */
    public record Source(
            long stream,
            String thing,
            String property,
            AreaCode town,
            AreaCode grid,
            double lon,
            double lat,
            @Nullable Scope scope) {

        /** Whose voice this is: the group's, or the stream's. */
        public String speaker() {
            return scope == null ? "stream " + stream : scope.over() + " " + scope.code();
        }
    }

    /**
     * What a signal of several streams speaks of (范围).
     *
     * @param over what the streams share: town, grid, thing or radius
     * @param code of the town, grid or thing; number of the stream in the middle of a radius
     * @param streams those that decided, oldest report first
     */
    public record Scope(String over, String code, List<Long> streams) {

        public Scope {
            streams = List.copyOf(streams);
        }
    }

    /** The deciding value with its unit, and the sentence about it, such as "61.6 mm in 1 h, limit 35 mm". */
    public record Measure(double value, String unit, String sentence, String sentenceEn) {}
}
