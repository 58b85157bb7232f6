package io.chengyun.platform.evaluation.indicator;

import io.chengyun.kernel.Malformed;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * From one day of the district to another (统计期).
 *
 * @param to the first day that is no more part of it
 */
public record Period(LocalDate from, LocalDate to) {

    public Period {
        if (!from.isBefore(to)) {
            throw new Malformed("to", "the period must end after it begins: 'to' is the first day outside it");
        }
    }

    /** Reads both ends as they stand in an address, such as {@code 2026-11-01}. */
    static Period of(@Nullable String from, @Nullable String to) {
        return new Period(day("from", from), day("to", to));
    }

    private static LocalDate day(String field, @Nullable String text) {
        if (text == null) {
            throw new Malformed(field, "is needed: write a day as 2026-11-01");
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException wrong) {
            throw new Malformed(field, "'" + text + "' is no day: write 2026-11-01");
        }
    }

    Instant startsAt(ZoneId zone) {
        return from.atStartOfDay(zone).toInstant();
    }

    /** When it ends, or now if that is still ahead: what is due tomorrow is not yet due. */
    Instant countedTo(ZoneId zone, Instant now) {
        var end = to.atStartOfDay(zone).toInstant();
        return end.isBefore(now) ? end : now;
    }
}
