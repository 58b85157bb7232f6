package io.chengyun.platform.sensing.detail;

import org.jspecify.annotations.Nullable;

/**
 * What an observation has beyond a number at a time (观测细节); times in microseconds since 1970.
 *
 * @param endMicros when the phenomenon ended, null if it was of a moment
 * @param result JSON of a result that is no number; the lean row has NaN then
 * @param resultMicros when the result came about
 * @param quality JSON
 * @param valid from when until when the result holds
 * @param parameters JSON object
 * @param feature number of the feature that was looked at; null = the one of the stream
 */
public record ObservationDetail(
        @Nullable Long endMicros,
        @Nullable String result,
        @Nullable Long resultMicros,
        @Nullable String quality,
        @Nullable Valid valid,
        @Nullable String parameters,
        @Nullable Long feature) {

    /** Nothing beyond the number. */
    public static final ObservationDetail NONE = new ObservationDetail(null, null, null, null, null, null, null);

    /** From when until when something holds. */
    public record Valid(long fromMicros, long toMicros) {}
}
