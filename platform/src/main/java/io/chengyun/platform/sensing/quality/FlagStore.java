package io.chengyun.platform.sensing.quality;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The flags' table (标记库). */
@Repository
class FlagStore {

    private final JdbcClient jdbc;

    FlagStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether the stream got this flag on an observation after {@code since}. */
    boolean hasSince(long stream, Flag flag, Instant since) {
        return jdbc.sql("""
                        select exists (select from sensing.flag
                                       where datastream_id = ? and phenomenon_at > ? and flag = ?)
                        """)
                .params(stream, Timestamp.from(since), flag.code())
                .query(Boolean.class)
                .single();
    }

    /** Flags observations of a stream; one that has the flag keeps it as it is. */
    void add(long stream, List<Instant> observed, Flag flag, String rule, Instant at) {
        jdbc.sql("""
                        insert into sensing.flag (datastream_id, phenomenon_at, flag, rule, at)
                        select ?, observed, ?, ?, ? from unnest(?::timestamptz[]) as observed
                        on conflict do nothing
                        """)
                .params(
                        stream,
                        flag.code(),
                        rule,
                        Timestamp.from(at),
                        observed.stream().map(Timestamp::from).toArray(Timestamp[]::new))
                .update();
    }

    List<QualityFlags.Flagging> list(long stream, Instant from, Instant until, int limit) {
        return jdbc.sql("""
                        select phenomenon_at, flag, rule, at from sensing.flag
                        where datastream_id = ? and phenomenon_at >= ? and phenomenon_at < ?
                        order by phenomenon_at, flag limit ?
                        """)
                .params(stream, Timestamp.from(from), Timestamp.from(until), limit)
                .query((row, number) -> new QualityFlags.Flagging(
                        row.getTimestamp(1).toInstant(),
                        row.getString(2),
                        row.getString(3),
                        row.getTimestamp(4).toInstant()))
                .list();
    }
}
