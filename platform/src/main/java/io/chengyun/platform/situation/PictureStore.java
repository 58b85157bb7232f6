package io.chengyun.platform.situation;

import io.chengyun.kernel.AreaCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the picture (态势): each thing as it stood after its newest event, and how far the journal was read. */
@Component
class PictureStore {

    private static final String SAVE = """
            INSERT INTO situation.thing AS old (kind, id, number, town, ended, changed_at, body)
            SELECT * FROM unnest(
                ?::text[], ?::text[], ?::bigint[], ?::text[], ?::boolean[], ?::timestamptz[], ?::text[])
            ON CONFLICT (kind, id) DO UPDATE SET
                number = excluded.number, town = excluded.town, ended = excluded.ended,
                changed_at = excluded.changed_at, body = excluded.body
            WHERE old.number < excluded.number
            """;

    private final JdbcClient jdbc;

    PictureStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps the newest of each thing, and that the journal was read up to this number; an older number changes nothing. */
    void save(List<Change> changes, long number) {
        var newest = newestOfEach(changes);
        if (!newest.isEmpty()) {
            jdbc.sql(SAVE).params(values(newest)).update();
        }
        jdbc.sql("UPDATE situation.progress SET number = :number WHERE number < :number")
                .param("number", number)
                .update();
    }

    /** Up to which number the journal was read. */
    long seen() {
        return jdbc.sql("SELECT number FROM situation.progress")
                .query(Long.class)
                .single();
    }

    /** All of a kind that is going on, in the order of their newest events. */
    List<Change> listOpen(Change.Kind kind) {
        return jdbc.sql("SELECT * FROM situation.thing WHERE kind = :kind AND NOT ended ORDER BY number")
                .param("kind", kind.name())
                .query((row, number) -> change(row))
                .list();
    }

    /** All of a kind that ended after {@code since}, in the order of their newest events. */
    List<Change> listEnded(Change.Kind kind, Instant since) {
        return jdbc.sql("""
                        SELECT * FROM situation.thing
                        WHERE kind = :kind AND ended AND changed_at > :since
                        ORDER BY number
                        """)
                .param("kind", kind.name())
                .param("since", Timestamp.from(since))
                .query((row, number) -> change(row))
                .list();
    }

    /** All that changed after this number of the journal, in order. */
    List<Change> listAfter(long number) {
        return jdbc.sql("SELECT * FROM situation.thing WHERE number > :number ORDER BY number")
                .param("number", number)
                .query((row, at) -> change(row))
                .list();
    }

    private static Collection<Change> newestOfEach(List<Change> changes) {
        Map<String, Change> newest = new LinkedHashMap<>();
        changes.forEach(change -> newest.put(change.kind() + " " + change.id(), change));
        return newest.values();
    }

    private static List<Object> values(Collection<Change> changes) {
        return List.of(
                changes.stream().map(change -> change.kind().name()).toArray(String[]::new),
                changes.stream().map(Change::id).toArray(String[]::new),
                changes.stream().map(Change::number).toArray(Long[]::new),
                changes.stream().map(change -> change.town().value()).toArray(String[]::new),
                changes.stream().map(Change::ended).toArray(Boolean[]::new),
                changes.stream().map(change -> Timestamp.from(change.at())).toArray(Timestamp[]::new),
                changes.stream().map(Change::body).toArray(String[]::new));
    }

    private static Change change(ResultSet row) throws SQLException {
        return new Change(
                row.getLong("number"),
                Change.Kind.valueOf(row.getString("kind")),
                row.getString("id"),
                new AreaCode(row.getString("town")),
                row.getBoolean("ended"),
                row.getTimestamp("changed_at").toInstant(),
                row.getString("body"));
    }
}
