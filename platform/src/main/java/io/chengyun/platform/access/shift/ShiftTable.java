package io.chengyun.platform.access.shift;

import io.chengyun.kernel.AreaCode;
import io.chengyun.platform.access.shift.Shift.Hours;
import io.chengyun.platform.content.PackageTable;
import io.chengyun.platform.content.PackageTable.Row;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/** Reads the district's shifts (班次表): {@code shifts.csv}; none where it has no such file. */
final class ShiftTable {

    private static final List<String> COLUMNS = List.of("id", "person", "area", "days", "start", "end", "from", "to");
    private static final String DAYS = "[1-7]( [1-7])*";
    private static final String TIME = "([01]\\d|2[0-3]):[0-5]\\d";

    private final BiPredicate<AreaCode, LocalDate> exists;

    /** @param exists whether the area holds on this day */
    ShiftTable(BiPredicate<AreaCode, LocalDate> exists) {
        this.exists = exists;
    }

    List<Shift> read(Path file) {
        var shifts = new ArrayList<Shift>();
        if (!Files.exists(file)) {
            return shifts;
        }
        for (var row : PackageTable.read(file, COLUMNS)) {
            var shift = shift(row);
            if (shifts.stream().anyMatch(shift::meets)) {
                throw row.wrong("person", "'" + shift.person() + "' is on another shift then: end one before the next");
            }
            shifts.add(shift);
        }
        return List.copyOf(shifts);
    }

    private Shift shift(Row row) {
        var from = row.day("from");
        var hours = new Hours(time(row, "start"), time(row, "end"));
        if (hours.start().equals(hours.end())) {
            throw row.wrong("end", "is the same as start: a shift of a whole day is written as two");
        }
        return new Shift(
                row.text("person", "[\\w-]{1,60}", "write a staff id: inspector-310112101"),
                area(row, from),
                days(row),
                hours,
                from,
                row.lastDay("to", from));
    }

    private AreaCode area(Row row, LocalDate from) {
        var code =
                row.text("area", "\\d{6}|\\d{9}(G\\d{2})?", "write a district's, town's or grid's code: 310112101G01");
        var area = new AreaCode(code);
        if (!exists.test(area, from)) {
            throw row.wrong("area", "'" + code + "' is no area of the district on " + from + ": write one that is");
        }
        return area;
    }

    private static Set<DayOfWeek> days(Row row) {
        var text = row.text("days", DAYS, "write days of the week, Monday 1: 1 2 3 4 5");
        return Arrays.stream(text.split(" "))
                .map(day -> DayOfWeek.of(Integer.parseInt(day)))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static LocalTime time(Row row, String column) {
        return LocalTime.parse(row.text(column, TIME, "write a time of day such as 08:00"));
    }
}
