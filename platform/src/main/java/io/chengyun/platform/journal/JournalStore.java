package io.chengyun.platform.journal;

import io.chengyun.kernel.DomainEvent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The journal's tables: the inbox of events without a number, and the entries. */
@Repository
class JournalStore {

    /** Any fixed number; whoever holds this lock in the database is the one sequencer. */
    private static final long SEQUENCER_LOCK = 7_310_112L;

    private final JdbcClient jdbc;
    private final CanonicalJson json;
    private final EventTypes types = EventTypes.scan("io.chengyun.platform");

    JournalStore(JdbcClient jdbc, JsonMapper mapper) {
        this.jdbc = jdbc;
        this.json = new CanonicalJson(mapper);
    }

    void put(DomainEvent event) {
        jdbc.sql("""
                        insert into journal.inbox (type, subject, at, payload) values (?, ?, ?, ?)
                        """)
                .params(
                        EventTypes.name(event.getClass()),
                        event.subject(),
                        Timestamp.from(event.at()),
                        json.write(event))
                .update();
    }

    /**
     * Whether this process may number entries now; holds until the transaction ends.
     *
     * <p>That transaction does not wait for the disk: the events in it were committed before, and if a crash undoes the
     * numbering they are numbered again. Whoever commits after having seen a number makes the number durable with it.
     */
    boolean mayNumber() {
        return jdbc.sql("""
                        select pg_try_advisory_xact_lock(?) and set_config('synchronous_commit', 'off', true) = 'off'
                        """).param(SEQUENCER_LOCK).query(Boolean.class).single();
    }

    /** Moves what is committed in the inbox behind the last entry, numbered without a gap. */
    List<Entry> number(int limit) {
        return jdbc.sql("""
                        with taken as (
                            delete from journal.inbox where id in (select id from journal.inbox order by id limit ?)
                            returning id, type, subject, at, payload),
                        given as (
                            insert into journal.entry (number, type, subject, at, payload)
                            select (select coalesce(max(number), 0) from journal.entry)
                                       + row_number() over (order by id), type, subject, at, payload
                            from taken
                            returning number, type, subject, at, payload)
                        select * from given order by number
                        """).param(limit).query(this::entry).list();
    }

    List<Entry> list(long after, int limit) {
        return jdbc.sql("""
                        select number, type, subject, at, payload from journal.entry
                        where number > ? order by number limit ?
                        """).params(after, limit).query(this::entry).list();
    }

    List<Entry> listAbout(String subject) {
        return jdbc.sql("""
                        select number, type, subject, at, payload from journal.entry
                        where subject = ? order by number
                        """).param(subject).query(this::entry).list();
    }

    long last() {
        return jdbc.sql("select coalesce(max(number), 0) from journal.entry")
                .query(Long.class)
                .single();
    }

    String[] names(Class<? extends DomainEvent> family) {
        return types.names(family);
    }

    private Entry entry(ResultSet row, int rowNumber) throws SQLException {
        var type = row.getString("type");
        var payload = row.getString("payload");
        Instant at = row.getTimestamp("at").toInstant();
        return new Entry(
                row.getLong("number"),
                type,
                row.getString("subject"),
                at,
                payload,
                json.read(payload, types.get(type)));
    }
}
