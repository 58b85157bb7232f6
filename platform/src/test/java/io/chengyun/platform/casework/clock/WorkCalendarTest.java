package io.chengyun.platform.casework.clock;

import static io.chengyun.platform.casework.clock.Pace.CONTINUOUS;
import static io.chengyun.platform.casework.clock.Pace.WORKING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chengyun.kernel.Fault;
import io.chengyun.kernel.Malformed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkCalendarTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final long FIRST = Instant.parse("2011-06-01T00:00:00Z").getEpochSecond();
    private static final int THREE_YEARS = 3 * 365 * 24 * 3600;
    private static final int SIXTY_WORKING_DAYS = 60 * 8 * 3600;
    private static final WorkCalendar MINHANG = CalendarFile.read(
            Path.of(System.getProperty("chengyun.place.district")).resolve("calendar.yml"));

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(SHANGHAI).toInstant();
    }

    private static Instant after(String from, Duration length) {
        return MINHANG.after(at(from), length, WORKING);
    }

    @Test
    void fourHoursFromEightEndAtNoonNotAfterTheBreak() {
        assertThat(after("2026-11-23T08:00", Duration.ofHours(4))).isEqualTo(at("2026-11-23T12:00"));
    }

    @Test
    void theBreakAndTheNightDoNotCount() {
        assertThat(after("2026-11-23T11:00", Duration.ofHours(2))).isEqualTo(at("2026-11-23T15:00"));
        assertThat(after("2026-11-23T17:30", Duration.ofHours(1))).isEqualTo(at("2026-11-24T08:30"));
        assertThat(after("2026-11-23T12:00", Duration.ofMinutes(1))).isEqualTo(at("2026-11-23T14:01"));
        assertThat(after("2026-11-23T18:00", Duration.ofMinutes(1))).isEqualTo(at("2026-11-24T08:01"));
    }

    @Test
    void weekendDoesNotCount() {
        assertThat(after("2026-11-20T17:00", Duration.ofHours(2))).isEqualTo(at("2026-11-23T09:00"));
    }

    @Test
    void nationalDayWeekOf2013DoesNotCountAndTheSaturdayAfterItDoes() {
        assertThat(MINHANG.worksOn(LocalDate.parse("2013-10-07"))).isFalse();
        assertThat(MINHANG.worksOn(LocalDate.parse("2013-10-12"))).isTrue();
        assertThat(after("2013-09-30T17:00", Duration.ofHours(2))).isEqualTo(at("2013-10-08T09:00"));
        assertThat(after("2013-10-11T17:00", Duration.ofHours(2))).isEqualTo(at("2013-10-12T09:00"));
    }

    @Test
    void springFestivalOf2026DoesNotCount() {
        assertThat(after("2026-02-14T17:00", Duration.ofHours(2))).isEqualTo(at("2026-02-24T09:00"));
    }

    @Test
    void yearWithoutDataHasPlainWeekends() {
        assertThat(MINHANG.worksOn(LocalDate.parse("2009-10-01"))).isTrue();
        assertThat(MINHANG.worksOn(LocalDate.parse("2009-10-03"))).isFalse();
    }

    @Test
    void urgentTimeCountsThroughNightsAndHolidays() {
        assertThat(MINHANG.after(at("2013-09-30T23:00"), Duration.ofHours(2), CONTINUOUS))
                .isEqualTo(at("2013-10-01T01:00"));
    }

    @Property
    void deadlineIsNeverBeforeTheStart(
            @ForAll @LongRange(max = THREE_YEARS) long start,
            @ForAll @LongRange(max = SIXTY_WORKING_DAYS) long length) {
        var from = Instant.ofEpochSecond(FIRST + start);
        assertThat(MINHANG.after(from, Duration.ofSeconds(length), WORKING)).isAfterOrEqualTo(from);
    }

    @Property
    void asMuchTimeCountsUntilTheDeadlineAsWasAllowed(
            @ForAll @LongRange(max = THREE_YEARS) long start,
            @ForAll @LongRange(max = SIXTY_WORKING_DAYS) long length) {
        var from = Instant.ofEpochSecond(FIRST + start);
        var due = MINHANG.after(from, Duration.ofSeconds(length), WORKING);
        assertThat(MINHANG.between(from, due, WORKING)).isEqualTo(Duration.ofSeconds(length));
    }

    @Property
    void deadlineIsTheFirstSuchMoment(
            @ForAll @LongRange(max = THREE_YEARS) long start,
            @ForAll @LongRange(min = 1, max = SIXTY_WORKING_DAYS) long length) {
        var from = Instant.ofEpochSecond(FIRST + start);
        var due = MINHANG.after(from, Duration.ofSeconds(length), WORKING);
        assertThat(MINHANG.between(from, due.minusSeconds(1), WORKING)).isLessThan(Duration.ofSeconds(length));
    }

    @Property
    void timeIsTheSameHoweverItIsCut(
            @ForAll @LongRange(max = THREE_YEARS) long start,
            @ForAll @LongRange(max = 3_000_000) long first,
            @ForAll @LongRange(max = 3_000_000) long second) {
        var from = Instant.ofEpochSecond(FIRST + start);
        var middle = from.plusSeconds(first);
        var to = middle.plusSeconds(second);
        assertThat(MINHANG.between(from, middle, WORKING).plus(MINHANG.between(middle, to, WORKING)))
                .isEqualTo(MINHANG.between(from, to, WORKING));
    }

    @Test
    void wrongCalendarFilesAreRefusedWithWhatIsWrong(@TempDir Path folder) throws IOException {
        assertWrong(folder, "sessions: []", "", "sessions");
        assertWrong(folder, "sessions: [{from: \"12:00\", to: \"08:00\"}]", "", "sessions");
        var day = "sessions: [{from: \"08:00\", to: \"12:00\"}]";
        assertWrong(folder, day, "2026: { source: x, off: [\"13-01\"], work: [] }", "MM-dd");
        assertWrong(folder, day, "2026: { source: x, off: [\"01-03/01-01\"], work: [] }", "backwards");
        assertWrong(folder, day, "2026: { source: x, off: [], work: [\"11-23\"] }", "weekend");
        assertThatThrownBy(() -> CalendarFile.read(folder.resolve("none.yml"))).isInstanceOf(Fault.class);
    }

    private static void assertWrong(Path folder, String sessions, String year, String why) throws IOException {
        var file = folder.resolve("calendar.yml");
        var years = year.isEmpty() ? "years: {}" : "years:\n  " + year;
        Files.writeString(file, "alarmDaysAhead: 60\nzone: Asia/Shanghai\n" + sessions + "\n" + years + "\n");
        assertThatThrownBy(() -> CalendarFile.read(file))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining(why);
    }
}
