package io.chengyun.platform.sensing;

import io.chengyun.platform.place.ObservedProperty;

/**
 * A stream with what a new row is held against (已知数据流).
 *
 * @param newestMicros time of its newest observation; {@link Long#MIN_VALUE} before the first
 * @param newestValue that observation's value; NaN before the first
 */
record KnownStream(Datastream stream, ObservedProperty property, long newestMicros, double newestValue) {

    static KnownStream fresh(Datastream stream, ObservedProperty property) {
        return new KnownStream(stream, property, Long.MIN_VALUE, Double.NaN);
    }

    KnownStream withNewest(long micros, double value) {
        return micros > newestMicros ? new KnownStream(stream, property, micros, value) : this;
    }

    boolean silent() {
        return newestMicros == Long.MIN_VALUE;
    }
}
