package io.chengyun.platform.intake.duplicates;

import io.chengyun.kernel.Malformed;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.regex.Pattern;

/** A moment, or a day of which only that is known (时间). */
record Stamp(Instant at, boolean dayOnly) {

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern OFFSET = Pattern.compile(".*(Z|[+-]\\d{2}:?\\d{2})$");

    /**
     * Reads one.
     *
     * @param zone of times without an offset
     */
    static Stamp of(String field, String text, ZoneId zone) {
        var iso = text.strip().replace(' ', 'T').replace('/', '-');
        try {
            if (DAY.matcher(iso).matches()) {
                return new Stamp(LocalDate.parse(iso).atStartOfDay(zone).toInstant(), true);
            }
            boolean offset = iso.contains("T") && OFFSET.matcher(iso).matches();
            return new Stamp(
                    offset
                            ? OffsetDateTime.parse(iso).toInstant()
                            : LocalDateTime.parse(iso).atZone(zone).toInstant(),
                    false);
        } catch (DateTimeException wrong) {
            throw new Malformed(
                    field,
                    "'" + text + "' is no time; write 2026-11-26, 2026-11-26 09:30:00 or 2026-11-26T09:30:00+08:00");
        }
    }

    /**
     * When something of which this is the closing ended: a day's closings come before the day's requests, but what came that
     * very day was open until its end.
     */
    Instant closes(Stamp asked, ZoneId zone) {
        if (!dayOnly) {
            return at;
        }
        var day = at.atZone(zone).toLocalDate();
        return asked.at().atZone(zone).toLocalDate().isBefore(day)
                ? at
                : day.plusDays(1).atStartOfDay(zone).toInstant();
    }
}
