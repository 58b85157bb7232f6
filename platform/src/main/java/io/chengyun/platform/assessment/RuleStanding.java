package io.chengyun.platform.assessment;

import org.jspecify.annotations.Nullable;

/**
 * How much a version of a rule may do (规则地位): warn, or only advise.
 *
 * @param advisory whether its signals raise no warning
 * @param tally the verdicts that set it back; null when none did
 */
public record RuleStanding(
        String scenario,
        String rule,
        int version,
        boolean advisory,
        @Nullable Tally tally) {

    /**
     * What people said of its newest signals (评判记录).
     *
     * @param confirmed how many they confirmed
     * @param judged how many they confirmed or called false
     * @param atMost upper end of the precision's 95 % interval
     * @param floor precision below which the rule may not warn
     */
    public record Tally(int confirmed, int judged, double atMost, double floor) {}
}
