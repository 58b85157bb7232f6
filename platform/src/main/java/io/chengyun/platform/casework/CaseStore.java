package io.chengyun.platform.casework;

import io.chengyun.kernel.Refused;
import io.chengyun.platform.casework.CaseEvent.Act;
import io.chengyun.platform.casework.Casework.Line;
import io.chengyun.platform.casework.Casework.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Case files and their timelines, in schema {@code casework}. */
@Component
class CaseStore {

    private static final String WHERE = """
            WHERE (:state::text IS NULL OR state = :state)
              AND (:town::text IS NULL OR town = :town)
              AND (NOT :open OR NOT ended)
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    CaseStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Writes the file as it stands after an event; refuses if it is not the next revision of what is there. */
    void save(CaseFile file, @Nullable Instant dueAt) {
        int rows = jdbc.sql("""
                INSERT INTO casework.case_file
                    (id, state, ended, town, organisation, warning, request, merged_into, opened_at, due_at, revision, file)
                VALUES (:id, :state, :ended, :town, :organisation, :warning, :request, :mergedInto, :openedAt, :dueAt, :revision, :file::jsonb)
                ON CONFLICT (id) DO UPDATE SET
                    state = excluded.state, ended = excluded.ended, organisation = excluded.organisation,
                    merged_into = excluded.merged_into,
                    due_at = excluded.due_at, revision = excluded.revision, file = excluded.file
                WHERE case_file.revision = excluded.revision - 1
                """)
                .param("id", file.id())
                .param("state", file.state().name())
                .param("ended", file.state().ended())
                .param("town", file.matter().spot().town().value())
                .param("organisation", file.holder().organisation())
                .param("warning", file.origin().warning())
                .param("request", file.origin().request())
                .param("mergedInto", file.course().ties().mergedInto())
                .param("openedAt", Timestamp.from(file.origin().at()))
                .param("dueAt", dueAt == null ? null : Timestamp.from(dueAt))
                .param("revision", file.revision().number())
                .param("file", json.writeValueAsString(file))
                .update();
        if (rows == 0) {
            throw new Refused(CaseRefusal.CHANGED_MEANWHILE);
        }
    }

    void reschedule(String id, @Nullable Instant dueAt) {
        jdbc.sql("UPDATE casework.case_file SET due_at = :dueAt WHERE id = :id")
                .param("id", id)
                .param("dueAt", dueAt == null ? null : Timestamp.from(dueAt))
                .update();
    }

    /** Writes one line of the timeline; its number is the revision that it made. */
    void addLine(CaseEvent event) {
        jdbc.sql("""
                INSERT INTO casework.line (case_id, number, at, type, state, act)
                VALUES (:id, :number, :at, :type, :state, :act::jsonb)
                """)
                .param("id", event.subject())
                .param("number", event.now().revision().number())
                .param("at", Timestamp.from(event.at()))
                .param("type", "casework." + event.getClass().getSimpleName())
                .param("state", event.now().state().name())
                .param("act", json.writeValueAsString(event.act()))
                .update();
    }

    Optional<CaseFile> find(String id) {
        return jdbc.sql("SELECT file FROM casework.case_file WHERE id = :id")
                .param("id", id)
                .query(this::file)
                .optional();
    }

    /** The file, for this transaction alone until it ends. */
    Optional<CaseFile> lock(String id) {
        return jdbc.sql("SELECT file FROM casework.case_file WHERE id = :id FOR UPDATE")
                .param("id", id)
                .query(this::file)
                .optional();
    }

    /** The file that this warning filed, for this transaction alone until it ends. */
    Optional<CaseFile> lockByWarning(String warning) {
        return jdbc.sql("SELECT file FROM casework.case_file WHERE warning = :warning FOR UPDATE")
                .param("warning", warning)
                .query(this::file)
                .optional();
    }

    /** The file that this request opened. */
    Optional<CaseFile> findByRequest(String request) {
        return jdbc.sql("SELECT file FROM casework.case_file WHERE request = :request")
                .param("request", request)
                .query(this::file)
                .optional();
    }

    /** Lets one transaction at a time merge cases or take them apart, so that no two wait for each other. */
    void lockTies() {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtext('casework.ties'))")
                .query()
                .listOfRows();
    }

    /** The requests that stand behind the case: its own, and those of all that was merged into it. */
    List<String> requests(String id) {
        return jdbc.sql("""
                WITH RECURSIVE joined (id, request) AS (
                    SELECT id, request FROM casework.case_file WHERE id = :id
                    UNION
                    SELECT merged.id, merged.request FROM casework.case_file merged JOIN joined ON merged.merged_into = joined.id)
                SELECT request FROM joined WHERE request IS NOT NULL ORDER BY request
                """).param("id", id).query(String.class).list();
    }

    /** Ids of open cases of these classes, for counting their clocks anew. */
    List<String> listOpen(List<String> classes) {
        return jdbc.sql("""
                SELECT id FROM casework.case_file
                WHERE NOT ended AND file -> 'matter' ->> 'caseClass' = ANY (:classes) ORDER BY id
                """)
                .param("classes", classes.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    List<CaseFile> list(Query query) {
        return jdbc.sql("SELECT file FROM casework.case_file " + WHERE + """
                ORDER BY opened_at DESC, id LIMIT :limit
                """)
                .params(query.parameters())
                .param("limit", query.limit())
                .query(this::file)
                .list();
    }

    long count(Query query) {
        return jdbc.sql("SELECT count(*) FROM casework.case_file " + WHERE)
                .params(query.parameters())
                .query(Long.class)
                .single();
    }

    List<Line> timeline(String id) {
        return jdbc.sql("""
                SELECT number, at, type, state, act FROM casework.line WHERE case_id = :id ORDER BY number
                """)
                .param("id", id)
                .query((row, number) -> Line.of(
                        row.getLong("number"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("type"),
                        json.readValue(row.getString("act"), Act.class)))
                .list();
    }

    /** Ids of cases that time does something to by then, the earliest first. */
    List<String> listDue(Instant at, int limit) {
        return jdbc.sql("""
                SELECT id FROM casework.case_file WHERE due_at <= :at ORDER BY due_at, id LIMIT :limit
                """)
                .param("at", Timestamp.from(at))
                .param("limit", limit)
                .query(String.class)
                .list();
    }

    Optional<Instant> nextDueAt() {
        return jdbc.sql("SELECT due_at FROM casework.case_file WHERE due_at IS NOT NULL ORDER BY due_at LIMIT 1")
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .optional();
    }

    private CaseFile file(ResultSet row, int number) throws SQLException {
        return json.readValue(row.getString(1), CaseFile.class);
    }
}
