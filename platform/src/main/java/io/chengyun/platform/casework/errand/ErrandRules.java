package io.chengyun.platform.casework.errand;

import io.chengyun.platform.access.shift.OnDuty;
import io.chengyun.platform.place.Position;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides who goes to look (就近派核查规则): the nearest who is on shift and has no part in the case. Values in, values out. */
final class ErrandRules {

    private ErrandRules() {}

    /**
     * Somebody on shift, and where.
     *
     * @param seenAt when the person was there; null where it is the middle of the shift's area
     */
    record Candidate(
            OnDuty duty, Position position, @Nullable Instant seenAt) {}

    /** @param roundMetres distances are given in steps of so many */
    static Errand nearest(Target target, List<Candidate> onShift, int roundMetres) {
        var able = onShift.stream()
                .filter(one -> target.isFor(one.duty().person()))
                .toList();
        return able.stream()
                .min(Comparator.comparingDouble(
                                (Candidate one) -> one.position().metresTo(target.position()))
                        .thenComparing(one -> one.duty().person().id()))
                .map(one -> errand(one, target, able.size(), roundMetres))
                .orElse(Errand.NOBODY);
    }

    private static Errand errand(Candidate one, Target target, int onShift, int roundMetres) {
        long steps = Math.round(one.position().metresTo(target.position()) / roundMetres);
        var duty = one.duty();
        return new Errand(
                duty.person().id(), steps * roundMetres, one.seenAt(), duty.area(), duty.until(), onShift, null);
    }
}
