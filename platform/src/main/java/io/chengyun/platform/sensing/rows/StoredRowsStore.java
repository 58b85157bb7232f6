package io.chengyun.platform.sensing.rows;

import io.chengyun.platform.sensing.SourceEvent.Digest;
import io.chengyun.platform.sensing.notation.PhenomenonTime;
import io.chengyun.proof.observation.BatchRows;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of a batch as they are stored now. */
@Repository
class StoredRowsStore {

    private static final String MICROS = "(extract(epoch from phenomenon_at) * 1000000)::bigint";

    private final JdbcClient jdbc;

    StoredRowsStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** When the observation was stored; nothing where there is none of this time. */
    Optional<Instant> storedAt(long stream, Instant at) {
        return jdbc.sql("""
                        select stored_at from sensing.observation where datastream_id = ? and phenomenon_at = ?
                        order by stored_at desc limit 1
                        """)
                .params(stream, Timestamp.from(at))
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .optional();
    }

    /** The rows that were stored at the time, between the first and the last of which the digest tells. */
    List<BatchRows.Row> list(Instant storedAt, Digest digest) {
        return jdbc.sql("select datastream_id, " + MICROS + """
                         as micros, result from sensing.observation
                        where stored_at = ? and phenomenon_at >= ? and phenomenon_at <= ?
                        order by datastream_id, phenomenon_at
                        """)
                .params(
                        Timestamp.from(storedAt),
                        Timestamp.from(Objects.requireNonNull(digest.firstAt(), "a batch with rows")),
                        Timestamp.from(Objects.requireNonNull(digest.lastAt(), "a batch with rows")))
                .query((row, number) ->
                        new BatchRows.Row(row.getLong(1), PhenomenonTime.instant(row.getLong(2)), row.getDouble(3)))
                .list();
    }
}
