package io.chengyun.platform.journal;

import io.chengyun.kernel.DomainEvent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.ArgumentPreparedStatementSetter;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.PreparedStatementCallback;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The journal's tables: the words of all events, the inbox of those without a number, and the entries. */
@Repository
class JournalStore {

    /** Any fixed number; whoever holds this lock in the database is the one sequencer. */
    private static final long SEQUENCER_LOCK = 7_310_112L;

    private static final String PUT = """
            told AS (
                SELECT nextval('journal.words_id_seq') AS id, said.*
                FROM unnest(?::text[], ?::text[], ?::timestamptz[], ?::text[], ?::text[])
                    WITH ORDINALITY AS said (type, subject, at, staff, payload, place)),
            worded AS (
                INSERT INTO journal.words (id, payload) SELECT id, payload FROM told),
            inboxed AS (
                INSERT INTO journal.inbox (id, type, subject, at, staff)
                SELECT id, type, subject, at, staff FROM told RETURNING id)
            """;

    private final JdbcClient jdbc;
    private final JdbcOperations messages;
    private final CanonicalJson json;
    private final EventTypes types = EventTypes.scan("io.chengyun.platform");

    /** By the family of events of which the journal keeps a table. */
    private final Map<Class<? extends DomainEvent>, String> rows;

    JournalStore(JdbcClient jdbc, JdbcOperations messages, JsonMapper mapper, List<RecordTable> tables) {
        this.jdbc = jdbc;
        this.messages = messages;
        this.json = new CanonicalJson(mapper);
        this.rows = tables.stream()
                .filter(RecordTable::kept)
                .collect(Collectors.toMap(RecordTable::family, table -> table.writing(types.names(table.family()))));
    }

    /** An event as it is written. */
    record Written(DomainEvent event, String payload) {

        String type() {
            return EventTypes.name(event.getClass());
        }

        Timestamp at() {
            return Timestamp.from(event.at());
        }
    }

    /** An event that got its number, by its id in the inbox. */
    record Numbered(long id, long number) {}

    Written write(DomainEvent event) {
        return new Written(event, json.write(event));
    }

    /** Reads events, puts them, and writes the rows that follow from them. */
    String sql(List<Written> events) {
        var sql = PUT;
        for (var kept : rows.entrySet()) {
            if (events.stream().anyMatch(one -> kept.getKey().isInstance(one.event))) {
                sql = sql + kept.getValue();
            }
        }
        return sql;
    }

    /** What takes the place of each {@code ?} where events are read. */
    static List<Object> values(List<Written> events) {
        return List.of(
                events.stream().map(Written::type).toArray(String[]::new),
                events.stream().map(one -> one.event.subject()).toArray(String[]::new),
                events.stream().map(Written::at).toArray(Timestamp[]::new),
                events.stream().map(one -> one.event.by()).toArray(String[]::new),
                events.stream().map(Written::payload).toArray(String[]::new));
    }

    /** Puts events into the inbox, in their order, in one question to the database; gives their ids there. */
    List<Long> put(Journal.Page events) {
        return jdbc.sql("WITH " + events.sql() + Journal.Page.IDS)
                .params(events.values())
                .query(Long.class)
                .list();
    }

    /** The same, and commits in the same message: the database need not be asked a second time. Nothing may be done after it. */
    List<Long> putAndCommit(Journal.Page events) {
        var sql = "WITH " + events.sql() + Journal.Page.IDS + ";COMMIT";
        return Objects.requireNonNull(messages.execute(sql, (PreparedStatementCallback<List<Long>>) message -> {
            new ArgumentPreparedStatementSetter(events.values().toArray()).setValues(message);
            message.execute();
            var ids = new ArrayList<Long>();
            try (var answer = message.getResultSet()) {
                while (answer.next()) {
                    ids.add(answer.getLong("id"));
                }
            }
            return ids;
        }));
    }

    /**
     * Whether this process may number entries now; holds until the transaction ends.
     *
     * <p>That transaction does not wait for the disk: the events in it were committed before, and if a crash undoes the
     * numbering they are numbered again. Whoever commits after having seen a number makes the number durable with it. And it
     * reads the inbox by its key: what was taken from it lies about until it is swept, and a scan, or a join, would look at all
     * of that.
     */
    boolean mayNumber() {
        return jdbc.sql("""
                        select pg_try_advisory_xact_lock(?) and set_config('synchronous_commit', 'off', true) = 'off'
                           and set_config('enable_seqscan', 'off', true) = 'off'
                        """).param(SEQUENCER_LOCK).query(Boolean.class).single();
    }

    /**
     * Moves what is committed in the inbox behind the last entry; gives their numbers in order. Those have no gap because nobody
     * else takes anything out of the inbox while {@link #mayNumber} holds.
     */
    List<Numbered> number(int limit) {
        return jdbc.sql("""
                        with taken as (
                            delete from journal.inbox
                            where id = any (array(select id from journal.inbox order by id limit ?)) returning inbox.*),
                        numbered as (
                            select (select coalesce(max(number), 0) from journal.entry) + row_number() over (order by id) as number,
                                   taken.*
                            from taken),
                        given as (
                            insert into journal.entry (number, words, type, subject, at, staff)
                            select number, id, type, subject, at, staff from numbered)
                        select id, number from numbered order by number
                        """)
                .param(limit)
                .query((row, place) -> new Numbered(row.getLong("id"), row.getLong("number")))
                .list();
    }

    /** What these entries tell, read back. */
    List<Told> read(List<Long> numbers) {
        return jdbc.sql("select number, type, payload from journal.line where number = any (?)")
                .param(numbers.toArray(Long[]::new))
                .query(this::told)
                .list();
    }

    List<Entry> list(long after, int limit) {
        return lines(after, limit).stream().map(this::entry).toList();
    }

    List<Entry> listAbout(String subject) {
        return linesAbout(subject).stream().map(this::entry).toList();
    }

    List<Journal.Line> lines(long after, int limit) {
        return jdbc.sql("""
                        select number, type, subject, at, staff, payload from journal.line
                        where number > ? order by number limit ?
                        """).params(after, limit).query(JournalStore::line).list();
    }

    List<Journal.Line> linesAbout(String subject) {
        return jdbc.sql("""
                        select number, type, subject, at, staff, payload from journal.line
                        where subject = ? order by number
                        """).param(subject).query(JournalStore::line).list();
    }

    long last() {
        return jdbc.sql("select coalesce(max(number), 0) from journal.entry")
                .query(Long.class)
                .single();
    }

    String[] names(Class<? extends DomainEvent> family) {
        return types.names(family);
    }

    /** What happened to one thing below a number, the newest first. */
    List<Told> toldAbout(String subject, long before, int limit) {
        return jdbc.sql("""
                        select number, type, payload from journal.line
                        where subject = ? and number < ? order by number desc limit ?
                        """).params(subject, before, limit).query(this::told).list();
    }

    private Told told(ResultSet row, int rowNumber) throws SQLException {
        return new Told(row.getLong("number"), json.read(row.getString("payload"), types.get(row.getString("type"))));
    }

    private static Journal.Line line(ResultSet row, int rowNumber) throws SQLException {
        return new Journal.Line(
                row.getLong("number"),
                row.getString("type"),
                row.getString("subject"),
                row.getTimestamp("at").toInstant(),
                row.getString("staff"),
                row.getString("payload"));
    }

    private Entry entry(Journal.Line line) {
        return new Entry(
                line.number(),
                line.type(),
                line.subject(),
                line.at(),
                line.payload(),
                json.read(line.payload(), types.get(line.type())));
    }
}
