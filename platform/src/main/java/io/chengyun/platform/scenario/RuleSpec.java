package io.chengyun.platform.scenario;

import io.chengyun.kernel.Malformed;
import io.chengyun.rules.Flag;
import io.chengyun.rules.Rule;
import org.jspecify.annotations.Nullable;

/**
 * A rule as a scenario installs it (规则): it warns of a danger, or it flags the observations of a device.
 *
 * @param version raised with every change of a number, so that a signal names the numbers it was made by
 * @param danger the danger it watches, one of the scenario's warning policy; null for a rule that flags
 * @param flag what it says of observations; null for a rule that warns
 * @param property code of the observed property it weighs
 * @param rule what decides, for the property's usual interval; {@code rule.every(…)} for a stream with its own
 * @param floor precision it must keep to go on warning; null for none
 */
public record RuleSpec(
        String id,
        int version,
        @Nullable String danger,
        @Nullable Flag flag,
        String property,
        Rule rule,
        @Nullable Floor floor) {

    /**
     * Below which a rule becomes advisory (查准底线): when its precision is surely below {@code precision} over its newest
     * {@code atLeast} verdicts.
     */
    public record Floor(double precision, int atLeast) {

        public Floor {
            if (!(precision > 0 && precision < 1)) {
                throw new Malformed("precision", "must be more than 0 and less than 1");
            }
            if (atLeast < 1) {
                throw new Malformed("atLeast", "must be 1 or more");
            }
        }
    }

    public RuleSpec {
        if ((danger == null) == (flag == null)) {
            throw new IllegalArgumentException("rule '" + id + "' must have a danger or a flag");
        }
    }
}
