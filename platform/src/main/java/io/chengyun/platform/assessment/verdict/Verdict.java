package io.chengyun.platform.assessment.verdict;

import io.chengyun.kernel.AreaCode;
import io.chengyun.platform.assessment.Signal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a person makes of a signal (评判); one stands for each signal.
 *
 * @param signal id of the signal
 * @param origin the rule and version that gave it
 * @param town where its stream stands
 * @param seenAt when the danger was seen on the spot; null when nobody said
 * @param remarked whether there is a remark, which is kept with the signal and not told further
 * @param by staff id of who says so
 */
public record Verdict(
        String signal,
        Signal.Origin origin,
        AreaCode town,
        Said said,
        @Nullable Instant seenAt,
        boolean remarked,
        String by) {

    /** 属实、误报、重复. */
    public enum Said {
        /** 属实: the danger was there. */
        CONFIRMED,
        /** 误报: it was not. */
        FALSE,
        /** 重复: another signal had said so already; it counts for nothing. */
        DUPLICATE
    }
}
