package io.chengyun.platform.assessment;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.chengyun.rules.Limit;
import java.util.List;

/**
 * A rule as a person reads it (规则卡): which version, of what, with which limits.
 *
 * @param limits mild to grave; empty for a rule without grades
 * @param measures what they are limits of: only those of the value itself belong into a chart of values
 */
record RuleCard(
        String scenario,
        String id,
        int version,
        String danger,
        String property,
        List<Limit> limits,
        Measures measures,
        @JsonUnwrapped Says says) {

    /** What a rule holds against its limits (量度). */
    enum Measures {
        /** 观测值: the observation as it is. */
        VALUE,
        /** 导出量: something made of observations, such as a sum or a rate. */
        DERIVED
    }

    /** What it watches for, in words. */
    record Says(String sentence, String sentenceEn) {}

    static RuleCard of(AppliedRule applied) {
        var spec = applied.spec();
        var rule = applied.rule();
        return new RuleCard(
                applied.scenario(),
                spec.id(),
                spec.version(),
                applied.danger(),
                spec.property(),
                rule.ladder(),
                rule.limitsValues() ? Measures.VALUE : Measures.DERIVED,
                new Says(rule.sentence(), rule.sentenceEn()));
    }
}
