package io.chengyun.rules;

import java.time.Instant;

/**
 * One believable value of a stream (样本).
 *
 * @param micros when it was observed, not when it arrived, in microseconds since 1970
 * @param value in the unit of the rule's words; never NaN or infinite, the door rejects those
 */
public record Sample(long micros, double value) {

    public Sample(Instant at, double value) {
        this(Micros.of(at), value);
    }

    public Instant at() {
        return Micros.instant(micros);
    }
}
