package io.chengyun.platform.casework.clock;

import io.chengyun.kernel.Malformed;
import io.chengyun.platform.content.PackageFile;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The district's calendar file (日历文件): sessions of a working day, and per year the days off and the weekends worked.
 *
 * @param alarmDaysAhead how many days before a year begins of which nothing is known somebody is told
 * @param zone time zone of the district
 * @param years by year; a day is {@code MM-dd}, a row of days {@code MM-dd/MM-dd}
 */
public record CalendarFile(int alarmDaysAhead, ZoneId zone, List<Hours> sessions, Map<Integer, Year> years) {

    /** From one time of day to another, such as {@code 08:00} to {@code 12:00}. */
    public record Hours(String from, String to) {}

    /**
     * @param source the State Council's notice that says so
     * @param off days off beside plain weekends
     * @param work weekends worked (调休)
     */
    public record Year(String source, List<String> off, List<String> work) {}

    /** Reads the calendar of a district. */
    public static WorkCalendar read(Path file) {
        return of(file).calendar(file);
    }

    /** Reads which years the calendar of a district knows. */
    public static YearCover cover(Path file) {
        var read = of(file);
        return new YearCover(read.zone(), read.years().keySet(), read.alarmDaysAhead());
    }

    private static CalendarFile of(Path file) {
        return PackageFile.read(file, CalendarFile.class, "casework:calendar-unreadable");
    }

    private WorkCalendar calendar(Path file) {
        try {
            return calendar();
        } catch (DateTimeException wrong) {
            throw new Malformed(
                    String.valueOf(file.getFileName()), wrong.getMessage() + ": days are MM-dd, times HH:mm");
        }
    }

    WorkCalendar calendar() {
        Set<LocalDate> off = new HashSet<>();
        Set<LocalDate> work = new HashSet<>();
        years.forEach((number, year) -> {
            year.off().forEach(days -> addAll(off, number, days));
            year.work().forEach(days -> addAll(work, number, days));
        });
        var hours = sessions.stream()
                .map(session ->
                        new WorkCalendar.Session(LocalTime.parse(session.from()), LocalTime.parse(session.to())))
                .toList();
        return new WorkCalendar(zone, hours, off, work);
    }

    private static void addAll(Set<LocalDate> days, int year, String text) {
        var ends = text.split("/", 2);
        var from = LocalDate.parse(year + "-" + ends[0]);
        var to = LocalDate.parse(year + "-" + ends[ends.length - 1]);
        if (to.isBefore(from)) {
            throw new Malformed("calendar", year + ": " + text + " runs backwards");
        }
        from.datesUntil(to.plusDays(1)).forEach(days::add);
    }
}
