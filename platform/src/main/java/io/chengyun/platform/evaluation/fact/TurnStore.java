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
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One row a turn, in schema {@code evaluation} (轮次表). */
@Component
class TurnStore {

    private final JdbcClient jdbc;

    TurnStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The turns of a case that have not ended: one, or two where one waits for the other. */
    List<DeskTurn> listOpen(String caseId) {
        return jdbc.sql("""
                SELECT case_id, number, desk, organisation, person, opened_at, due_at, paused_at,
                       counted_from, working_seconds, elapsed_seconds
                FROM evaluation.act_fact WHERE case_id = :id AND ended_at IS NULL ORDER BY number
                """).param("id", caseId).query(TurnStore::turn).list();
    }

    void save(DeskTurn turn) {
        var end = turn.end();
        jdbc.sql("""
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
                """)
                .param("case", turn.caseId())
                .param("number", turn.number())
                .param("desk", turn.desk().name())
                .param("post", turn.post())
                .param("organisation", turn.who().organisation())
                .param("person", turn.who().person())
                .param("openedAt", Timestamp.from(turn.openedAt()))
                .param("dueAt", moment(turn.limit().dueAt()))
                .param("pausedAt", moment(turn.limit().pausedAt()))
                .param("endedAt", end == null ? null : Timestamp.from(end.at()))
                .param("outcome", end == null ? null : end.outcome())
                .param("inTime", end == null ? null : end.inTime())
                .param("since", moment(turn.spent().since()))
                .param("working", turn.spent().working().toSeconds())
                .param("elapsed", turn.spent().elapsed().toSeconds())
                .update();
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
