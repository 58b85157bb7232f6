package io.chengyun.platform.assessment.verdict;

import io.chengyun.kernel.Malformed;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A verdict (评判) as it is sent; everything may be missing until it is checked. */
public record VerdictBody(
        @Nullable String verdict,
        @Nullable Instant seenAt,
        @Nullable String remark) {

    /** The word, if it is one of ours. */
    public Word word() {
        var said = Arrays.stream(Verdict.Said.values())
                .filter(one -> one.name().equals(verdict))
                .findFirst()
                .orElseThrow(() -> new Malformed(
                        "verdict", "'" + verdict + "' must be one of " + Arrays.toString(Verdict.Said.values())));
        return new Word(said, seenAt, remark);
    }
}
