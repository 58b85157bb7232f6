package io.chengyun.platform.sensing.quality;

import io.chengyun.platform.sensing.quality.QualityFlags.Flagging;
import io.chengyun.platform.sensing.quality.QualityFlags.Observed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    void remove(long stream, List<Instant> observed, List<Flag> flags) {
        jdbc.sql("delete from sensing.flag where datastream_id = ? and phenomenon_at = any(?) and flag = any(?)")
                .params(
                        stream,
                        observed.stream().map(Timestamp::from).toArray(Timestamp[]::new),
                        flags.stream().map(Flag::code).toArray(String[]::new))
                .update();
    }

    List<Flagging> list(long stream, Instant from, Instant until, int limit) {
        return jdbc.sql("""
                        select phenomenon_at, flag, rule, at from sensing.flag
                        where datastream_id = ? and phenomenon_at >= ? and phenomenon_at < ?
                        order by phenomenon_at, flag limit ?
                        """)
                .params(stream, Timestamp.from(from), Timestamp.from(until), limit)
                .query((row, number) -> flagging(row))
                .list();
    }

    Map<Observed, List<Flagging>> listOf(Collection<Observed> observed) {
        var flags = new HashMap<Observed, List<Flagging>>();
        jdbc.sql("""
                        select f.phenomenon_at, f.flag, f.rule, f.at, f.datastream_id
                        from unnest(?::bigint[], ?::timestamptz[]) as asked (stream, observed)
                        join sensing.flag f on f.datastream_id = asked.stream and f.phenomenon_at = asked.observed
                        order by f.datastream_id, f.phenomenon_at, f.flag
                        """)
                .params(
                        observed.stream().map(Observed::stream).toArray(Long[]::new),
                        observed.stream()
                                .map(one -> Timestamp.from(one.phenomenonAt()))
                                .toArray(Timestamp[]::new))
                .query(row -> {
                    var flag = flagging(row);
                    flags.computeIfAbsent(new Observed(row.getLong(5), flag.phenomenonAt()), first -> new ArrayList<>())
                            .add(flag);
                });
        return flags;
    }

    private static Flagging flagging(ResultSet row) throws SQLException {
        return new Flagging(
                row.getTimestamp(1).toInstant(),
                row.getString(2),
                row.getString(3),
                row.getTimestamp(4).toInstant());
    }
}
