package io.chengyun.platform.sensing;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows that were not stored, and the counts of all (隔离区): received = stored + rejected for each source. */
@Repository
class QuarantineStore {

    private final JdbcClient jdbc;

    QuarantineStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A row that was not stored.
     *
     * @param row its number in what the sender sent, from 1
     * @param reason the code as a sentence
     * @param raw what the sender wrote, or what we understood
     */
    record Quarantined(
            Instant at, String batch, String source, int row, long stream, String code, String reason, String raw) {}

    /** Keeps a sender's rejected rows and adds what it sent to the counts. */
    void keep(String batchId, ObservationBatch batch, Receipt receipt, Instant at) {
        var counts = new TreeMap<String, Long>();
        counts.merge("received", (long) receipt.received(), Long::sum);
        counts.merge("stored", (long) receipt.stored(), Long::sum);
        receipt.rejected().forEach(one -> counts.merge(one.why().code(), 1L, Long::sum));
        jdbc.sql("""
                        insert into sensing.tally as standing (source, code, rows)
                        select ?, fresh.code, fresh.rows from unnest(?::text[], ?::bigint[]) as fresh (code, rows)
                        on conflict (source, code) do update set rows = standing.rows + excluded.rows
                        """)
                .params(
                        batch.source(),
                        counts.keySet().toArray(String[]::new),
                        counts.values().toArray(Long[]::new))
                .update();
        if (!receipt.rejected().isEmpty()) {
            keepRows(batchId, batch, receipt.rejected(), at);
        }
    }

    private void keepRows(String batchId, ObservationBatch batch, List<Receipt.Rejected> rejected, Instant at) {
        jdbc.sql("""
                        insert into sensing.quarantine (at, batch, source, row_number, datastream_id, code, raw)
                        select ?, ?, ?, bad.row, bad.stream, bad.code, bad.raw
                        from unnest(?::integer[], ?::bigint[], ?::text[], ?::text[]) as bad (row, stream, code, raw)
                        """)
                .params(
                        Timestamp.from(at),
                        batchId,
                        batch.source(),
                        rejected.stream().mapToInt(Receipt.Rejected::row).toArray(),
                        rejected.stream()
                                .mapToLong(one -> batch.stream(one.row() - 1))
                                .toArray(),
                        rejected.stream().map(one -> one.why().code()).toArray(String[]::new),
                        rejected.stream()
                                .map(one -> batch.raw(one.row() - 1).replace("\0", ""))
                                .toArray(String[]::new))
                .update();
    }

    /** Counts by source and code, the codes {@code received} and {@code stored} among them. */
    Map<String, Map<String, Long>> counts() {
        var counts = new TreeMap<String, Map<String, Long>>();
        jdbc.sql("select source, code, rows from sensing.tally order by source, code")
                .query(row -> {
                    counts.computeIfAbsent(row.getString(1), source -> new TreeMap<>())
                            .put(row.getString(2), row.getLong(3));
                });
        return counts;
    }

    /** The newest quarantined rows. */
    List<Quarantined> list(int limit) {
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
                        Reject.ofCode(row.getString(6)).why(),
                        row.getString(7)))
                .list();
    }
}
