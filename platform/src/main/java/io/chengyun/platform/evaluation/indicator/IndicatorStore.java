package io.chengyun.platform.evaluation.indicator;

import io.chengyun.kernel.AreaCode;
import io.chengyun.platform.evaluation.indicator.Sheet.Figure;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
     * @param recurrence what counts as come back
     */
    record Scope(
            Subject subject,
            @Nullable String of,
            @Nullable AreaCode town,
            Instant from,
            Instant to,
            Recurrence.Term recurrence) {

        Map<String, @Nullable Object> parameters() {
            var parameters = new HashMap<String, @Nullable Object>();
            parameters.put("of", of);
            parameters.put("town", town == null ? null : town.value());
            parameters.put("from", Timestamp.from(from));
            parameters.put("to", Timestamp.from(to));
            parameters.put("since", Timestamp.from(to.minus(recurrence.window())));
            parameters.put("quietSince", Timestamp.from(to.minus(recurrence.quiet())));
            parameters.put("top", recurrence.top());
            return parameters;
        }
    }

    /** The figures of each member that has rows, by the member's code, in the order of the indicators; all of one base. */
    Map<String, List<Figure>> count(List<Indicator> indicators, String member, Scope scope) {
        var base = indicators.get(0).sql().base();
        var columns = IntStream.range(0, indicators.size())
                .mapToObj(at -> columns(indicators.get(at), at))
                .collect(Collectors.joining(", "));
        var found = new HashMap<String, List<Figure>>();
        jdbc.sql("SELECT %s AS member, %s FROM %s WHERE %s GROUP BY 1"
                        .formatted(member, columns, base.from(member), where(base.near(), member)))
                .params(scope.parameters())
                .query((row, number) -> found.put(row.getString("member"), figures(indicators, row)))
                .list();
        return found;
    }

    private static String columns(Indicator indicator, int at) {
        var sql = indicator.sql();
        var measure = indicator.measure();
        return "count(*) FILTER (WHERE %s) AS n%d, %s AS hits%d, %s AS hours%d"
                .formatted(sql.divisor(), at, measure.hits(sql), at, measure.value(sql), at);
    }

    private static List<Figure> figures(List<Indicator> indicators, ResultSet row) throws SQLException {
        var figures = new ArrayList<Figure>();
        for (int at = 0; at < indicators.size(); at++) {
            double hours = row.getDouble("hours" + at);
            var known = row.wasNull() ? null : (Double) hours;
            figures.add(Figure.of(indicators.get(at), row.getLong("hits" + at), row.getLong("n" + at), known));
        }
        return figures;
    }

    long countRows(Indicator indicator, String member, Scope scope) {
        return jdbc.sql("SELECT count(*) FROM %s WHERE %s"
                        .formatted(indicator.sql().base().from(member), where(touched(indicator), member)))
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
                                sql.base().from(member),
                                where(touched(indicator), member),
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

    private static String touched(Indicator indicator) {
        return indicator.sql().touched(indicator.measure());
    }

    private static String where(String rows, String member) {
        return """
                (%s) AND %s IS NOT NULL AND (:of::text IS NULL OR %s = :of)
                AND (:town::text IS NULL OR f.town = :town)
                """.formatted(rows, member, member);
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
}
