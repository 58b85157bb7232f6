package io.chengyun.platform.assessment;

import io.chengyun.rules.Limit;
import java.util.List;

/**
 * A rule as a person reads it (规则卡): which version, of what, with which limits.
 *
 * @param limits mild to grave; empty for a rule without grades
 */
record RuleCard(
        String scenario,
        String id,
        int version,
        String danger,
        String property,
        List<Limit> limits,
        String sentence,
        String sentenceEn) {

    static RuleCard of(AppliedRule applied) {
        var spec = applied.spec();
        return new RuleCard(
                applied.scenario(),
                spec.id(),
                spec.version(),
                applied.danger(),
                spec.property(),
                applied.rule().ladder(),
                applied.rule().sentence(),
                applied.rule().sentenceEn());
    }
}
