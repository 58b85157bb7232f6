package io.chengyun.platform.casework.clock;

import io.chengyun.kernel.Malformed;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;

/**
 * Of which years the working calendar knows the days off (年度日历).
 *
 * @param alarmDaysAhead how many days before a year begins of which nothing is known somebody is told
 */
public record YearCover(ZoneId zone, Set<Integer> years, int alarmDaysAhead) {

    public YearCover {
        years = Set.copyOf(years);
        if (alarmDaysAhead < 1 || alarmDaysAhead > 366) {
            throw new Malformed("alarmDaysAhead", "name 1 to 366 days");
        }
    }

    /** Refuses a calendar that says nothing of the year in which we are. */
    public void require(Instant now) {
        int year = LocalDate.ofInstant(now, zone).getYear();
        if (!years.contains(year)) {
            throw new Malformed(
                    "calendar.yml",
                    "says nothing of the year " + year + ": add its days off and the weekends worked to years");
        }
    }

    /** The first year after this one of which nothing is known. */
    public int missing(Instant now) {
        int year = LocalDate.ofInstant(now, zone).getYear() + 1;
        while (years.contains(year)) {
            year++;
        }
        return year;
    }

    /** When somebody is told that this year is missing. */
    public Instant alarmAt(int year) {
        return LocalDate.of(year, 1, 1).atStartOfDay(zone).toInstant().minus(Duration.ofDays(alarmDaysAhead));
    }
}
