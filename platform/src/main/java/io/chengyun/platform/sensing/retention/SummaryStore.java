package io.chengyun.platform.sensing.retention;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Hours and days of streams (汇总库), and up to where they are made. */
@Repository
class SummaryStore {

    private static final String MERGE = """
            on conflict (datastream_id, at) do update
               set rows = standing.rows + excluded.rows,
                   lowest = least(standing.lowest, excluded.lowest),
                   highest = greatest(standing.highest, excluded.highest),
                   total = standing.total + excluded.total,
                   last_result = case when excluded.last_at > standing.last_at
                                      then excluded.last_result else standing.last_result end,
                   last_at = greatest(standing.last_at, excluded.last_at)
            """;
    private static final String HOURS = """
            select o.datastream_id, date_trunc('hour', o.phenomenon_at, 'UTC') as at, count(*) as rows,
                   min(o.result) as lowest, max(o.result) as highest, sum(o.result) as total,
                   (array_agg(o.result order by o.phenomenon_at desc))[1] as last_result,
                   max(o.phenomenon_at) as last_at
            """;
    private static final String COLUMNS = "(datastream_id, at, rows, lowest, highest, total, last_result, last_at)";

    private final JdbcClient jdbc;

    SummaryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An hour of a stream, by its beginning. */
    record Hour(long stream, Instant at) {}

    /** Up to which time of storing hours are made; whoever asks is alone until its transaction ends. */
    Optional<Instant> mark() {
        return jdbc.sql("select stored_at from sensing.summary_mark for update")
                .query((row, number) -> Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant))
                .single();
    }

    void mark(Instant storedAt) {
        jdbc.sql("update sensing.summary_mark set stored_at = ?")
                .param(Timestamp.from(storedAt))
                .update();
    }

    /** The time of storing of the newest batch; everything stored until then can be seen. */
    Optional<Instant> newestStored() {
        return jdbc.sql("select max(stored_at) from sensing.tally")
                .query((row, number) -> Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant))
                .single();
    }

    /** Adds what was stored after a time until another to its hours. */
    void addHours(Instant after, Instant until, ZoneId zone) {
        jdbc.sql("with fresh as (" + HOURS + """
                        from sensing.observation o join sensing.datastream d on d.id = o.datastream_id
                        where o.stored_at > :after and o.stored_at <= :until and o.result <> 'NaN'
                        group by 1, 2),
                        days as (
                            insert into sensing.summary_day
                            select distinct datastream_id, (at at time zone :zone)::date from fresh
                            on conflict do nothing)
                        insert into sensing.hourly as standing """ + COLUMNS + "\n" + """
                        select datastream_id, at, rows, lowest, highest, total, last_result, last_at from fresh
                        """ + MERGE)
                .param("after", Timestamp.from(after))
                .param("until", Timestamp.from(until))
                .param("zone", zone.getId())
                .update();
    }

    /** Hours of which something was changed or deleted, oldest first. */
    List<Hour> listDoubtful(int most) {
        return jdbc.sql("select datastream_id, at from sensing.summary_doubt order by at, datastream_id limit ?")
                .param(most)
                .query((row, number) ->
                        new Hour(row.getLong(1), row.getTimestamp(2).toInstant()))
                .list();
    }

    /** Nothing in doubt about these hours any more. */
    void settle(List<Hour> hours) {
        jdbc.sql("""
                        delete from sensing.summary_doubt d using unnest(?::bigint[], ?::timestamptz[]) as hour (stream, at)
                        where d.datastream_id = hour.stream and d.at = hour.at
                        """).params(streams(hours), times(hours)).update();
    }

    /** Makes hours, oldest first, anew from the single observations that were stored until a time. */
    void remake(List<Hour> hours, Instant until, ZoneId zone) {
        jdbc.sql("""
                        delete from sensing.hourly h using unnest(?::bigint[], ?::timestamptz[]) as hour (stream, at)
                        where h.datastream_id = hour.stream and h.at = hour.at
                        """).params(streams(hours), times(hours)).update();
        jdbc.sql("insert into sensing.hourly " + COLUMNS + " " + HOURS + """
                        from unnest(?::bigint[], ?::timestamptz[]) as hour (stream, at)
                        join sensing.datastream d on d.id = hour.stream
                        join sensing.observation o on o.datastream_id = hour.stream
                         and o.phenomenon_at >= hour.at and o.phenomenon_at < hour.at + interval '1 hour'
                        where o.stored_at <= ? and o.result <> 'NaN'
                          and o.phenomenon_at >= ? and o.phenomenon_at < ?
                        group by 1, 2
                        """)
                .params(
                        streams(hours),
                        times(hours),
                        Timestamp.from(until),
                        Timestamp.from(hours.get(0).at()),
                        Timestamp.from(hours.get(hours.size() - 1).at().plusSeconds(3_600)))
                .update();
        jdbc.sql("""
                        insert into sensing.summary_day
                        select distinct hour.stream, (hour.at at time zone ?)::date
                        from unnest(?::bigint[], ?::timestamptz[]) as hour (stream, at)
                        on conflict do nothing
                        """).params(zone.getId(), streams(hours), times(hours)).update();
    }

    /** Makes the days anew of which an hour changed. */
    void remakeDays(ZoneId zone) {
        jdbc.sql("""
                        delete from sensing.daily d using sensing.summary_day t
                        where d.datastream_id = t.datastream_id and d.day = t.day
                        """).update();
        jdbc.sql("""
                        insert into sensing.daily (datastream_id, day, rows, lowest, highest, total, last_result, last_at)
                        select t.datastream_id, t.day, sum(h.rows), min(h.lowest), max(h.highest), sum(h.total),
                               (array_agg(h.last_result order by h.at desc))[1], max(h.last_at)
                        from sensing.summary_day t
                        join sensing.hourly h on h.datastream_id = t.datastream_id
                         and h.at >= t.day::timestamp at time zone :zone
                         and h.at < (t.day + 1)::timestamp at time zone :zone
                        where h.at >= (select min(day) from sensing.summary_day)::timestamp at time zone :zone
                        group by 1, 2
                        """).param("zone", zone.getId()).update();
        jdbc.sql("delete from sensing.summary_day").update();
    }

    private static long[] streams(List<Hour> hours) {
        return hours.stream().mapToLong(Hour::stream).toArray();
    }

    private static Timestamp[] times(List<Hour> hours) {
        return hours.stream().map(hour -> Timestamp.from(hour.at())).toArray(Timestamp[]::new);
    }
}
