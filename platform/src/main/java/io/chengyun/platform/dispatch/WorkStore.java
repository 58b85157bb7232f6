package io.chengyun.platform.dispatch;

import io.chengyun.platform.dispatch.Dispatch.ReturnFigure;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The work that was given out, in schema {@code dispatch}, as {@link WorkRecords} describes it. */
@Component
class WorkStore {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    WorkStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    List<Work> list(String origin) {
        return jdbc.sql("SELECT work FROM dispatch.work WHERE origin = :origin ORDER BY number")
                .param("origin", origin)
                .query((row, number) -> json.readValue(row.getString(1), Work.class))
                .list();
    }

    /** Only rows of which something came back. */
    List<ReturnFigure> returns() {
        return jdbc.sql("""
                WITH given AS (
                    SELECT work #>> '{task,caseClass}' AS case_class, work #>> '{task,town}' AS town,
                           work #>> '{assignment,level}' AS level, organisation, state,
                           lead(organisation) OVER (PARTITION BY origin ORDER BY number) AS next_one
                    FROM dispatch.work)
                SELECT case_class, town, level, organisation, count(*) AS given,
                       count(*) FILTER (WHERE state = 'RETURNED') AS returned,
                       mode() WITHIN GROUP (ORDER BY next_one) FILTER (WHERE state = 'RETURNED') AS went_to
                FROM given GROUP BY case_class, town, level, organisation
                HAVING count(*) FILTER (WHERE state = 'RETURNED') > 0
                ORDER BY returned DESC, case_class, town, organisation
                """)
                .query((row, number) -> new ReturnFigure(
                        row.getString("case_class"),
                        row.getString("town"),
                        row.getString("level"),
                        row.getString("organisation"),
                        row.getLong("given"),
                        row.getLong("returned"),
                        row.getString("went_to")))
                .list();
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
