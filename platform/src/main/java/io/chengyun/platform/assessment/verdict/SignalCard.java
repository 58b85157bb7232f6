package io.chengyun.platform.assessment.verdict;

import io.chengyun.platform.assessment.Signal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A signal and what people make of it (信号卡).
 *
 * @param givenAt when the house gave it
 * @param advisory whether its rule was advisory then, so that it raised no warning
 * @param verdict what stands; null while nobody said anything
 */
public record SignalCard(
        Signal signal,
        Instant givenAt,
        boolean advisory,
        @Nullable Standing verdict) {

    /**
     * The verdict that stands (现行评判).
     *
     * @param seenAt when the danger was seen on the spot; null when nobody said
     */
    public record Standing(
            Verdict.Said said,
            String by,
            Instant at,
            @Nullable Instant seenAt,
            @Nullable String remark) {}
}
