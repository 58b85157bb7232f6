package io.chengyun.platform.dispatch.correction;

import io.chengyun.kernel.Remembered;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/** Corrections of the duty list, in schema {@code dispatch}. */
@Component
class CorrectionStore {

    /** So long a case may still be dispatched by what held before another process kept a correction. */
    private static final Duration HOLDS = Duration.ofSeconds(1);

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Remembered<String, List<Correction>> byClass;

    CorrectionStore(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.byClass = new Remembered<>(clock, HOLDS, this::read);
    }

    void save(Correction one) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                byClass.forget();
            }
        });
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
                .query((row, number) -> correction(row.getString(1)))
                .optional();
    }

    List<Correction> listOf(String caseClass) {
        return byClass.get(caseClass);
    }

    private List<Correction> read(String caseClass) {
        return jdbc.sql("SELECT correction FROM dispatch.correction WHERE case_class = :caseClass ORDER BY id")
                .param("caseClass", caseClass)
                .query((row, number) -> correction(row.getString(1)))
                .list();
    }

    /** All, the newest first. */
    List<Correction> list() {
        return jdbc.sql("SELECT correction FROM dispatch.correction ORDER BY id DESC LIMIT 1000")
                .query((row, number) -> correction(row.getString(1)))
                .list();
    }

    private Correction correction(String text) {
        return json.readValue(text, Correction.class);
    }
}
