package io.chengyun.platform.casework.appeal;

import io.chengyun.platform.casework.appeal.Appeal.Outcome;
import io.chengyun.platform.journal.Journal;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Appeals, in schema {@code casework}. */
@Component
class AppealStore {

    private static final int MOST = 500;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Journal journal;

    AppealStore(JdbcClient jdbc, JsonMapper json, Journal journal) {
        this.jdbc = jdbc;
        this.json = json;
        this.journal = journal;
    }

    /** Keeps the appeal as it stands after the event, and tells of it. */
    Appeal keep(AppealEvent event) {
        save(event.now());
        journal.append(event);
        return event.now();
    }

    private void save(Appeal appeal) {
        jdbc.sql("""
                INSERT INTO casework.appeal (id, case_id, open, appeal) VALUES (:id, :caseId, :open, :appeal::jsonb)
                ON CONFLICT (id) DO UPDATE SET open = excluded.open, appeal = excluded.appeal
                """)
                .param("id", appeal.id())
                .param("caseId", appeal.caseId())
                .param("open", appeal.outcome() == Outcome.OPEN)
                .param("appeal", json.writeValueAsString(appeal))
                .update();
    }

    Optional<Appeal> lock(String id) {
        return jdbc.sql("SELECT appeal FROM casework.appeal WHERE id = :id FOR UPDATE")
                .param("id", id)
                .query((row, number) -> read(row.getString(1)))
                .optional();
    }

    Optional<Appeal> findOf(String caseId) {
        return jdbc.sql("SELECT appeal FROM casework.appeal WHERE case_id = :caseId")
                .param("caseId", caseId)
                .query((row, number) -> read(row.getString(1)))
                .optional();
    }

    /** Those that wait for a reviewer, the oldest first. */
    List<Appeal> listOpen() {
        return jdbc.sql("SELECT appeal FROM casework.appeal WHERE open ORDER BY id LIMIT :most")
                .param("most", MOST)
                .query((row, number) -> read(row.getString(1)))
                .list();
    }

    private Appeal read(String text) {
        return json.readValue(text, Appeal.class);
    }
}
