package io.chengyun.platform.assessment.verdict;

import io.chengyun.platform.assessment.Signal;
import io.chengyun.platform.assessment.verdict.SignalCard.Standing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The drawer of verdicts (评判库), beside the signals. */
@Repository
class VerdictStore {

    private static final String JUDGED = """
            select s.body, s.given_at, s.advisory, s.alarm, v.said, v.said_by, v.said_at, v.seen_at, v.remark
            from assessment.signal s left join assessment.verdict v on v.signal = s.id
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    VerdictStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Optional<Judged> find(String signal) {
        return jdbc.sql(JUDGED + "where s.id = ?")
                .param(signal)
                .query((row, number) -> judged(row))
                .optional();
    }

    /** The signal, locked until the transaction ends. */
    Optional<Judged> lock(String signal) {
        return jdbc.sql(JUDGED + "where s.id = ? for update of s")
                .param(signal)
                .query((row, number) -> judged(row))
                .optional();
    }

    /** The alarms of a danger in a town, newest first; locked where they are to be judged. */
    List<Judged> list(Matter matter, int limit) {
        return jdbc.sql(JUDGED + """
                        where s.alarm and s.scenario = ? and s.danger = ? and s.town = ?
                          and s.given_at >= ? and s.given_at <= ?
                        order by s.number desc limit ?
                        """)
                .params(
                        matter.scenario(),
                        matter.danger(),
                        matter.town().value(),
                        Timestamp.from(matter.from()),
                        Timestamp.from(matter.until()),
                        limit)
                .query((row, number) -> judged(row))
                .list();
    }

    void save(Verdict verdict, @Nullable String remark, Instant at) {
        var origin = verdict.origin();
        jdbc.sql("""
                        insert into assessment.verdict as old
                            (signal, scenario, rule, version, said, said_by, said_at, seen_at, confirmed_at, remark)
                        values (:signal, :scenario, :rule, :version, :said, :by, :at, :seenAt,
                            case when :said = 'CONFIRMED' then cast(:at as timestamptz) end, :remark)
                        on conflict (signal) do update set said = excluded.said, said_by = excluded.said_by,
                            said_at = excluded.said_at, seen_at = excluded.seen_at, remark = excluded.remark,
                            confirmed_at = coalesce(old.confirmed_at, excluded.confirmed_at)
                        """)
                .param("signal", verdict.signal())
                .param("scenario", origin.scenario())
                .param("rule", origin.rule())
                .param("version", origin.version())
                .param("said", verdict.said().name())
                .param("by", verdict.by())
                .param("at", Timestamp.from(at))
                .param("seenAt", timestamp(verdict.seenAt()))
                .param("remark", remark)
                .update();
    }

    private Judged judged(ResultSet row) throws SQLException {
        var signal = json.readValue(row.getString("body"), Signal.class);
        var said = row.getString("said");
        var standing = said == null
                ? null
                : new Standing(
                        Verdict.Said.valueOf(said),
                        row.getString("said_by"),
                        row.getTimestamp("said_at").toInstant(),
                        instant(row.getTimestamp("seen_at")),
                        row.getString("remark"));
        var card =
                new SignalCard(signal, row.getTimestamp("given_at").toInstant(), row.getBoolean("advisory"), standing);
        return new Judged(card, row.getBoolean("alarm"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }

    /** A signal and what stands of it; {@code alarm} is false when it only eases. */
    record Judged(SignalCard card, boolean alarm) {}
}
