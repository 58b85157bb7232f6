package io.chengyun.platform.evaluation;

import io.chengyun.kernel.AreaCode;
import io.chengyun.platform.assessment.Signal;
import io.chengyun.platform.casework.CaseFile;
import io.chengyun.platform.evaluation.Latencies.Moments;
import io.chengyun.platform.warning.Warning;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When what happened (时刻), in schema {@code evaluation}. The first time counts; told again it changes nothing. */
@Component
class MomentStore {

    private static final String MOMENTS = """
            SELECT w.observed_at, w.signalled_at, w.received_at, c.judged_at, c.acted_at
            FROM evaluation.case_file c LEFT JOIN evaluation.warning w ON w.id = c.warning
            """;

    private final JdbcClient jdbc;

    MomentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void signalled(Signal signal, Instant at) {
        var observed =
                signal.evidence().isEmpty() ? signal.at() : signal.evidence().get(0);
        jdbc.sql("""
                INSERT INTO evaluation.signal (rule, stream, at, observed_at, signalled_at)
                VALUES (:rule, :stream, :at, :observedAt, :signalledAt) ON CONFLICT DO NOTHING
                """)
                .param("rule", signal.origin().rule())
                .param("stream", signal.source().stream())
                .param("at", Timestamp.from(signal.at()))
                .param("observedAt", Timestamp.from(observed))
                .param("signalledAt", Timestamp.from(at))
                .update();
    }

    /** The warning's first voice is the signal that raised it; without it the warning's own times stand in. */
    void raised(Warning warning) {
        var voice = warning.voices().get(0);
        jdbc.sql("""
                INSERT INTO evaluation.warning (id, observed_at, signalled_at)
                SELECT :id, coalesce(s.observed_at, :observedAt), coalesce(s.signalled_at, :raisedAt)
                FROM (VALUES (1)) AS one LEFT JOIN evaluation.signal s
                    ON s.rule = :rule AND s.stream = :stream AND s.at = :at
                ON CONFLICT DO NOTHING
                """)
                .param("id", warning.id())
                .param("observedAt", Timestamp.from(warning.times().firstObservedAt()))
                .param("raisedAt", Timestamp.from(warning.times().raisedAt()))
                .param("rule", voice.origin().rule())
                .param("stream", voice.source().stream())
                .param("at", Timestamp.from(voice.at()))
                .update();
    }

    void received(String warning, Instant at) {
        jdbc.sql("UPDATE evaluation.warning SET received_at = coalesce(received_at, :at) WHERE id = :id")
                .param("id", warning)
                .param("at", Timestamp.from(at))
                .update();
    }

    void opened(CaseFile file) {
        jdbc.sql("""
                INSERT INTO evaluation.case_file (id, warning, town) VALUES (:id, :warning, :town)
                ON CONFLICT DO NOTHING
                """)
                .param("id", file.id())
                .param("warning", file.origin().warning())
                .param("town", file.matter().spot().town().value())
                .update();
    }

    void judged(String caseId, Instant at) {
        jdbc.sql("UPDATE evaluation.case_file SET judged_at = coalesce(judged_at, :at) WHERE id = :id")
                .param("id", caseId)
                .param("at", Timestamp.from(at))
                .update();
    }

    void acted(String caseId, Instant at) {
        jdbc.sql("UPDATE evaluation.case_file SET acted_at = coalesce(acted_at, :at) WHERE id = :id")
                .param("id", caseId)
                .param("at", Timestamp.from(at))
                .update();
    }

    /** The town that the case is in. */
    Optional<AreaCode> findTown(String caseId) {
        return jdbc.sql("SELECT town FROM evaluation.case_file WHERE id = :id")
                .param("id", caseId)
                .query((row, number) -> new AreaCode(row.getString(1)))
                .optional();
    }

    Optional<Moments> find(String caseId) {
        return jdbc.sql(MOMENTS + "WHERE c.id = :id")
                .param("id", caseId)
                .query(MomentStore::moments)
                .optional();
    }

    /** The moments of all cases that a warning filed, in this town or in all. */
    List<Moments> list(@Nullable AreaCode town) {
        return jdbc.sql(MOMENTS + "WHERE c.warning IS NOT NULL AND (:town::text IS NULL OR c.town = :town)")
                .param("town", town == null ? null : town.value())
                .query(MomentStore::moments)
                .list();
    }

    private static Moments moments(ResultSet row, int number) throws SQLException {
        return new Moments(
                instant(row, "observed_at"),
                instant(row, "signalled_at"),
                instant(row, "received_at"),
                instant(row, "judged_at"),
                instant(row, "acted_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var moment = row.getTimestamp(column);
        return moment == null ? null : moment.toInstant();
    }
}
