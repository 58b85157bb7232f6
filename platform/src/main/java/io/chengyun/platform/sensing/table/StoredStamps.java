package io.chengyun.platform.sensing.table;

import io.chengyun.platform.sensing.notation.PhenomenonTime;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The time of storing that each batch's rows carry (入库时刻): the clock's, but always later than the batch before, so that
 * "what was stored after X" is a whole number of batches, also when the clock stood still, went back, or the house was
 * started anew. For the one writer only.
 */
@Repository
public class StoredStamps {

    private final JdbcClient jdbc;
    private long newest = PhenomenonTime.INVALID;
    private boolean known;

    StoredStamps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The stamp of the next batch. */
    public Instant next(Instant now) {
        if (!known) {
            newest = Math.max(newest, stored());
            known = true;
        }
        newest = Math.max(PhenomenonTime.micros(now), newest + 1);
        return PhenomenonTime.instant(newest);
    }

    private long stored() {
        return jdbc.sql("select coalesce(max((extract(epoch from stored_at) * 1000000)::bigint), 0) from sensing.tally")
                .query(Long.class)
                .single();
    }
}
