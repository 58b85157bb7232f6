package io.chengyun.platform.evaluation.fact;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** One row a case, as it stands, in schema {@code evaluation} (案件事实表). */
@Component
class CaseFactStore {

    /** All that events say; what an appeal was granted stands beside it. */
    private static final List<String> COLUMNS = List.of("""
            id number heard_at town grid class kind source requested reporter state organisation level person reported_at
            filed_at dispatched_at handled_at closed_at due_at suspended_at returns reworks extensions suspensions passed failed
            closing_hours merged_at called_back_at resolved satisfied contact_due_at contacted_at unit crew_hours kilometres
            """.strip().split("\\s+"));

    private static final String SAVE = """
            INSERT INTO evaluation.case_fact AS old (%1$s)
            SELECT %1$s FROM jsonb_populate_recordset(NULL::evaluation.case_fact, ?::jsonb) ORDER BY id
            ON CONFLICT (id) DO UPDATE SET %2$s WHERE old.number < excluded.number
            RETURNING id
            """.formatted(
                    String.join(", ", COLUMNS),
                    COLUMNS.stream()
                            .filter(column -> !column.equals("id"))
                            .map(column -> column + " = excluded." + column)
                            .collect(Collectors.joining(", ")));

    private static final TypeReference<Map<String, @Nullable Object>> ROW = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    CaseFactStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** These cases as they stand, for this transaction alone until it ends; those of which nothing was heard are not among them. */
    Map<String, Standing> lock(Set<String> ids) {
        var found = new TreeMap<String, Standing>();
        jdbc.sql("""
                SELECT id, to_jsonb(fact) - 'appeal_granted_at' FROM evaluation.case_fact fact
                WHERE id = ANY ((SELECT ?::text[])::text[]) ORDER BY id FOR UPDATE
                """).param(ids.toArray(String[]::new)).query(row -> {
            found.put(row.getString(1), new Standing(json.readValue(row.getString(2), ROW)));
        });
        return found;
    }

    /** Writes cases as they stand; gives the ids of those written, for another may have written something later. */
    Set<String> save(Collection<Standing> standings) {
        return Set.copyOf(jdbc.sql(SAVE)
                .param(json.writeValueAsString(
                        standings.stream().map(Standing::columns).toList()))
                .query(String.class)
                .list());
    }

    /** An appeal against its being overdue was granted; the first time counts. */
    void grant(String caseId, Instant at) {
        jdbc.sql("""
                UPDATE evaluation.case_fact SET appeal_granted_at = coalesce(appeal_granted_at, :at) WHERE id = :id
                """).param("id", caseId).param("at", Timestamp.from(at)).update();
    }
}
