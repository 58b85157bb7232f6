package io.chengyun.rules.leak;

import io.chengyun.kernel.Malformed;
import io.chengyun.rules.Micros;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * When hardly anybody draws water (夜间时段): from until until, local time of one zone, both on the same day.
 *
 * <p>A night's day is the 24 hours that end with it, so that night and day are known at the same moment.
 *
 * @param zone whose clocks tell when it is night
 * @param from when the night begins
 * @param until when it ends, later on the same day
 */
public record NightHours(ZoneId zone, LocalTime from, LocalTime until) {

    public NightHours {
        if (!until.isAfter(from)) {
            throw new Malformed("until", "must be later on the same day than from");
        }
    }

    Duration length() {
        return Duration.between(from, until);
    }

    /** The day, counted since 1970, on whose morning the night ends that this moment belongs to or runs up to. */
    long dayOf(long micros) {
        var local = Micros.instant(micros).atZone(zone);
        var date = local.toLocalDate();
        return (local.toLocalTime().isBefore(until) ? date : date.plusDays(1)).toEpochDay();
    }

    boolean covers(long micros) {
        var time = Micros.instant(micros).atZone(zone).toLocalTime();
        return !time.isBefore(from) && time.isBefore(until);
    }

    static int weekday(long day) {
        return LocalDate.ofEpochDay(day).getDayOfWeek().ordinal();
    }

    static int weekdays() {
        return DayOfWeek.values().length;
    }
}
