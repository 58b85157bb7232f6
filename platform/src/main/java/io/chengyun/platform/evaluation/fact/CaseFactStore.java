package io.chengyun.platform.evaluation.fact;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One row a case, as it stands, in schema {@code evaluation} (案件事实表). */
@Component
class CaseFactStore {

    private static final String INSERT = """
            INSERT INTO evaluation.case_fact AS old
                (id, number, heard_at, town, grid, class, kind, source, requested, reporter, state,
                 organisation, level, person, reported_at, filed_at, dispatched_at, handled_at, closed_at, due_at,
                 suspended_at, returns, reworks, extensions, suspensions, passed, failed, closing_hours,
                 merged_at, called_back_at, resolved, satisfied, contact_due_at, contacted_at, unit, crew_hours, kilometres)
            VALUES
                (:id, :number, :at, :town, :grid, :class, :kind, :source, :requested, :reporter, :state,
                 :organisation, :level, :person, :reportedAt,
                 CASE WHEN :isFiled THEN :at::timestamptz END, CASE WHEN :isDispatched THEN :at::timestamptz END,
                 CASE WHEN :isHandled THEN :at::timestamptz END, CASE WHEN :isClosed THEN :at::timestamptz END,
                 :dueAt, CASE WHEN :isSuspended THEN :at::timestamptz END,
                 :returns, :reworks, :extensions, :suspensions, :passed, :failed,
                 CASE WHEN :isClosed THEN :closingHours::double precision END,
                 CASE WHEN :isMerged THEN :at::timestamptz END, :calledBackAt, :resolved, :satisfied,
                 :contactDueAt, :contactedAt, :unit, :crewHours, :kilometres)
            """;

    /**
     * First times stay until what they tell of is undone; the department stays while a case is between two, and what a reporter
     * said stays when the case is opened again for it.
     */
    private static final String UPDATE = """
            ON CONFLICT (id) DO UPDATE SET
                number = excluded.number, heard_at = excluded.heard_at, town = excluded.town, grid = excluded.grid,
                class = excluded.class, kind = excluded.kind, state = excluded.state,
                organisation = CASE WHEN :dispatched OR old.dispatched_at IS NULL
                    THEN excluded.organisation ELSE old.organisation END,
                level = CASE WHEN :dispatched OR old.dispatched_at IS NULL THEN excluded.level ELSE old.level END,
                person = coalesce(excluded.person, old.person),
                filed_at = CASE WHEN :isFiled THEN coalesce(old.filed_at, excluded.filed_at) END,
                dispatched_at = coalesce(old.dispatched_at, excluded.dispatched_at),
                handled_at = CASE WHEN :isHandled THEN coalesce(old.handled_at, excluded.handled_at)
                    WHEN :isClosed THEN old.handled_at END,
                closed_at = CASE WHEN :isClosed THEN coalesce(old.closed_at, excluded.closed_at) END,
                closing_hours = CASE WHEN :isClosed THEN coalesce(old.closing_hours, excluded.closing_hours) END,
                due_at = excluded.due_at,
                suspended_at = CASE WHEN :isSuspended THEN coalesce(old.suspended_at, excluded.suspended_at) END,
                returns = excluded.returns, extensions = excluded.extensions, suspensions = excluded.suspensions,
                reworks = old.reworks + excluded.reworks, passed = old.passed + excluded.passed,
                failed = old.failed + excluded.failed,
                merged_at = CASE WHEN :isMerged THEN coalesce(old.merged_at, excluded.merged_at) END,
                called_back_at = coalesce(excluded.called_back_at, old.called_back_at),
                resolved = CASE WHEN excluded.called_back_at IS NULL THEN old.resolved ELSE excluded.resolved END,
                contact_due_at = excluded.contact_due_at, contacted_at = excluded.contacted_at, unit = excluded.unit,
                crew_hours = excluded.crew_hours, kilometres = excluded.kilometres,
                satisfied = CASE WHEN excluded.called_back_at IS NULL THEN old.satisfied ELSE excluded.satisfied END
            WHERE old.number < excluded.number
            """;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcOperations batches;

    CaseFactStore(JdbcClient jdbc, NamedParameterJdbcOperations batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** Writes cases as they stand, one after the other; false for what was written before, or something later. */
    List<Boolean> save(List<Standing> standings) {
        var columns = standings.stream()
                .map(standing -> new MapSqlParameterSource(standing.columns()))
                .toArray(SqlParameterSource[]::new);
        return Arrays.stream(batches.batchUpdate(INSERT + UPDATE, columns))
                .mapToObj(rows -> rows > 0)
                .toList();
    }

    /** An appeal against its being overdue was granted; the first time counts. */
    void grant(String caseId, Instant at) {
        jdbc.sql("""
                UPDATE evaluation.case_fact SET appeal_granted_at = coalesce(appeal_granted_at, :at) WHERE id = :id
                """).param("id", caseId).param("at", Timestamp.from(at)).update();
    }
}
