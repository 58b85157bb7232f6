package io.chengyun.platform.evaluation.indicator;

import io.chengyun.kernel.AreaCode;
import io.chengyun.platform.evaluation.indicator.Sheet.Figure;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts over the facts (指标统计). A figure and its rows are asked with the same conditions. */
@Component
class IndicatorStore {

    private final JdbcClient jdbc;

    IndicatorStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Which facts are meant.
     *
     * @param of code of the one member; null for all
     * @param town only its cases; null for all
     */
    record Scope(
            Subject subject, @Nullable String of, @Nullable AreaCode town, Instant from, Instant to) {

        Map<String, @Nullable Object> parameters() {
            var parameters = new HashMap<String, @Nullable Object>();
            parameters.put("of", of);
            parameters.put("town", town == null ? null : town.value());
            parameters.put("from", Timestamp.from(from));
            parameters.put("to", Timestamp.from(to));
            return parameters;
        }
    }

    /** The figure of each member that has rows, by the member's code. */
    Map<String, Figure> count(Indicator indicator, String member, Scope scope) {
        var sql = indicator.sql();
        var measure = indicator.measure();
        var figures = new HashMap<String, Figure>();
        jdbc.sql("""
                SELECT %s AS member, count(*) FILTER (WHERE %s) AS n, %s AS hits, %s AS hours
                FROM %s WHERE %s GROUP BY 1
                """.formatted(
                                member,
                                sql.divisor(),
                                measure.hits(sql),
                                measure.value(sql),
                                sql.base().from(),
                                where(indicator, member)))
                .params(scope.parameters())
                .query((row, number) -> figures.put(
                        row.getString("member"),
                        Figure.of(indicator, row.getLong("hits"), row.getLong("n"), hours(row))))
                .list();
        return figures;
    }

    long countRows(Indicator indicator, String member, Scope scope) {
        return jdbc.sql("SELECT count(*) FROM %s WHERE %s"
                        .formatted(indicator.sql().base().from(), where(indicator, member)))
                .params(scope.parameters())
                .query(Long.class)
                .single();
    }

    /** The rows behind a figure, those that count first. */
    List<Drill.Row> listRows(Indicator indicator, String member, Scope scope) {
        var sql = indicator.sql();
        return jdbc.sql("""
                SELECT f.id, f.class, f.town, f.state, coalesce(%s, false) AS counted, %s
                FROM %s WHERE %s ORDER BY counted DESC, 6 DESC, f.id LIMIT %d
                """.formatted(
                                sql.isCounted(indicator.measure()),
                                sql.base().times(),
                                sql.base().from(),
                                where(indicator, member),
                                Drill.MOST))
                .params(scope.parameters())
                .query(IndicatorStore::row)
                .list();
    }

    /** When the newest event counted here happened. */
    Optional<Instant> heardAt() {
        return jdbc.sql("SELECT max(heard_at) FROM evaluation.case_fact HAVING count(*) > 0")
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .optional();
    }

    private static String where(Indicator indicator, String member) {
        return """
                (%s) AND %s IS NOT NULL AND (:of::text IS NULL OR %s = :of)
                AND (:town::text IS NULL OR f.town = :town)
                """.formatted(indicator.sql().touched(indicator.measure()), member, member);
    }

    private static Drill.Row row(ResultSet row, int number) throws SQLException {
        return new Drill.Row(
                row.getString("id"),
                row.getString("class"),
                row.getString("town"),
                row.getString("state"),
                row.getBoolean("counted"),
                row.getTimestamp(6).toInstant(),
                instant(row.getTimestamp(7)),
                instant(row.getTimestamp(8)));
    }

    private static @Nullable Instant instant(@Nullable Timestamp moment) {
        return moment == null ? null : moment.toInstant();
    }

    private static @Nullable Double hours(ResultSet row) throws SQLException {
        double hours = row.getDouble("hours");
        return row.wasNull() ? null : hours;
    }
}
