package io.chengyun.platform.assessment;

import io.chengyun.platform.scenario.RuleSpec;
import io.chengyun.rules.Rule;
import java.util.Objects;

/**
 * A scenario's rule at work on streams of one interval (在用规则).
 *
 * @param rule the spec's rule, for that interval
 */
record AppliedRule(String scenario, RuleSpec spec, Rule rule) {

    /**
     * Under which its states are kept: without the version, so that new numbers take over what was remembered, and with
     * the kind and the danger, because another kind remembers other things, and what was said of one danger was not said of
     * another.
     */
    String key() {
        return scenario + ":" + spec.id() + ":" + rule.getClass().getSimpleName() + ":" + spec.danger();
    }

    /** It speaking of a stream. */
    Voice voice(long stream) {
        return new Voice(stream, scenario, spec.id());
    }

    RuleStanding standing() {
        return new RuleStanding(scenario, spec.id(), spec.version(), false, null);
    }

    Signal.Origin origin() {
        return new Signal.Origin(scenario, spec.id(), spec.version(), danger());
    }

    /** How a flag names it. */
    String name() {
        return scenario + ":" + spec.id();
    }

    /** The danger it warns of; not to be asked of a rule that flags. */
    String danger() {
        return Objects.requireNonNull(spec.danger(), spec.id());
    }
}
