package io.chengyun.platform.casework.request;

import io.chengyun.platform.journal.Journal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who asked for the matter of a case, and where else it goes on, in schema {@code casework}. */
@Component
class AskedStore {

    /**
     * Behind a case stand the requests of all that was merged into it, and of the case from which it was split off. The matter of
     * each goes on in the case into which its own was merged, and in all parts that were split off on the way. OFFSET 0 keeps
     * the database from reading all cases for a few: it thinks that each tie leads to ten others.
     */
    private static final String ASKED = """
            WITH RECURSIVE behind (id) AS (
                SELECT :id::text
                UNION
                SELECT next.id FROM behind CROSS JOIN LATERAL (
                    SELECT id FROM casework.case_file WHERE merged_into = behind.id
                    UNION ALL
                    SELECT split_from FROM casework.case_file WHERE id = behind.id AND split_from IS NOT NULL
                    OFFSET 0) next (id)),
            goes (request, id, main) AS (
                SELECT own.request, own.id, TRUE FROM behind CROSS JOIN LATERAL (
                    SELECT request, id FROM casework.case_file WHERE id = behind.id AND request IS NOT NULL OFFSET 0) own
                UNION
                SELECT goes.request, next.id, goes.main AND next.main FROM goes CROSS JOIN LATERAL (
                    SELECT merged_into, TRUE FROM casework.case_file WHERE id = goes.id AND merged_into IS NOT NULL
                    UNION ALL
                    SELECT id, FALSE FROM casework.case_file WHERE split_from = goes.id OFFSET 0) next (id, main))
            SELECT goes.request, max(goes.id) FILTER (WHERE main AND merged_into IS NULL) AS main,
                   coalesce(bool_or(NOT ended AND goes.id <> :id), FALSE) AS open_elsewhere,
                   max((%s::jsonb #>> '{now,clocks,business,dueAt}')::timestamptz)
                       FILTER (WHERE NOT ended AND goes.id <> :id) AS due_elsewhere
            FROM goes CROSS JOIN LATERAL (SELECT * FROM casework.case_file WHERE id = goes.id OFFSET 0) file_of
            GROUP BY goes.request ORDER BY goes.request
            """.formatted(Journal.words("words"));

    private final JdbcClient jdbc;

    AskedStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A request behind a case.
     *
     * @param main the case that it opened, or in which that goes on
     * @param openElsewhere whether another case goes on for it beside this one
     * @param dueElsewhere when the last of those is due; null where there is none
     */
    record Asked(
            String request,
            String main,
            boolean openElsewhere,
            @Nullable Instant dueElsewhere) {}

    List<Asked> list(String caseId) {
        return jdbc.sql(ASKED)
                .param("id", caseId)
                .query((row, number) -> {
                    var due = row.getTimestamp("due_elsewhere");
                    return new Asked(
                            row.getString("request"),
                            row.getString("main"),
                            row.getBoolean("open_elsewhere"),
                            due == null ? null : due.toInstant());
                })
                .list();
    }
}
