package io.chengyun.platform.sensing.retention;

import java.time.Instant;
import java.util.List;

/**
 * What a stream observed over a time (观测序列), in as many points as fit on a chart.
 *
 * @param from the first moment that was asked for
 * @param to the moment before which it ends
 * @param points oldest first; a gap has none
 */
record Series(
        long stream,
        String property,
        String unit,
        Instant from,
        Instant to,
        Resolution resolution,
        List<Point> points) {

    Series {
        points = List.copyOf(points);
    }

    /**
     * One observation, or several as one (序列点).
     *
     * @param at when it was observed; of several, when their bucket begins
     * @param value the observation, or the mean of several: value × count is their sum
     */
    record Point(Instant at, double value, double min, double max, long count) {}
}
