package io.chengyun.platform.assessment.group;

import io.chengyun.platform.scenario.GroupSpec;
import io.chengyun.rules.group.Report;

/** A scenario's rule over several streams at work (在用群体规则). */
public record AppliedGroup(String scenario, GroupSpec spec) {

    /**
     * Under which its memory is kept: without the version, so that new numbers take over what was remembered, and with the
     * danger, because what was said of one was not said of another.
     */
    String key() {
        return name() + ":" + spec.rule().getClass().getSimpleName() + ":"
                + spec.over().kind() + ":" + spec.danger();
    }

    /** How a flag names it. */
    public String name() {
        return scenario + ":" + spec.id();
    }

    boolean hearsValuesOf(String property) {
        return spec.rule().topics().contains(property);
    }

    boolean hears(String ofScenario, String rule) {
        return scenario.equals(ofScenario) && spec.rule().topics().contains(Report.signal(rule));
    }
}
