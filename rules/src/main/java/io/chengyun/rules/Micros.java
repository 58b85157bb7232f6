package io.chengyun.rules;

import java.time.Duration;
import java.time.Instant;

/** Times as microseconds since 1970 (微秒): what millions of samples a second are weighed in. */
public final class Micros {

    private static final long SECOND = 1_000_000;

    private Micros() {}

    public static long of(Instant at) {
        return Math.addExact(Math.multiplyExact(at.getEpochSecond(), SECOND), at.getNano() / 1_000);
    }

    public static long of(Duration span) {
        return Math.addExact(Math.multiplyExact(span.getSeconds(), SECOND), span.getNano() / 1_000);
    }

    public static Instant instant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, SECOND), Math.floorMod(micros, SECOND) * 1_000);
    }
}
