package io.chengyun.platform.sensing.account;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows that were not stored, and the counts of all (隔离区): received = stored + rejected for each source. */
@Repository
public class QuarantineStore {

    private final JdbcClient jdbc;

    QuarantineStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A row that is not stored.
     *
     * @param row its number in what the sender sent, from 1
     * @param raw what the sender wrote, or what we understood
     */
    public record Bad(String source, int row, long stream, String code, String raw) {}

    /** A bad row as it was kept. */
    public record Quarantined(Instant at, String batch, String source, int row, long stream, String code, String raw) {}

    /** Adds to the counts; its parameters are {@link #counts(Tally, Instant)}. */
    public static final String COUNT = """
            insert into sensing.tally as counted (source, code, rows, stored_at)
            select came.source, came.code, came.rows, came.stored_at::timestamptz
            from (select ? as stored_at, * from unnest(?::text[], ?::text[], ?::bigint[]) as cell (source, code, rows)) came
            on conflict (source, code) do update
               set rows = counted.rows + excluded.rows, stored_at = excluded.stored_at
            """;

    /**
     * What {@link #COUNT} is told of a batch.
     *
     * @param storedAt what its rows carry as the time of storing
     */
    public static List<Object> counts(Tally tally, Instant storedAt) {
        var cells = tally.cells();
        return List.of(
                storedAt.toString(),
                cells.stream().map(Tally.Cell::source).toArray(String[]::new),
                cells.stream().map(Tally.Cell::code).toArray(String[]::new),
                cells.stream().mapToLong(Tally.Cell::rows).toArray());
    }

    /** Adds what a batch brought to the counts. */
    public void count(Tally tally, Instant storedAt) {
        jdbc.sql(COUNT).params(counts(tally, storedAt)).update();
    }

    /** Keeps a batch's bad rows. */
    public void keep(String batchId, List<Bad> rows, Instant at) {
        if (rows.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into sensing.quarantine (at, batch, source, row_number, datastream_id, code, raw)
                        select ?, ?, bad.source, bad.row, bad.stream, bad.code, bad.raw
                        from unnest(?::text[], ?::integer[], ?::bigint[], ?::text[], ?::text[])
                             as bad (source, row, stream, code, raw)
                        """)
                .params(
                        Timestamp.from(at),
                        batchId,
                        rows.stream().map(Bad::source).toArray(String[]::new),
                        rows.stream().mapToInt(Bad::row).toArray(),
                        rows.stream().mapToLong(Bad::stream).toArray(),
                        rows.stream().map(Bad::code).toArray(String[]::new),
                        rows.stream().map(bad -> bad.raw().replace("\0", "")).toArray(String[]::new))
                .update();
    }

    /** Counts by source and code, the codes {@code received} and {@code stored} among them. */
    public Map<String, Map<String, Long>> counts() {
        var counts = new TreeMap<String, Map<String, Long>>();
        jdbc.sql("select source, code, rows from sensing.tally order by source, code")
                .query(row -> {
                    counts.computeIfAbsent(row.getString(1), source -> new TreeMap<>())
                            .put(row.getString(2), row.getLong(3));
                });
        return counts;
    }

    /** The newest quarantined rows. */
    public List<Quarantined> list(int limit) {
        return jdbc.sql("""
                        select at, batch, source, row_number, datastream_id, code, raw
                        from sensing.quarantine order by id desc limit ?
                        """)
                .param(limit)
                .query((row, n) -> new Quarantined(
                        row.getTimestamp(1).toInstant(),
                        row.getString(2),
                        row.getString(3),
                        row.getInt(4),
                        row.getLong(5),
                        row.getString(6),
                        row.getString(7)))
                .list();
    }
}
