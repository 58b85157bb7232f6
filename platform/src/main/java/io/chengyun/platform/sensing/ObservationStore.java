package io.chengyun.platform.sensing;

import io.chengyun.platform.sensing.notation.PhenomenonTime;
import io.chengyun.platform.sensing.table.BinaryRows;
import io.chengyun.platform.sensing.table.Partitions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Observations and the newest of each stream (观测库). One writer at a time. */
@Repository
class ObservationStore {

    private static final String COPY =
            "copy sensing.observation (datastream_id, phenomenon_at, result, stored_at) from stdin (format binary)";

    /** So few rows go in one statement with the newest: two questions to the database less than a COPY asks. */
    private static final int FEW = 64;

    private final JdbcTemplate template;
    private final JdbcClient jdbc;
    private final Partitions partitions;

    ObservationStore(JdbcTemplate template, JdbcClient jdbc, Partitions partitions) {
        this.template = template;
        this.jdbc = jdbc;
        this.partitions = partitions;
    }

    /** Which of these rows of the batch are stored already. */
    List<Integer> listStored(ObservationBatch batch, int[] rows) {
        if (rows.length == 0) {
            return List.of();
        }
        var times = Arrays.stream(rows).mapToLong(batch::micros).toArray();
        return jdbc.sql("""
                        select asked.row
                        from unnest(?::integer[], ?::bigint[], ?::bigint[]) as asked (row, stream, micros)
                        join sensing.observation o
                          on o.datastream_id = asked.stream
                         and o.phenomenon_at = timestamptz 'epoch' + asked.micros * interval '1 microsecond'
                        where o.phenomenon_at between ?::timestamptz and ?::timestamptz
                        """)
                .params(
                        rows,
                        Arrays.stream(rows).mapToLong(batch::stream).toArray(),
                        times,
                        text(Arrays.stream(times).min().orElseThrow()),
                        text(Arrays.stream(times).max().orElseThrow()))
                .query(Integer.class)
                .list();
    }

    /** Writes the good rows and moves the newest of their streams, in the caller's transaction. */
    void keep(Sifted sifted, Instant at) {
        if (sifted.accepted() > 0) {
            partitions.prepare(sifted.months());
            if (sifted.accepted() <= FEW) {
                keepFew(sifted, at);
                return;
            }
            template.execute((Connection connection) -> copy(connection, sifted, PhenomenonTime.micros(at)));
            keepNewest(sifted);
        }
    }

    private void keepFew(Sifted sifted, Instant at) {
        var batch = sifted.batch();
        var rows = sifted.rows();
        jdbc.sql("""
                        with fresh as (
                            select stream, timestamptz 'epoch' + micros * interval '1 microsecond' as at, value
                            from unnest(?::bigint[], ?::bigint[], ?::double precision[]) as sent (stream, micros, value)),
                        kept as (
                            insert into sensing.observation (datastream_id, phenomenon_at, result, stored_at)
                            select stream, at, value, ?::timestamptz from fresh)
                        insert into sensing.latest as standing (datastream_id, phenomenon_at, result)
                        select distinct on (stream) stream, at, value from fresh order by stream, at desc
                        on conflict (datastream_id) do update
                           set phenomenon_at = excluded.phenomenon_at, result = excluded.result
                         where standing.phenomenon_at < excluded.phenomenon_at
                        """)
                .params(
                        Arrays.stream(rows).mapToLong(batch::stream).toArray(),
                        Arrays.stream(rows).mapToLong(batch::micros).toArray(),
                        Arrays.stream(rows).mapToDouble(batch::value).toArray(),
                        at.toString())
                .update();
    }

    private static Long copy(Connection connection, Sifted sifted, long storedMicros) throws SQLException {
        var copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
        try {
            write(copy, sifted, storedMicros);
            return copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private static void write(CopyIn copy, Sifted sifted, long storedMicros) throws SQLException {
        var rows = new BinaryRows();
        rows.begin();
        var batch = sifted.batch();
        for (var group : sifted.groups()) {
            for (int i = 0; i < group.size(); i++) {
                if (rows.full()) {
                    copy.writeToCopy(rows.bytes(), 0, rows.drain());
                }
                int row = group.row(i);
                rows.row(batch.stream(row), batch.micros(row), batch.value(row), storedMicros);
            }
        }
        if (rows.full()) {
            copy.writeToCopy(rows.bytes(), 0, rows.drain());
        }
        rows.end();
        copy.writeToCopy(rows.bytes(), 0, rows.drain());
    }

    private void keepNewest(Sifted sifted) {
        var batch = sifted.batch();
        var newest = sifted.groups().stream()
                .mapToInt(group -> group.row(group.size() - 1))
                .toArray();
        jdbc.sql("""
                        insert into sensing.latest as standing (datastream_id, phenomenon_at, result)
                        select fresh.stream, timestamptz 'epoch' + fresh.micros * interval '1 microsecond', fresh.value
                        from unnest(?::bigint[], ?::bigint[], ?::double precision[]) as fresh (stream, micros, value)
                        on conflict (datastream_id) do update
                           set phenomenon_at = excluded.phenomenon_at, result = excluded.result
                         where standing.phenomenon_at < excluded.phenomenon_at
                        """)
                .params(
                        Arrays.stream(newest).mapToLong(batch::stream).toArray(),
                        Arrays.stream(newest).mapToLong(batch::micros).toArray(),
                        Arrays.stream(newest).mapToDouble(batch::value).toArray())
                .update();
    }

    private static String text(long micros) {
        return PhenomenonTime.instant(micros).toString();
    }
}
