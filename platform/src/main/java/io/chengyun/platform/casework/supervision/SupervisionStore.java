package io.chengyun.platform.casework.supervision;

import io.chengyun.platform.casework.supervision.Supervision.Status;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What was asked about cases, in schema {@code casework}. */
@Component
class SupervisionStore {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    SupervisionStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void save(Supervision one) {
        boolean running = one.status() == Status.OPEN;
        jdbc.sql("""
                INSERT INTO casework.supervision (id, case_id, due_at, supervision)
                VALUES (:id, :caseId, :dueAt, :supervision::jsonb)
                ON CONFLICT (id) DO UPDATE SET due_at = excluded.due_at, supervision = excluded.supervision
                """)
                .param("id", one.id())
                .param("caseId", one.caseId())
                .param("dueAt", running ? Timestamp.from(one.order().replyBy()) : null)
                .param("supervision", json.writeValueAsString(one))
                .update();
    }

    Optional<Supervision> lock(String id) {
        return jdbc.sql("SELECT supervision FROM casework.supervision WHERE id = :id FOR UPDATE")
                .param("id", id)
                .query((row, number) -> read(row.getString(1)))
                .optional();
    }

    /** Of this case, the oldest first. */
    List<Supervision> list(String caseId) {
        return jdbc.sql("SELECT supervision FROM casework.supervision WHERE case_id = :caseId ORDER BY id")
                .param("caseId", caseId)
                .query((row, number) -> read(row.getString(1)))
                .list();
    }

    /** Those whose answer did not come before then, for this transaction alone; what another instance holds is left to it. */
    List<Supervision> lockDue(Instant at) {
        return jdbc.sql("""
                SELECT supervision FROM casework.supervision WHERE due_at < :at ORDER BY due_at, id
                FOR UPDATE SKIP LOCKED
                """)
                .param("at", Timestamp.from(at))
                .query((row, number) -> read(row.getString(1)))
                .list();
    }

    Optional<Instant> nextDueAt() {
        return jdbc.sql("SELECT min(due_at) FROM casework.supervision")
                .query((row, number) -> Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant))
                .single();
    }

    private Supervision read(String text) {
        return json.readValue(text, Supervision.class);
    }
}
