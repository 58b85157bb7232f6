package io.chengyun.platform.evaluation.fact;

import io.chengyun.platform.evaluation.fact.DeskTurn.Limit;
import io.chengyun.platform.evaluation.fact.DeskTurn.Spent;
import io.chengyun.platform.evaluation.fact.DeskTurn.Who;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One row a turn, in schema {@code evaluation} (轮次表). */
@Component
class TurnStore {

    private static final String SAVE = """
            INSERT INTO evaluation.act_fact
                (case_id, number, desk, post, organisation, person, opened_at, due_at, paused_at, ended_at,
                 outcome, in_time, counted_from, working_seconds, elapsed_seconds)
            VALUES (:case, :number, :desk, :post, :organisation, :person, :openedAt, :dueAt, :pausedAt, :endedAt,
                    :outcome, :inTime, :since, :working, :elapsed)
            ON CONFLICT (case_id, number) DO UPDATE SET
                post = excluded.post, person = excluded.person, due_at = excluded.due_at,
                paused_at = excluded.paused_at, ended_at = excluded.ended_at, outcome = excluded.outcome,
                in_time = excluded.in_time, counted_from = excluded.counted_from,
                working_seconds = excluded.working_seconds, elapsed_seconds = excluded.elapsed_seconds
            """;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcOperations batches;

    TurnStore(JdbcClient jdbc, NamedParameterJdbcOperations batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** The turns of cases that have not ended, by case: one each, or two where one waits for the other. */
    Map<String, List<DeskTurn>> listOpen(List<String> caseIds) {
        return jdbc.sql("""
                SELECT case_id, number, desk, organisation, person, opened_at, due_at, paused_at,
                       counted_from, working_seconds, elapsed_seconds
                FROM evaluation.act_fact WHERE case_id = ANY (?) AND ended_at IS NULL ORDER BY case_id, number
                """).param(caseIds.toArray(String[]::new)).query(TurnStore::turn).list().stream()
                .collect(Collectors.groupingBy(DeskTurn::caseId));
    }

    void save(List<DeskTurn> turns) {
        batches.batchUpdate(SAVE, turns.stream().map(TurnStore::columns).toArray(SqlParameterSource[]::new));
    }

    private static SqlParameterSource columns(DeskTurn turn) {
        var end = turn.end();
        return new MapSqlParameterSource()
                .addValue("case", turn.caseId())
                .addValue("number", turn.number())
                .addValue("desk", turn.desk().name())
                .addValue("post", turn.post())
                .addValue("organisation", turn.who().organisation())
                .addValue("person", turn.who().person())
                .addValue("openedAt", Timestamp.from(turn.openedAt()))
                .addValue("dueAt", moment(turn.limit().dueAt()))
                .addValue("pausedAt", moment(turn.limit().pausedAt()))
                .addValue("endedAt", end == null ? null : Timestamp.from(end.at()))
                .addValue("outcome", end == null ? null : end.outcome())
                .addValue("inTime", end == null ? null : end.inTime())
                .addValue("since", moment(turn.spent().since()))
                .addValue("working", turn.spent().working().toSeconds())
                .addValue("elapsed", turn.spent().elapsed().toSeconds());
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

    private static @Nullable Timestamp moment(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var moment = row.getTimestamp(column);
        return moment == null ? null : moment.toInstant();
    }
}
