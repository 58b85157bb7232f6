package io.chengyun.rules.leak;

import io.chengyun.kernel.Malformed;

/**
 * How soon a night's surplus is believed (灵敏度): a one-sided cumulative sum (CUSUM) of deviations above the expected flow.
 *
 * @param slack deviations a night may lie above the expected flow without counting; half the smallest surplus to be found
 * @param decision sum of deviations at which a leak is said to be there
 * @param least smallest share of the expected flow that counts as one deviation: what the meters themselves may be off
 * @param learns nights it learns from before it says anything
 * @param settles nights it wants to see of a new level before it says anything more
 */
public record Vigilance(double slack, double decision, double least, int learns, int settles) {

    public Vigilance {
        if (!(slack >= 0) || !(decision > 0) || Double.isInfinite(slack + decision)) {
            throw new Malformed("decision", "must be a number above 0, and slack 0 or more");
        }
        if (!(least > 0 && least < 1)) {
            throw new Malformed("least", "must be a share above 0 and below 1");
        }
        if (learns < 2 * NightHours.weekdays() || learns > Ledger.KEPT) {
            throw new Malformed("learns", "must be 14 to " + Ledger.KEPT + " nights");
        }
        if (settles < 2 || settles > Zone.REFERENCE) {
            throw new Malformed("settles", "must be 2 to " + Zone.REFERENCE + " nights");
        }
    }
}
