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
 */
public record Errand(
        @Nullable String person,
        @Nullable Long metres,
        @Nullable Instant seenAt,
        @Nullable AreaCode area,
        @Nullable Instant until,
        int onShift) {

    static final Errand NOBODY = new Errand(null, null, null, null, null, 0);
}
