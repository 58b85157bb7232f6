package io.chengyun.platform.sensing.retention;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;

/**
 * A stretch of time (时段).
 *
 * @param from its first moment
 * @param until the first moment after it
 */
record Span(Instant from, Instant until) {

    static Span of(YearMonth month) {
        return new Span(start(month.atDay(1)), start(month.plusMonths(1).atDay(1)));
    }

    static Span of(Year year) {
        return new Span(start(year.atDay(1)), start(year.plusYears(1).atDay(1)));
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay().toInstant(ZoneOffset.UTC);
    }
}
