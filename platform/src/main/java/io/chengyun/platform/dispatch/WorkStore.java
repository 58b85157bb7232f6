package io.chengyun.platform.dispatch;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The work that was given out, in schema {@code dispatch}. */
@Component
class WorkStore {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    WorkStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void save(Work work) {
        jdbc.sql("""
                INSERT INTO dispatch.work (id, origin, organisation, state, work)
                VALUES (:id, :origin, :organisation, :state, :work::jsonb)
                ON CONFLICT (id) DO UPDATE SET state = excluded.state, work = excluded.work
                """)
                .param("id", work.id())
                .param("origin", work.origin())
                .param("organisation", work.assignment().organisation())
                .param("state", work.state().name())
                .param("work", json.writeValueAsString(work))
                .update();
    }

    Optional<Work> lock(String id) {
        return jdbc.sql("""
                SELECT work FROM dispatch.work WHERE id = :id FOR UPDATE
                """)
                .param("id", id)
                .query((row, number) -> json.readValue(row.getString(1), Work.class))
                .optional();
    }
}
