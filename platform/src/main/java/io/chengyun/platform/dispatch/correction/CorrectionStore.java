package io.chengyun.platform.dispatch.correction;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Corrections of the duty list, in schema {@code dispatch}. */
@Component
class CorrectionStore {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    CorrectionStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void save(Correction one) {
        jdbc.sql("""
                INSERT INTO dispatch.correction (id, case_class, correction) VALUES (:id, :caseClass, :correction::jsonb)
                ON CONFLICT (id) DO UPDATE SET correction = excluded.correction
                """)
                .param("id", one.id())
                .param("caseClass", one.row().caseClass())
                .param("correction", json.writeValueAsString(one))
                .update();
    }

    Optional<Correction> lock(String id) {
        return jdbc.sql("SELECT correction FROM dispatch.correction WHERE id = :id FOR UPDATE")
                .param("id", id)
                .query((row, number) -> read(row.getString(1)))
                .optional();
    }

    List<Correction> listOf(String caseClass) {
        return jdbc.sql("SELECT correction FROM dispatch.correction WHERE case_class = :caseClass ORDER BY id")
                .param("caseClass", caseClass)
                .query((row, number) -> read(row.getString(1)))
                .list();
    }

    /** All, the newest first. */
    List<Correction> list() {
        return jdbc.sql("SELECT correction FROM dispatch.correction ORDER BY id DESC LIMIT 1000")
                .query((row, number) -> read(row.getString(1)))
                .list();
    }

    private Correction read(String text) {
        return json.readValue(text, Correction.class);
    }
}
