package io.chengyun.platform.assessment.verdict;

import io.chengyun.platform.scenario.RuleSpec;
import org.jspecify.annotations.Nullable;

/**
 * What a version of a rule was worth (规则评价).
 *
 * @param counts its alarms and what people said of them
 * @param precision confirmed / (confirmed + false); null while nothing was judged
 * @param lead null while nothing was confirmed
 * @param advisory whether it raises no warning
 * @param floor precision that it must keep; null for a version that is not in force, or has none
 */
public record RuleRecord(
        String scenario,
        String rule,
        int version,
        Counts counts,
        @Nullable Share precision,
        @Nullable Lead lead,
        boolean advisory,
        RuleSpec.@Nullable Floor floor) {

    /** How many signals said that there was danger, or that nothing could be known, and what people made of them. */
    public record Counts(int alarms, int confirmed, int wrong, int duplicates) {

        /** Of which nobody has said anything. */
        public int unjudged() {
            return alarms - confirmed - wrong - duplicates;
        }
    }

    /** A share of n, with Wilson's 95 % interval. */
    public record Share(double value, double atLeast, double atMost, int n) {

        static @Nullable Share of(Precision precision) {
            return precision.judged() == 0
                    ? null
                    : new Share(precision.value(), precision.atLeast(), precision.atMost(), precision.judged());
        }
    }

    /**
     * Lead time (提前量): from when a signal was given until the danger was seen on the spot, or, where nobody said when,
     * until a person first confirmed it; negative when it was seen before.
     *
     * @param n of so many confirmed signals
     */
    public record Lead(double medianSeconds, double lowerQuartileSeconds, double upperQuartileSeconds, int n) {}
}
