package io.chengyun.platform.access.shift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chengyun.kernel.AreaCode;
import io.chengyun.kernel.Malformed;
import io.chengyun.platform.access.shift.Shift.Hours;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When somebody is on shift, and which tables of shifts are taken. */
class ShiftTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final String HEAD = "id,person,area,days,start,end,from,to\n";
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final Set<DayOfWeek> WORKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

    @TempDir
    Path folder;

    private static Shift shift(String start, String end) {
        return new Shift("wang", new AreaCode("310112101"), WORKDAYS, hours(start, end), FIRST, null);
    }

    private static Hours hours(String start, String end) {
        return new Hours(LocalTime.parse(start), LocalTime.parse(end));
    }

    /** 2026-11-23 is a Monday. */
    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(SHANGHAI).toInstant();
    }

    @Test
    void itRunsFromItsFirstMinuteToBeforeItsLast() {
        var day = shift("08:00", "20:00");
        assertThat(day.runsUntil(at("2026-11-23T07:59"), SHANGHAI)).isEmpty();
        assertThat(day.runsUntil(at("2026-11-23T08:00"), SHANGHAI)).contains(at("2026-11-23T20:00"));
        assertThat(day.runsUntil(at("2026-11-23T20:00"), SHANGHAI)).isEmpty();
        assertThat(day.runsUntil(at("2026-11-22T12:00"), SHANGHAI)).isEmpty();
    }

    @Test
    void aNightBelongsToTheDayOnWhichItBegan() {
        var night = shift("20:00", "08:00");
        assertThat(night.runsUntil(at("2026-11-24T07:59"), SHANGHAI)).contains(at("2026-11-24T08:00"));
        assertThat(night.runsUntil(at("2026-11-28T03:00"), SHANGHAI)).contains(at("2026-11-28T08:00"));
        assertThat(night.runsUntil(at("2026-11-23T03:00"), SHANGHAI)).isEmpty();
    }

    @Test
    void itHoldsFromItsFirstDayToItsLast() {
        var last = LocalDate.of(2026, 11, 23);
        var ended = new Shift("wang", new AreaCode("310112101"), WORKDAYS, hours("20:00", "08:00"), last, last);
        assertThat(ended.runsUntil(at("2026-11-23T21:00"), SHANGHAI)).isPresent();
        assertThat(ended.runsUntil(at("2026-11-24T07:00"), SHANGHAI)).isPresent();
        assertThat(ended.runsUntil(at("2026-11-24T21:00"), SHANGHAI)).isEmpty();
    }

    private Path file(String rows) throws IOException {
        return Files.writeString(folder.resolve("shifts.csv"), HEAD + rows);
    }

    private static ShiftTable table() {
        return new ShiftTable((area, on) -> area.value().startsWith("310112"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            S1,wang,310112101,1 2,08:00,08:00,2026-01-01,            | shifts.csv:2 end: is the same as start
            S1,wang,310112101,Mon,08:00,20:00,2026-01-01,            | shifts.csv:2 days: 'Mon': write days of the week, Monday 1
            S1,wang,310112101,1 8,08:00,20:00,2026-01-01,            | shifts.csv:2 days: '1 8'
            S1,wang,310112101,1,8am,20:00,2026-01-01,                | shifts.csv:2 start: '8am': write a time of day
            S1,wang,310112101,1,08:00,24:00,2026-01-01,              | shifts.csv:2 end: '24:00'
            S1,wang,310113101,1,08:00,20:00,2026-01-01,              | shifts.csv:2 area: '310113101' is no area of the district on 2026-01-01
            S1,wang,Xinzhuang,1,08:00,20:00,2026-01-01,              | shifts.csv:2 area: 'Xinzhuang': write
            S1,wang,310112101,1,08:00,20:00,2026-01-02,2026-01-01    | shifts.csv:2 to: 2026-01-01 is before 2026-01-02
            S1,王 五,310112101,1,08:00,20:00,2026-01-01,              | shifts.csv:2 person: '王 五': write a staff id
            """)
    void aWrongShiftIsToldWithFileRowColumnAndRemedy(String row, String problem) throws IOException {
        var file = file(row.strip() + "\n");
        assertThatThrownBy(() -> table().read(file))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining(problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1 2,08:00,16:00,2026-01-01,           | 2 3,15:59,20:00,2026-01-01,           | true
            1 2,08:00,16:00,2026-01-01,           | 2 3,16:00,20:00,2026-01-01,           | false
            1 2,08:00,16:00,2026-01-01,           | 3 4,08:00,16:00,2026-01-01,           | false
            1,20:00,08:00,2026-01-01,             | 2,07:00,12:00,2026-01-01,             | true
            7,20:00,08:00,2026-01-01,             | 1,07:00,12:00,2026-01-01,             | true
            1,20:00,08:00,2026-01-01,             | 2,08:00,12:00,2026-01-01,             | false
            1,08:00,16:00,2026-01-01,2026-05-31   | 1,08:00,16:00,2026-06-01,             | false
            """)
    void nobodyIsOnTwoShiftsAtATime(String one, String other, boolean refused) throws IOException {
        var file = file("S1,wang,310112101," + one.strip() + "\nS2,wang,310112102," + other.strip() + "\n");
        if (refused) {
            assertThatThrownBy(() -> table().read(file))
                    .hasMessageContaining("shifts.csv:3 person: 'wang' is on another shift then");
        } else {
            assertThat(table().read(file)).hasSize(2);
        }
    }

    @Test
    void twoPeopleMayBeOnShiftTogetherAndADistrictWithoutTheFileHasNoShifts() throws IOException {
        var rows = "S1,wang,310112101,1,08:00,20:00,2026-01-01,\nS2,li,310112101,1,08:00,20:00,2026-01-01,\n";
        assertThat(table().read(file(rows))).hasSize(2);
        assertThat(table().read(folder.resolve("none.csv"))).isEmpty();
    }
}
