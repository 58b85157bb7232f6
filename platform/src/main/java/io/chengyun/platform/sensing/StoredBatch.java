package io.chengyun.platform.sensing;

import io.chengyun.platform.sensing.notation.PhenomenonTime;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

    /** The id of the batch whose rows carry this time of storing: each batch has one of its own. */
    public static String id(Instant storedAt) {
        return "b-" + PhenomenonTime.micros(storedAt);
    }

    /** How many observations it holds. */
    public int size() {
        return series.stream().mapToInt(one -> one.readings().size()).sum();
    }

    /** New readings of one stream, at least one, oldest first; the first may be older than what was stored before. */
    public record Series(Datastream stream, List<Reading> readings) {}

    /**
     * What is stored of a stream became another (更正), as when a correction took an observation's place.
     *
     * @param touched times, oldest first and at least one, of which the observation is another now, or gone
     * @param newest the stream's newest observation where that is another now; null where it is not
     */
    public record Correction(
            Datastream stream,
            List<Instant> touched,
            @Nullable Reading newest) {

        public Correction {
            touched = List.copyOf(touched);
        }
    }

    /** One number at one time (读数), in its stream's unit; times are whole microseconds. */
    public record Reading(Instant at, double value) {}
}
