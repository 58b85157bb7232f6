package io.chengyun.platform.journal;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Compares tables of record with the journal (记录比对). It reads others' tables by the description they give of them, and only reads. */
@Component
public class RecordCheck {

    private final JdbcClient jdbc;
    private final JournalStore store;

    RecordCheck(JdbcClient jdbc, JournalStore store) {
        this.jdbc = jdbc;
        this.store = store;
    }

    /**
     * A row that does not say what its last event said (不符).
     *
     * @param column empty where the row is gone, or where nothing ever happened to it
     * @param number of the last entry about it; 0 where there is none
     */
    public record Mismatch(String table, String row, String column, long number) {}

    /**
     * The rows of the things of which the entries from {@code after + 1} to {@code through} tell the last, where they say something
     * else: whoever goes through all entries looks at each row once. A thing of which something is told that has no number yet may
     * say it already, and is left for later.
     */
    public List<Mismatch> changed(RecordTable kept, long after, long through) {
        var columns = kept.columns().entrySet().stream()
                .map(column -> "('%s', kept.%s is distinct from (%s))"
                        .formatted(column.getKey(), column.getKey(), column.getValue()))
                .sorted()
                .collect(Collectors.joining(", "));
        var sql = """
                with about as (
                    select distinct subject, %1$s as id from journal.line entry
                    where number > ? and number <= ? and type = any (?)),
                last as materialized ( -- each is read from its text once, not once for each column
                    select about.subject, about.id, entry.number, entry.words, told.said, told.said -> 'now' as now
                    from about cross join lateral (
                        select number, words, payload from journal.line entry
                        where subject = about.subject and type = any (?) and %1$s = about.id
                        order by number desc limit 1) entry
                    cross join lateral (select entry.payload::jsonb as said offset 0) told
                    where entry.number <= ?),
                wrong as materialized ( -- seldom anything: the inbox, full of rows that were taken from it, is read for these alone
                    select distinct last.subject, last.id, last.number, case when kept.id is null then '' else said.name end as name
                    from last left join %2$s kept on kept.id = last.id
                    cross join lateral (values %3$s) said (name, other)
                    where kept.id is null or said.other)
                select id, number, name from wrong
                where not exists (
                    select from journal.inbox where inbox.subject = wrong.subject and inbox.type = any (?))
                order by 1, 3
                """.formatted(kept.key().id(), kept.table(), columns);
        var types = store.names(kept.family());
        return jdbc.sql(sql)
                .params(after, through, types, types, through, types)
                .query((row, number) ->
                        new Mismatch(kept.table(), row.getString("id"), row.getString("name"), row.getLong("number")))
                .list();
    }

    /** The next rows behind the key, with those that no event ever told of. */
    public Strangers strangers(RecordTable kept, String after, int limit) {
        var sql = """
                with few as (select id, %s as subject from %s where id > ? order by id limit ?)
                select id, not exists (
                    select from journal.line entry
                    where entry.subject = few.subject and type = any (?) and %s = few.id) as stranger
                from few order by id
                """.formatted(kept.key().subject(), kept.table(), kept.key().id());
        var seen = jdbc.sql(sql)
                .params(after, limit, store.names(kept.family()))
                .query((row, number) -> new Seen(row.getString("id"), row.getBoolean("stranger")))
                .list();
        var last = seen.isEmpty() ? "" : seen.get(seen.size() - 1).id;
        return new Strangers(
                seen.size() < limit ? "" : last,
                seen.stream()
                        .filter(Seen::stranger)
                        .map(row -> new Mismatch(kept.table(), row.id, "", 0))
                        .toList());
    }

    /** Whether there is such a row of which no event ever told, not even one that has no number yet. */
    public boolean isStranger(RecordTable kept, String row) {
        var sql = """
                select count(*) = 1 and not bool_or(
                    exists (
                        select from journal.line entry
                        where entry.subject = kept.subject and type = any (?) and %s = kept.id)
                    or exists (
                        select from journal.inbox where inbox.subject = kept.subject and inbox.type = any (?)))
                from (select id, %s as subject from %s where id = ?) kept
                """.formatted(kept.key().id(), kept.key().subject(), kept.table());
        return jdbc.sql(sql)
                .params(store.names(kept.family()), store.names(kept.family()), row)
                .query(Boolean.class)
                .single();
    }

    private record Seen(String id, boolean stranger) {}

    /**
     * Rows that were put there by hand (来历不明).
     *
     * @param last key of the last row that was looked at; empty at the end of the table
     */
    public record Strangers(String last, List<Mismatch> rows) {}
}
