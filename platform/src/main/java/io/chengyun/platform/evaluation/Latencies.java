package io.chengyun.platform.evaluation;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How early a danger was met (四早), in seconds; null while that step has not happened or cannot be known.
 *
 * @param discover 早发现: first observation beyond the rule to the signal
 * @param warn 早预警: signal to the first receipt of the warning
 * @param judge 早研判: signal to the class confirmed, the case filed
 * @param act 早处置: signal to the first handler on it
 */
public record Latencies(
        @Nullable Long discover,
        @Nullable Long warn,
        @Nullable Long judge,
        @Nullable Long act) {

    /** The latencies of these moments. */
    static Latencies of(Moments moments) {
        var signal = moments.signalledAt();
        return new Latencies(
                between(moments.observedAt(), signal),
                between(signal, moments.receivedAt()),
                between(signal, moments.judgedAt()),
                between(signal, moments.actedAt()));
    }

    private static @Nullable Long between(@Nullable Instant from, @Nullable Instant to) {
        return from == null || to == null ? null : Duration.between(from, to).toSeconds();
    }

    /** The recorded moments of one case (时刻); null what has not happened. */
    record Moments(
            @Nullable Instant observedAt,
            @Nullable Instant signalledAt,
            @Nullable Instant receivedAt,
            @Nullable Instant judgedAt,
            @Nullable Instant actedAt) {}
}
