package io.chengyun.platform.sensing.retention;

import io.chengyun.platform.sensing.retention.Series.Point;
import io.chengyun.platform.sensing.retention.SeriesQuery.Asked;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.ZoneId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads series of one stream from the one table that their resolution stands in (序列库). */
@Repository
class SeriesStore {

    private static final String RAW = """
            select phenomenon_at as at, 1 as rows, result as lowest, result as highest, result as total
            from sensing.observation
            where datastream_id = :stream and phenomenon_at >= :from and phenomenon_at < :until and result <> 'NaN'
            """;
    private static final String HOURS = """
            select at, rows, lowest, highest, total from sensing.hourly
            where datastream_id = :stream and at >= date_trunc('hour', :from::timestamptz, 'UTC') and at < :until
            """;
    private static final String DAYS = """
            select day::timestamp at time zone :zone as at, rows, lowest, highest, total from sensing.daily
            where datastream_id = :stream and day >= (:from::timestamptz at time zone :zone)::date
              and day::timestamp at time zone :zone < :until
            """;

    private final JdbcClient jdbc;

    SeriesStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** At most as many points as asked for; where there is more, what falls into one bucket of time is one point. */
    List<Point> list(long stream, Asked asked, Resolution resolution, ZoneId zone) {
        var rows = rows(resolution);
        var points = statement(
                        "select at, total / rows as value, lowest, highest, rows from (" + rows
                                + ") kept order by at limit :most",
                        stream,
                        asked,
                        zone)
                .param("most", asked.points() + 1)
                .query(SeriesStore::point)
                .list();
        return points.size() <= asked.points() ? points : thinned(rows, stream, asked, zone);
    }

    private static String rows(Resolution resolution) {
        return switch (resolution) {
            case RAW -> RAW;
            case HOUR -> HOURS;
            case DAY -> DAYS;
        };
    }

    private List<Point> thinned(String rows, long stream, Asked asked, ZoneId zone) {
        return statement("""
                        select date_bin(:micros * interval '1 microsecond', greatest(at, :from), :from) as at,
                               sum(total) / sum(rows) as value, min(lowest) as lowest, max(highest) as highest,
                               sum(rows)::bigint as rows
                        from (""" + rows + ") kept group by 1 order by 1", stream, asked, zone)
                .param("micros", asked.bucketMicros())
                .query(SeriesStore::point)
                .list();
    }

    private JdbcClient.StatementSpec statement(String sql, long stream, Asked asked, ZoneId zone) {
        return jdbc.sql(sql)
                .param("stream", stream)
                .param("from", Timestamp.from(asked.span().from()))
                .param("until", Timestamp.from(asked.span().until()))
                .param("zone", zone.getId());
    }

    private static Point point(ResultSet row, int number) throws SQLException {
        return new Point(
                row.getTimestamp("at").toInstant(),
                row.getDouble("value"),
                row.getDouble("lowest"),
                row.getDouble("highest"),
                row.getLong("rows"));
    }
}
