package io.chengyun.platform.casework.errand;

import io.chengyun.kernel.AreaCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who was asked to look at a case, before filing or after handling, and why (核查派单).
 *
 * @param person staff id of the nearest inspector on shift; null where nobody was and the area's post has it
 * @param metres how far away, rounded; null where nobody was on shift
 * @param seenAt when a photo last said where the person was; null where the middle of the shift's area stands for it
 * @param area of the shift; null where nobody was on shift
 * @param until when the shift ends; null where nobody was on shift
 * @param onShift how many inspectors were on shift who may look at it
 * @param askedBy staff id of who wants it looked at, or {@code house}, however often it is given anew; null where not written down
 */
public record Errand(
        @Nullable String person,
        @Nullable Long metres,
        @Nullable Instant seenAt,
        @Nullable AreaCode area,
        @Nullable Instant until,
        int onShift,
        @Nullable String askedBy) {

    static final Errand NOBODY = new Errand(null, null, null, null, null, 0, null);

    /** As this one wants it. */
    public Errand askedBy(@Nullable String asker) {
        return new Errand(person, metres, seenAt, area, until, onShift, asker);
    }

    /** 换班: whether the shift of whoever was asked is over. */
    public boolean overAt(Instant at) {
        return until != null && !until.isAfter(at);
    }
}
