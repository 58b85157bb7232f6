package io.chengyun.platform.assessment.group;

import io.chengyun.platform.scenario.GroupSpec;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A rule over several streams as a person reads it (群体规则卡).
 *
 * @param danger null for a rule that flags
 * @param flag null for a rule that warns
 * @param over what the streams of a group share: town, grid, thing, or radius and how many metres
 */
public record GroupCard(
        String scenario,
        String id,
        int version,
        @Nullable String danger,
        @Nullable String flag,
        String over,
        String sentence,
        String sentenceEn) {

    /** The card of a rule of a scenario. */
    public static GroupCard of(String scenario, GroupSpec spec) {
        var flag = spec.flag();
        var over = spec.over();
        var kind = over.kind().name().toLowerCase(Locale.ROOT);
        return new GroupCard(
                scenario,
                spec.id(),
                spec.version(),
                spec.danger(),
                flag == null ? null : flag.key(),
                over.kind() == GroupSpec.Over.Kind.RADIUS ? kind + " " + over.metres() + " m" : kind,
                spec.rule().sentence(),
                spec.rule().sentenceEn());
    }
}
