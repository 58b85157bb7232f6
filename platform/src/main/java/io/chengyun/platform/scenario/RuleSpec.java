package io.chengyun.platform.scenario;

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
 */
public record RuleSpec(
        String id,
        int version,
        @Nullable String danger,
        @Nullable Flag flag,
        String property,
        Rule rule) {

    public RuleSpec {
        if ((danger == null) == (flag == null)) {
            throw new IllegalArgumentException("rule '" + id + "' must have a danger or a flag");
        }
    }
}
