package io.chengyun.platform.sensing;

import io.chengyun.platform.sensing.notation.PhenomenonTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What streams observed before (既往观测), as it is stored: for whoever must know again what it knew before a restart. */
@Repository
public class PastObservations {

    /** Later than anything stored. */
    public static final Instant NO_END = Instant.parse("9999-12-31T00:00:00Z");

    private static final int ROWS_AT_ONCE = 5_000;

    private final JdbcClient jdbc;

    PastObservations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * How much of a stream's past is asked for.
     *
     * @param span how far back
     * @param from back from when; null = from its newest observation
     */
    public record Asked(
            long stream, Duration span, @Nullable Instant from) {}

    /** Takes one observation after the other. */
    public interface Reader {
        void read(long stream, long micros, double value, Instant storedAt);
    }

    /**
     * Reads what was stored before a time, stream by stream in the order asked, each in the order in which it was stored and
     * in one batch by time. Rows pass through; they are not held.
     */
    public void read(List<Asked> asked, Instant storedBefore, Reader reader) {
        if (asked.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        with asked as (
                            select asked.number, asked.stream,
                                   coalesce(asked.start, n.phenomenon_at) - asked.micros * interval '1 microsecond' as since
                            from unnest(?::bigint[], ?::bigint[], ?::timestamptz[])
                                 with ordinality as asked (stream, micros, start, number)
                            left join sensing.latest n on n.datastream_id = asked.stream)
                        select o.datastream_id, (extract(epoch from o.phenomenon_at) * 1000000)::bigint as micros,
                               o.result, o.stored_at
                        from asked
                        join sensing.observation o on o.datastream_id = asked.stream and o.phenomenon_at > asked.since
                        where o.stored_at < ? and o.result <> 'NaN'
                          and o.phenomenon_at > (select min(since) from asked)
                        order by asked.number, o.stored_at, o.phenomenon_at
                        """)
                .withFetchSize(ROWS_AT_ONCE)
                .params(
                        asked.stream().mapToLong(Asked::stream).toArray(),
                        asked.stream()
                                .mapToLong(one -> one.span().toNanos() / 1_000)
                                .toArray(),
                        asked.stream()
                                .map(one -> one.from() == null ? null : Timestamp.from(one.from()))
                                .toArray(Timestamp[]::new),
                        Timestamp.from(storedBefore))
                .query((RowCallbackHandler) row -> pass(row, reader));
    }

    /** What a stream observed after a time until another, oldest first, the newest {@code most} of it. */
    public List<StoredBatch.Reading> list(long stream, Instant after, Instant until, int most) {
        return jdbc.sql("""
                        select phenomenon_at, result from (
                            select phenomenon_at, result from sensing.observation
                            where datastream_id = ? and phenomenon_at > ? and phenomenon_at <= ? and result <> 'NaN'
                            order by phenomenon_at desc limit ?) newest
                        order by phenomenon_at
                        """)
                .params(stream, Timestamp.from(after), Timestamp.from(until), most)
                .query((row, number) -> new StoredBatch.Reading(
                        row.getTimestamp("phenomenon_at").toInstant(), row.getDouble("result")))
                .list();
    }

    /** What a stream observed at these times, oldest first. */
    public List<StoredBatch.Reading> listAt(long stream, List<Instant> times) {
        return jdbc.sql("""
                        select phenomenon_at, result from sensing.observation
                        where datastream_id = ? and phenomenon_at = any(?) and result <> 'NaN'
                          and phenomenon_at between ? and ?
                        order by phenomenon_at
                        """)
                .params(
                        stream,
                        times.stream().map(Timestamp::from).toArray(Timestamp[]::new),
                        Timestamp.from(times.get(0)),
                        Timestamp.from(times.get(times.size() - 1)))
                .query((row, number) -> new StoredBatch.Reading(
                        row.getTimestamp("phenomenon_at").toInstant(), row.getDouble("result")))
                .list();
    }

    /**
     * Reads what streams observed from a time until before another, stream by stream, each by time; to be called in a
     * transaction, so that rows pass through and are not held. A reader that throws ends it.
     *
     * @param most no more rows than this are read
     */
    public void read(List<Long> streams, Instant from, Instant until, long most, Reader reader) {
        read("datastream_id, phenomenon_at", streams, new Span(from, until, most), reader);
    }

    /** The same of all streams together, by time and of one moment by stream. */
    public void readByTime(List<Long> streams, Instant from, Instant until, long most, Reader reader) {
        read("phenomenon_at, datastream_id", streams, new Span(from, until, most), reader);
    }

    private record Span(Instant from, Instant until, long most) {}

    private void read(String order, List<Long> streams, Span span, Reader reader) {
        jdbc.sql("""
                        select datastream_id, (extract(epoch from phenomenon_at) * 1000000)::bigint, result, stored_at
                        from sensing.observation
                        where datastream_id = any(?) and phenomenon_at >= ? and phenomenon_at < ? and result <> 'NaN'
                        order by %s limit ?
                        """.formatted(order))
                .withFetchSize(ROWS_AT_ONCE)
                .params(
                        streams.toArray(Long[]::new),
                        Timestamp.from(span.from()),
                        Timestamp.from(span.until()),
                        span.most())
                .query((RowCallbackHandler) row -> pass(row, reader));
    }

    private static void pass(ResultSet row, Reader reader) throws SQLException {
        reader.read(
                row.getLong(1),
                row.getLong(2),
                row.getDouble(3),
                row.getTimestamp(4).toInstant());
    }

    /** The time of an observation as rules take it. */
    public static long micros(Instant at) {
        return PhenomenonTime.micros(at);
    }
}
