package io.chengyun.platform.evaluation.indicator;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Map;

/**
 * One indicator (指标): what is divided by what, in words for people and in conditions for the database.
 *
 * @param counted what is counted, the numerator
 * @param divisor what it is divided by; of counts, hours and kilometres, over what they are taken
 */
public record Indicator(
        String code,
        Text name,
        Text counted,
        Text divisor,
        Measure measure,
        @JsonIgnore Sql sql) {

    /** The same in Chinese and English (中英文). */
    public record Text(String zh, String en) {

        Text filled(Map<String, String> words) {
            var filled = this;
            for (var word : words.entrySet()) {
                var name = "{" + word.getKey() + "}";
                filled = new Text(filled.zh.replace(name, word.getValue()), filled.en.replace(name, word.getValue()));
            }
            return filled;
        }
    }

    /** With the district's numbers in its definition. */
    Indicator filled(Map<String, String> words) {
        return new Indicator(code, name, counted.filled(words), divisor.filled(words), measure, sql);
    }

    /** How a figure comes out (计算方式). */
    public enum Measure {
        /** 占比: part of the divisor. */
        SHARE("count(*) FILTER (WHERE (%1$s) AND (%2$s))", "NULL::double precision"),
        /** 比率: against the divisor, of which it is no part. */
        RATIO("count(*) FILTER (WHERE %2$s)", "NULL::double precision"),
        /** 数量. */
        COUNT("count(*) FILTER (WHERE %1$s)", "NULL::double precision"),
        /** 平均, in hours. */
        MEAN_HOURS("count(*) FILTER (WHERE %1$s)", "avg(%2$s) FILTER (WHERE %1$s)"),
        /** 平均, in kilometres. */
        MEAN_KILOMETRES("count(*) FILTER (WHERE %1$s)", "avg(%2$s) FILTER (WHERE %1$s)"),
        /** 中位, in hours: a value that occurred. */
        HALF_HOURS(
                "count(*) FILTER (WHERE %1$s)",
                "percentile_disc(0.5) WITHIN GROUP (ORDER BY %2$s) FILTER (WHERE %1$s)"),
        /** 九成, in hours: a value that occurred. */
        MOST_HOURS(
                "count(*) FILTER (WHERE %1$s)",
                "percentile_disc(0.9) WITHIN GROUP (ORDER BY %2$s) FILTER (WHERE %1$s)");

        private final String hits;
        private final String value;

        Measure(String hits, String value) {
            this.hits = hits;
            this.value = value;
        }

        String hits(Sql sql) {
            return hits.formatted(sql.divisor(), sql.counted());
        }

        String value(Sql sql) {
            return value.formatted(sql.divisor(), sql.counted());
        }
    }

    /**
     * The conditions, over {@code :from}, {@code :to} and the columns of the base.
     *
     * @param counted a condition; of hours the hours themselves
     */
    record Sql(Base base, String divisor, String counted) {

        /** Whether a row of the divisor, or beside it, is among what is counted. */
        String isCounted(Measure measure) {
            return switch (measure) {
                case SHARE -> "(" + divisor + ") AND (" + counted + ")";
                case RATIO -> counted;
                case COUNT, MEAN_HOURS, MEAN_KILOMETRES, HALF_HOURS, MOST_HOURS -> divisor;
            };
        }

        /** Every row that has to do with the figure. */
        String touched(Measure measure) {
            return measure == Measure.RATIO ? "(" + divisor + ") OR (" + counted + ")" : divisor;
        }
    }
}
