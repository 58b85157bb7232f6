package io.chengyun.platform.assessment.verdict;

import io.chengyun.kernel.Malformed;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says of a signal (评语).
 *
 * @param seenAt when the danger was seen on the spot; null when not known; only with CONFIRMED
 * @param remark for those who read the signal; null for none
 */
public record Word(
        Verdict.Said said,
        @Nullable Instant seenAt,
        @Nullable String remark) {

    private static final int LONGEST_REMARK = 1_000;

    public Word {
        if (seenAt != null && said != Verdict.Said.CONFIRMED) {
            throw new Malformed("seenAt", "leave it out: only a danger that was there can have been seen");
        }
        remark = remark == null || remark.isBlank() ? null : remark.strip();
        if (remark != null && remark.length() > LONGEST_REMARK) {
            throw new Malformed("remark", "must be no longer than " + LONGEST_REMARK + " characters");
        }
    }

    boolean is(SignalCard.@Nullable Standing standing) {
        return standing != null
                && said == standing.said()
                && Objects.equals(seenAt, standing.seenAt())
                && Objects.equals(remark, standing.remark());
    }
}
