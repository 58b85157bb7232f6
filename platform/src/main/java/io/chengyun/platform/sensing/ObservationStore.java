package io.chengyun.platform.sensing;

import io.chengyun.platform.journal.Journal;
import io.chengyun.platform.sensing.StoredBatch.Reading;
import io.chengyun.platform.sensing.account.QuarantineStore;
import io.chengyun.platform.sensing.account.Tally;
import io.chengyun.platform.sensing.notation.PhenomenonTime;
import io.chengyun.platform.sensing.table.BinaryRows;
import io.chengyun.platform.sensing.table.Duplicates;
import io.chengyun.platform.sensing.table.Partitions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Observations, the newest of each stream, and what is written with them (观测库). One writer at a time. */
@Repository
class ObservationStore {

    private static final String COPY =
            "copy sensing.observation (datastream_id, phenomenon_at, result, stored_at) from stdin (format binary)";
    /** How far from its own time an observation may be put, where its stream keeps all of one time. */
    private static final long FARTHEST_MICROS = 1_000;
    /** How often the rows of one batch may push each other on. */
    private static final int ROUNDS = 100;

    /** So few rows go in one statement with all that belongs to them: each question to the database would be felt. */
    private static final int FEW = 64;

    /** Moves the newest of streams that is not newer yet. */
    private static final String NEWEST = """
            insert into sensing.latest as standing (datastream_id, phenomenon_at, result)
            select stream, at, value from fresh where newest
            on conflict (datastream_id) do update
               set phenomenon_at = excluded.phenomenon_at, result = excluded.result
             where standing.phenomenon_at <= excluded.phenomenon_at
            """;

    private static final String KEEP_NEWEST = """
            with fresh as (
                select stream, timestamptz 'epoch' + micros * interval '1 microsecond' as at, value, true as newest
                from unnest(?::bigint[], ?::bigint[], ?::double precision[]) as sent (stream, micros, value))
            """ + NEWEST;

    private static final String KEEP_FEW = """
            with fresh as (
                select stream, timestamptz 'epoch' + micros * interval '1 microsecond' as at, value, newest
                from unnest(?::bigint[], ?::bigint[], ?::double precision[], ?::boolean[])
                     as sent (stream, micros, value, newest)),
            kept as (
                insert into sensing.observation (datastream_id, phenomenon_at, result, stored_at)
                select stream, at, value, ?::timestamptz from fresh),
            counted as (""" + QuarantineStore.COUNT + "), moved as (" + NEWEST + "), ";

    private final JdbcTemplate template;
    private final JdbcClient jdbc;
    private final Partitions partitions;
    private final QuarantineStore counts;
    private final Journal journal;

    ObservationStore(
            JdbcTemplate template, JdbcClient jdbc, Partitions partitions, QuarantineStore counts, Journal journal) {
        this.template = template;
        this.jdbc = jdbc;
        this.partitions = partitions;
        this.counts = counts;
        this.journal = journal;
    }

    /** Finds which good rows are stored already, and settles them as their streams' policy says. */
    void settle(Sifted sifted) {
        var stored = listStored(sifted.batch(), sifted.suspects());
        sifted.rejectStored(sifted.under(Duplicates.FIRST, stored));
        sifted.correct(sifted.under(Duplicates.LAST, stored));
        var both = sifted.under(Duplicates.BOTH, stored);
        for (int round = 0; !both.isEmpty(); round++) {
            // Who got a free time may now stand where another of the batch stood, and push that one on.
            sifted.rejectStored(round < ROUNDS ? move(sifted.batch(), both) : both);
            sifted.reorder();
            both = sifted.under(Duplicates.BOTH, listStored(sifted.batch(), sifted.suspects()));
        }
    }

    /** Gives rows the next times that are free; gives those that found none. */
    private List<Integer> move(ObservationBatch batch, List<Integer> rows) {
        var lost = new ArrayList<Integer>();
        jdbc.sql("""
                        select asked.row, (extract(epoch from free.at) * 1000000)::bigint
                        from unnest(?::integer[], ?::bigint[], ?::bigint[]) as asked (row, stream, micros)
                        left join lateral (
                            select o.phenomenon_at + interval '1 microsecond' as at
                            from sensing.observation o
                            where o.datastream_id = asked.stream
                              and o.phenomenon_at >= timestamptz 'epoch' + asked.micros * interval '1 microsecond'
                              and o.phenomenon_at < timestamptz 'epoch' + (asked.micros + ?) * interval '1 microsecond'
                              and not exists (select from sensing.observation n
                                  where n.datastream_id = o.datastream_id
                                    and n.phenomenon_at = o.phenomenon_at + interval '1 microsecond')
                            order by o.phenomenon_at limit 1) free on true
                        """)
                .params(
                        rows.toArray(Integer[]::new),
                        rows.stream().mapToLong(batch::stream).toArray(),
                        rows.stream().mapToLong(batch::micros).toArray(),
                        FARTHEST_MICROS)
                .query(row -> {
                    long free = row.getLong(2);
                    if (row.wasNull()) {
                        lost.add(row.getInt(1));
                    } else {
                        batch.move(row.getInt(1), free);
                    }
                });
        return lost;
    }

