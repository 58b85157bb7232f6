package io.chengyun.platform.casework.inbox;

import io.chengyun.platform.casework.CaseCard;
import io.chengyun.platform.casework.CaseEvent;
import io.chengyun.platform.journal.Journal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads case files in the order of their deadlines, and who watches which. */
@Component
class InboxStore {

    /**
     * The lanes' heads, put into one order: no more rows are touched than are looked at. Where it begins is said once, and how
     * many are looked at stands in the text, for the database to see that reading in order is less than sorting.
     */
    private static final String LOOKED = """
            SELECT c.id, c.deadline_at
            FROM unnest(:keys::text[]) AS lane (key)
            CROSS JOIN LATERAL (
                SELECT f.id, f.deadline_at FROM %s
                WHERE %s AND %s
                  AND (f.deadline_at, f.id) > (:afterAt, :afterId) AND f.deadline_at < :until
                  %s
                ORDER BY f.deadline_at, f.id LIMIT %d) c
            """;

    private static final String PAGE = """
            WITH looked AS MATERIALIZED (%s ORDER BY c.deadline_at, c.id LIMIT %d),
            edge AS (
                SELECT count(*) AS looked, max(deadline_at) AS edge_at,
                       (array_agg(id ORDER BY deadline_at DESC, id DESC))[1] AS edge_id
                FROM looked)
            SELECT edge.*, found.* FROM edge LEFT JOIN LATERAL (
                SELECT f.id, f.deadline_at, %s AS event,
                       EXISTS (SELECT FROM casework.watched WHERE person = :me AND case_id = f.id) AS watched
                FROM looked JOIN casework.case_file f USING (id)
                WHERE %s
                ORDER BY f.deadline_at, f.id LIMIT :limit) found ON TRUE
            ORDER BY found.deadline_at, found.id
            """;

    private static final String FITS = """
            (:caseClass::text IS NULL OR f.case_class = :caseClass)
              AND (:ofTown::text IS NULL OR f.town = :ofTown)
              AND (:state::text IS NULL OR f.state = :state)
              AND (:source::text IS NULL OR f.source = :source)
              AND (:grade::text IS NULL OR f.grade = :grade)
              AND (:text::text IS NULL OR f.title ILIKE :text OR f.id = :id)
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    InboxStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * A row of the list, and where it stands in it.
     *
     * @param watched by whoever asks
     */
    record Row(CaseCard card, boolean watched, Instant deadlineAt) {}

    /**
     * What was found among the rows that were looked at.
     *
     * @param looked how many those were
     * @param edgeAt deadline of the last of them; null if there was none
     */
    record Found(
            List<Row> rows,
            int looked,
            @Nullable Instant edgeAt,
            @Nullable String edgeId) {}

    /**
     * Lets the database plan what this transaction asks by the values asked for: by none, it expects of each holder what they
     * have on average, and sorts tens of thousands of rows for the one who has the most.
     */
    void planByValue() {
        jdbc.sql("SELECT set_config('plan_cache_mode', 'force_custom_plan', true)")
                .query(String.class)
                .single();
    }

    /**
     * One row more than the limit says that there is more.
     *
     * @param look at most so many are looked at, whether they fit the filter or not
     */
    Found list(Reach reach, InboxQuery query, String me, int look) {
        var rows = new ArrayList<Row>();
        var edge = new Found[] {new Found(List.of(), 0, null, null)};
        asked(
                        PAGE.formatted(
                                looked(reach, look),
                                look,
                                Journal.words("f.words"),
                                query.filter().isEmpty() ? "TRUE" : FITS),
                        reach,
                        query.after())
                .params(query.filter().parameters())
                .param("me", me)
                .param("limit", query.limit() + 1)
                .query((row, number) -> read(row, rows, edge))
                .list();
        return new Found(List.copyOf(rows), edge[0].looked(), edge[0].edgeAt(), edge[0].edgeId());
    }

    private boolean read(ResultSet row, List<Row> rows, Found[] edge) throws SQLException {
        var edgeAt = row.getTimestamp("edge_at");
        edge[0] = new Found(
                List.of(), row.getInt("looked"), edgeAt == null ? null : edgeAt.toInstant(), row.getString("edge_id"));
        var event = row.getString("event");
        return event != null
                && rows.add(new Row(
                        CaseCard.of(CaseEvent.Kept.read(json, event)),
                        row.getBoolean("watched"),
                        row.getTimestamp("deadline_at").toInstant()));
    }

    /** How many there are, but no further than that. */
    int count(Reach reach, int most) {
        var sql = "SELECT count(*) FROM (" + looked(reach, most) + " LIMIT " + most + ") counted";
        return asked(sql, reach, null).query(Integer.class).single();
    }

    private static String looked(Reach reach, int look) {
        var lane = reach.lane();
        // a filter and no way in: of an organisation that has nothing in the town all of the town would be read
        var town = reach.town() == null ? "" : "AND (f.town = :town) IS TRUE";
        return LOOKED.formatted(lane.source(), lane.condition(), lane.column(), town, look);
    }

    private StatementSpec asked(String sql, Reach reach, @Nullable InboxCursor after) {
        var start = after == null || after.deadlineAt().isBefore(reach.from())
                ? new InboxCursor("", reach.from(), "")
                : after;
        var statement = jdbc.sql(sql)
                .param("keys", reach.lane().keys().toArray(String[]::new))
                .param("afterAt", Timestamp.from(start.deadlineAt()))
                .param("afterId", start.id())
                .param("until", Timestamp.from(reach.until()));
        return reach.town() == null ? statement : statement.param("town", reach.town());
    }

    int countWatched(String person) {
        return jdbc.sql("SELECT count(*) FROM casework.watched WHERE person = ?")
                .param(person)
                .query(Integer.class)
                .single();
    }

    boolean watches(String person, String caseId) {
        return jdbc.sql("SELECT count(*) FROM casework.watched WHERE person = ? AND case_id = ?")
                        .params(person, caseId)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Watching twice changes nothing. */
    void watch(String person, String caseId, Instant since) {
        jdbc.sql("INSERT INTO casework.watched (person, case_id, since) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
                .params(person, caseId, Timestamp.from(since))
                .update();
    }

    void unwatch(String person, String caseId) {
        jdbc.sql("DELETE FROM casework.watched WHERE person = ? AND case_id = ?")
                .params(person, caseId)
                .update();
    }
}
