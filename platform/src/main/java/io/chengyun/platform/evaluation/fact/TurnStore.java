package io.chengyun.platform.evaluation.fact;

import io.chengyun.platform.evaluation.fact.DeskTurn.Limit;
import io.chengyun.platform.evaluation.fact.DeskTurn.Spent;
import io.chengyun.platform.evaluation.fact.DeskTurn.Who;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** One row a turn, in schema {@code evaluation} (轮次表). */
@Component
class TurnStore {

    private static final String SAVE = """
            INSERT INTO evaluation.act_fact
                (case_id, number, desk, post, organisation, person, opened_at, due_at, paused_at, ended_at,
                 outcome, in_time, counted_from, working_seconds, elapsed_seconds)
            SELECT case_id, number, desk, post, organisation, person, opened_at, due_at, paused_at, ended_at,
                 outcome, in_time, counted_from, working_seconds, elapsed_seconds
            FROM jsonb_populate_recordset(NULL::evaluation.act_fact, ?::jsonb)
            ON CONFLICT (case_id, number) DO UPDATE SET
                post = excluded.post, person = excluded.person, due_at = excluded.due_at,
                paused_at = excluded.paused_at, ended_at = excluded.ended_at, outcome = excluded.outcome,
                in_time = excluded.in_time, counted_from = excluded.counted_from,
                working_seconds = excluded.working_seconds, elapsed_seconds = excluded.elapsed_seconds
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    TurnStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The turns of cases that have not ended, by case: one each, or two where one waits for the other. */
    Map<String, List<DeskTurn>> listOpen(Collection<String> caseIds) {
        return jdbc.sql("""
                SELECT case_id, number, desk, organisation, person, opened_at, due_at, paused_at,
                       counted_from, working_seconds, elapsed_seconds
                FROM evaluation.act_fact WHERE case_id = ANY ((SELECT ?::text[])::text[]) AND ended_at IS NULL ORDER BY case_id, number
                """).param(caseIds.toArray(String[]::new)).query(TurnStore::turn).list().stream()
                .collect(Collectors.groupingBy(DeskTurn::caseId));
    }

    /** Writes turns as they stand, no turn twice. */
    void save(Collection<DeskTurn> turns) {
        if (!turns.isEmpty()) {
            jdbc.sql(SAVE)
                    .param(json.writeValueAsString(
                            turns.stream().map(TurnStore::columns).toList()))
                    .update();
        }
    }

    private static Map<String, @Nullable Object> columns(DeskTurn turn) {
        var row = new HashMap<String, @Nullable Object>();
        row.put("case_id", turn.caseId());
        row.put("number", turn.number());
        row.put("desk", turn.desk().name());
        row.put("post", turn.post());
        row.put("organisation", turn.who().organisation());
        row.put("person", turn.who().person());
        row.put("opened_at", turn.openedAt());
        row.put("due_at", turn.limit().dueAt());
        row.put("paused_at", turn.limit().pausedAt());
        row.put("counted_from", turn.spent().since());
        row.put("working_seconds", turn.spent().working().toSeconds());
        row.put("elapsed_seconds", turn.spent().elapsed().toSeconds());
        Optional.ofNullable(turn.end()).ifPresent(end -> {
            row.put("ended_at", end.at());
            row.put("outcome", end.outcome());
            row.put("in_time", end.inTime());
        });
        return row;
    }

    /** Notes that the last turn which that desk ended did not hold. */
    void undo(String caseId, Desk desk) {
        jdbc.sql("""
                UPDATE evaluation.act_fact SET undone = true
                WHERE case_id = :case AND number = (
                    SELECT max(number) FROM evaluation.act_fact
                    WHERE case_id = :case AND desk = :desk AND ended_at IS NOT NULL)
                """).param("case", caseId).param("desk", desk.name()).update();
    }

    private static DeskTurn turn(ResultSet row, int number) throws SQLException {
        return new DeskTurn(
                row.getString("case_id"),
                row.getLong("number"),
                Desk.valueOf(row.getString("desk")),
                new Who(row.getString("organisation"), row.getString("person")),
                row.getTimestamp("opened_at").toInstant(),
                new Limit(instant(row, "due_at"), instant(row, "paused_at")),
                new Spent(
                        instant(row, "counted_from"),
                        Duration.ofSeconds(row.getLong("working_seconds")),
                        Duration.ofSeconds(row.getLong("elapsed_seconds"))),
                null);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var moment = row.getTimestamp(column);
        return moment == null ? null : moment.toInstant();
    }
}