    /** Which of these rows of the batch are stored already. */
    private List<Integer> listStored(ObservationBatch batch, int[] rows) {
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

    /** Writes the good rows, moves the newest of their streams, counts all and tells the journal, in the caller's transaction. */
    void keep(Sifted sifted, Tally tally, Instant at, SourceEvent.BatchStored news) {
        int rows = sifted.accepted();
        if (rows > 0) {
            partitions.prepare(sifted.months());
        }
        if (rows > 0 && rows <= FEW && sifted.corrections().length == 0) {
            keepFew(sifted, tally, at, news);
            return;
        }
        if (rows > 0) {
            template.execute((Connection connection) -> copy(connection, sifted, PhenomenonTime.micros(at)));
            sifted.changed(correct(sifted.batch(), sifted.corrections()));
            keepNewest(sifted);
        }
        counts.count(tally, at);
        journal.append(news);
    }

    private void keepFew(Sifted sifted, Tally tally, Instant at, SourceEvent.BatchStored news) {
        int rows = sifted.accepted();
        var streams = new long[rows];
        var micros = new long[rows];
        var values = new double[rows];
        var newest = new boolean[rows];
        int next = 0;
        for (var group : sifted.groups()) {
            for (int i = 0; i < group.size(); i++) {
                int row = group.row(i);
                streams[next] = group.known().stream().id();
                micros[next] = sifted.batch().micros(row);
                values[next] = sifted.batch().value(row);
                newest[next++] = i == group.size() - 1;
            }
        }
        var params = new ArrayList<@Nullable Object>(List.of(streams, micros, values, newest, at.toString()));
        params.addAll(QuarantineStore.counts(tally, at));
        journal.append(news);
        var page = journal.takePage();
        params.addAll(page.values());
        page.put(jdbc.sql(KEEP_FEW + page.sql() + Journal.Page.IDS)
                .params(params)
                .query(Long.class)
                .list());
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
                if (sifted.corrects(row)) {
                    continue;
                }
                rows.row(batch.stream(row), batch.micros(row), batch.value(row), storedMicros);
            }
        }
        if (rows.full()) {
            copy.writeToCopy(rows.bytes(), 0, rows.drain());
        }
        rows.end();
        copy.writeToCopy(rows.bytes(), 0, rows.drain());
    }

    /**
     * Writes the rows in the place of the stored; when these were stored stays as it was, so that they are no news.
     *
     * @return those that say something else than what stood there
     */
    private List<Integer> correct(ObservationBatch batch, int[] rows) {
        if (rows.length == 0) {
            return List.of();
        }
        var streams = Arrays.stream(rows).mapToLong(batch::stream).toArray();
        var times = Arrays.stream(rows).mapToLong(batch::micros).toArray();
        var changed = jdbc.sql("""
                        update sensing.observation o set result = fresh.value
                        from unnest(?::integer[], ?::bigint[], ?::bigint[], ?::double precision[])
                             as fresh (row, stream, micros, value)
                        where o.datastream_id = fresh.stream
                          and o.phenomenon_at = timestamptz 'epoch' + fresh.micros * interval '1 microsecond'
                          and o.result is distinct from fresh.value
                        returning fresh.row
                        """)
                .params(
                        rows,
                        streams,
                        times,
                        Arrays.stream(rows).mapToDouble(batch::value).toArray())
                .query(Integer.class)
                .list();
        jdbc.sql("""
                        delete from sensing.observation_detail d
                        using unnest(?::bigint[], ?::bigint[]) as fresh (stream, micros)
                        where d.datastream_id = fresh.stream
                          and d.phenomenon_at = timestamptz 'epoch' + fresh.micros * interval '1 microsecond'
                        """).params(streams, times).update();
        return changed;
    }

    /** The newest observation of a stream; null when there is none. */
    @Nullable
    Reading newest(long stream) {
        return jdbc.sql("select phenomenon_at, result from sensing.latest where datastream_id = ?")
                .param(stream)
                .query((row, number) ->
                        new Reading(row.getTimestamp("phenomenon_at").toInstant(), row.getDouble("result")))
                .optional()
                .orElse(null);
    }

    private void keepNewest(Sifted sifted) {
        var batch = sifted.batch();
        var newest = sifted.groups().stream()
                .mapToInt(group -> group.row(group.size() - 1))
                .toArray();
        jdbc.sql(KEEP_NEWEST)
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
