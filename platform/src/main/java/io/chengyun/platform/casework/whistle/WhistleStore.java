package io.chengyun.platform.casework.whistle;

import io.chengyun.platform.casework.whistle.Whistle.Call;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Calls of grids, in schema {@code casework}. */
@Component
class WhistleStore {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    WhistleStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void save(Whistle whistle) {
        boolean awaited = whistle.endedAt() == null && whistle.calls().stream().anyMatch(Call::awaited);
        jdbc.sql("""
                INSERT INTO casework.whistle (id, case_id, due_at, whistle) VALUES (:id, :caseId, :dueAt, :whistle::jsonb)
                ON CONFLICT (id) DO UPDATE SET due_at = excluded.due_at, whistle = excluded.whistle
                """)
                .param("id", whistle.id())
                .param("caseId", whistle.caseId())
                .param("dueAt", awaited ? Timestamp.from(whistle.blow().arriveBy()) : null)
                .param("whistle", json.writeValueAsString(whistle))
                .update();
    }

    Optional<Whistle> lock(String id) {
        return jdbc.sql("SELECT whistle FROM casework.whistle WHERE id = :id FOR UPDATE")
                .param("id", id)
                .query((row, number) -> read(row.getString(1)))
                .optional();
    }

    /** Of this case, the oldest first. */
    List<Whistle> list(String caseId) {
        return jdbc.sql("SELECT whistle FROM casework.whistle WHERE case_id = :caseId ORDER BY id")
                .param("caseId", caseId)
                .query((row, number) -> read(row.getString(1)))
                .list();
    }

    /** Those whose time was over before then, for this transaction alone; what another instance holds is left to it. */
    List<Whistle> lockDue(Instant at) {
        return jdbc.sql("""
                SELECT whistle FROM casework.whistle WHERE due_at < :at ORDER BY due_at, id FOR UPDATE SKIP LOCKED
                """)
                .param("at", Timestamp.from(at))
                .query((row, number) -> read(row.getString(1)))
                .list();
    }

    Optional<Instant> nextDueAt() {
        return jdbc.sql("SELECT min(due_at) FROM casework.whistle")
                .query((row, number) -> Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant))
                .single();
    }

    private Whistle read(String text) {
        return json.readValue(text, Whistle.class);
    }
}
