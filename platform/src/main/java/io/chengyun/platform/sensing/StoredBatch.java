package io.chengyun.platform.sensing;

import java.time.Instant;
import java.util.List;

/**
 * Observations that are being stored together (观测批次): only new ones, no rejects and no duplicates.
 *
 * @param id the batch's id, also that of its digest in the journal
 * @param at the {@code stored_at} of its rows: when the house took it, and always later than the batch before
 * @param series what came, stream by stream, in order of stream id
 */
public record StoredBatch(String id, Instant at, List<Series> series) {

    public StoredBatch {
        series = List.copyOf(series);
    }

    /** How many observations it holds. */
    public int size() {
        return series.stream().mapToInt(one -> one.readings().size()).sum();
    }

    /** New readings of one stream, at least one, oldest first; the first may be older than what was stored before. */
    public record Series(Datastream stream, List<Reading> readings) {}

    /** One number at one time (读数), in its stream's unit; times are whole microseconds. */
    public record Reading(Instant at, double value) {}
}
