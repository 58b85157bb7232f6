package io.chengyun.platform.evaluation;

import io.chengyun.kernel.AreaCode;
import io.chengyun.platform.assessment.Signal;
import io.chengyun.platform.casework.CaseEvent;
import io.chengyun.platform.casework.CaseFile;
import io.chengyun.platform.evaluation.Latencies.Moments;
import io.chengyun.platform.warning.Warning;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
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

    /** When a case was judged and acted on, each null where that has not been heard. */
    record CaseMoments(
            CaseFile file,
            @Nullable Instant judgedAt,
            @Nullable Instant actedAt) {

        static CaseMoments of(CaseEvent event) {
            return new CaseMoments(
                    event.now(),
                    event instanceof CaseEvent.Filed ? event.at() : null,
                    event instanceof CaseEvent.Signed ? event.at() : null);
        }

        /** What is heard later adds to it. */
        CaseMoments then(CaseMoments later) {
            return new CaseMoments(
                    file, judgedAt == null ? later.judgedAt : judgedAt, actedAt == null ? later.actedAt : actedAt);
        }
    }

    /** Keeps cases and their moments, no case twice. */
    void save(Collection<CaseMoments> cases) {
        if (cases.isEmpty()) {
            return;
        }
        jdbc.sql("""
                INSERT INTO evaluation.case_file AS old (id, warning, town, judged_at, acted_at)
                SELECT * FROM unnest(?::text[], ?::text[], ?::text[], ?::timestamptz[], ?::timestamptz[])
                ON CONFLICT (id) DO UPDATE SET
                    judged_at = coalesce(old.judged_at, excluded.judged_at),
                    acted_at = coalesce(old.acted_at, excluded.acted_at)
                """)
                .params(
                        cases.stream().map(one -> one.file.id()).toArray(String[]::new),
                        cases.stream().map(one -> one.file.origin().warning()).toArray(String[]::new),
                        cases.stream()
                                .map(one -> one.file.matter().spot().town().value())
                                .toArray(String[]::new),
                        cases.stream().map(one -> time(one.judgedAt)).toArray(Timestamp[]::new),
                        cases.stream().map(one -> time(one.actedAt)).toArray(Timestamp[]::new))
                .update();
    }

    private static @Nullable Timestamp time(@Nullable Instant moment) {
        return moment == null ? null : Timestamp.from(moment);
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
