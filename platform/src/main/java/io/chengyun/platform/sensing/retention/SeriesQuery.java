package io.chengyun.platform.sensing.retention;

import io.chengyun.kernel.Malformed;
import io.chengyun.platform.sensing.notation.PhenomenonTime;
import io.chengyun.platform.sensing.table.RetentionSettings;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which time of a stream somebody asks for (序列查询).
 *
 * @param from ISO 8601 with offset; a day before {@code to} if not given
 * @param to now if not given; not itself in the series
 * @param points most points that come back, 500 if not given
 */
record SeriesQuery(
        @Nullable String from,
        @Nullable String to,
        @Nullable String points) {

    private static final int USUAL = 500;
    private static final int MOST = 5_000;
    private static final Duration USUAL_SPAN = Duration.ofDays(1);

    /** The question after it was found good. */
    record Asked(Span span, int points) {

        /** Single observations for a short time, hours while they are few enough, days beyond; each only while it is kept. */
        Resolution resolution(RetentionSettings settings, Instant now) {
            var length = Duration.between(span.from(), span.until());
            if (length.compareTo(settings.rawSpan()) <= 0 && !span.from().isBefore(settings.rawSince(now))) {
                return Resolution.RAW;
            }
            boolean few = length.compareTo(Duration.ofHours(points)) <= 0;
            return few && !span.from().isBefore(settings.hourlySince(now)) ? Resolution.HOUR : Resolution.DAY;
        }

        /** How long a bucket is when there is more than may come back. */
        long bucketMicros() {
            long length = PhenomenonTime.micros(span.until()) - PhenomenonTime.micros(span.from());
            return Math.max(1, (length + points - 1) / points);
        }
    }

    Asked asked(Instant now) {
        var until = time("to", to, now);
        var begin = time("from", from, until.minus(USUAL_SPAN));
        if (!begin.isBefore(until)) {
            throw new Malformed("from", "must lie before to");
        }
        return new Asked(new Span(begin, until), count());
    }

    private int count() {
        if (points == null) {
            return USUAL;
        }
        // Longer than the largest it is too many, whatever it says.
        int count = points.matches("\\d{1,4}") ? Integer.parseInt(points) : 0;
        if (count < 1 || count > MOST) {
            throw new Malformed("points", "must be 1 to " + MOST);
        }
        return count;
    }

    private static Instant time(String field, @Nullable String text, Instant usual) {
        if (text == null) {
            return usual;
        }
        // A plus that was not written as %2B arrives as a space.
        long micros = PhenomenonTime.parse(text.strip().replace(' ', '+'));
        if (micros == PhenomenonTime.INVALID) {
            throw new Malformed(field, "must be a time such as 2026-07-01T08:00:00+08:00");
        }
        return PhenomenonTime.instant(micros);
    }
}
