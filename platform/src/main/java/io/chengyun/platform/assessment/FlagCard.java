package io.chengyun.platform.assessment;

import java.util.Optional;

/**
 * A rule that doubts devices, as a person reads it (标记规则卡).
 *
 * @param flag what it says of observations, such as {@code stuck}
 */
record FlagCard(
        String scenario, String id, int version, String flag, String property, String sentence, String sentenceEn) {

    /** The card of a rule that flags; empty for one that warns. */
    static Optional<FlagCard> of(AppliedRule applied) {
        var spec = applied.spec();
        return Optional.ofNullable(spec.flag())
                .map(flag -> new FlagCard(
                        applied.scenario(),
                        spec.id(),
                        spec.version(),
                        flag.key(),
                        spec.property(),
                        applied.rule().sentence(),
                        applied.rule().sentenceEn()));
    }
}
