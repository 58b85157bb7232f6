package io.chengyun.platform.casework.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chengyun.kernel.Malformed;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CountdownTest {

    private static final Instant MONDAY_NINE = Instant.parse("2026-11-23T01:00:00Z");
    private static final int A_MONTH = 30 * 24 * 3600;
    private static final WorkCalendar CALENDAR = new WorkCalendar(
            ZoneId.of("Asia/Shanghai"),
            List.of(
                    new WorkCalendar.Session(LocalTime.of(8, 0), LocalTime.of(12, 0)),
                    new WorkCalendar.Session(LocalTime.of(14, 0), LocalTime.of(18, 0))),
            Set.of(),
            Set.of());

    private static Countdown started(String limit) {
        return Countdown.start(MONDAY_NINE, Limit.of(limit), CALENDAR);
    }

    @ParameterizedTest
    @CsvSource({
        "2 urgent hours, CONTINUOUS, PT2H",
        "1 urgent hour, CONTINUOUS, PT1H",
        "2紧急工作时, CONTINUOUS, PT2H",
        "2 紧急工作日, CONTINUOUS, PT48H",
        "4 working hours, WORKING, PT4H",
        "4小时, WORKING, PT4H",
        "5天, WORKING, PT40H",
        "1 working day, WORKING, PT8H",
        "30 urgent minutes, CONTINUOUS, PT30M"
    })
    void limitsAreReadInTheTradesUnits(String text, Pace pace, Duration length) {
        assertThat(Limit.of(text).pace()).isEqualTo(pace);
        assertThat(Limit.of(text).length()).isEqualTo(length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2", "hours", "0 urgent hours", "-1 天", "2 lightyears"})
    void whatIsNoLimitIsMalformed(String text) {
        assertThatThrownBy(() -> Limit.of(text)).isInstanceOf(Malformed.class);
    }

    @Test
    void theDeadlineItselfIsInTime() {
        var clock = started("2 urgent hours");
        assertThat(clock.overdueAt(clock.dueAt())).isFalse();
        assertThat(clock.overdueAt(clock.dueAt().plusMillis(1))).isTrue();
    }

    @Test
    void pausingTwiceIsPausingOnce() {
        var once = started("2 urgent hours").paused(MONDAY_NINE.plusSeconds(60));
        assertThat(once.paused(MONDAY_NINE.plusSeconds(120))).isEqualTo(once);
    }

    @Test
    void pausedClockDoesNotPass() {
        var clock = started("2 urgent hours").paused(MONDAY_NINE.plusSeconds(60));
        assertThat(clock.overdueAt(MONDAY_NINE.plus(Duration.ofDays(3)))).isFalse();
    }

    @Test
    void pauseAfterTheDeadlineDoesNotUndoThatItPassed() {
        var late = MONDAY_NINE.plus(Duration.ofHours(3));
        var clock = started("2 urgent hours").paused(late).resumed(late.plus(Duration.ofDays(1)), CALENDAR);
        assertThat(clock.dueAt()).isEqualTo(started("2 urgent hours").dueAt());
        assertThat(clock.overdueAt(late.plus(Duration.ofDays(1)))).isTrue();
    }

    @Test
    void extensionAddsToTheDeadlineThatStands() {
        var pausedAnHour = started("2 urgent hours")
                .paused(MONDAY_NINE.plusSeconds(600))
                .resumed(MONDAY_NINE.plusSeconds(4200), CALENDAR);
        assertThat(pausedAnHour.extended(Duration.ofHours(2), CALENDAR).dueAt())
                .isEqualTo(MONDAY_NINE.plus(Duration.ofHours(5)));
    }

    @Test
    void shorterLimitCountsFromTheSameStart() {
        var shorter = started("4 urgent hours").relimited(Pace.CONTINUOUS, Duration.ofHours(1), CALENDAR);
        assertThat(shorter.dueAt()).isEqualTo(MONDAY_NINE.plus(Duration.ofHours(1)));
        assertThat(shorter.startedAt()).isEqualTo(MONDAY_NINE);
    }

    @Property
    void pauseMovesTheDeadlineByExactlyTheWorkingTimeThatDidNotCount(
            @ForAll @IntRange(min = 1, max = 30) int days,
            @ForAll @LongRange(max = A_MONTH) long until,
            @ForAll @LongRange(max = A_MONTH) long length) {
        var clock = Countdown.start(MONDAY_NINE, new Limit(days, Limit.Unit.WORKING_DAY), CALENDAR);
        var from = MONDAY_NINE.plusSeconds(until);
        var to = from.plusSeconds(length);
        var after = clock.paused(from).resumed(to, CALENDAR);
        var moved = CALENDAR.between(clock.dueAt(), after.dueAt(), Pace.WORKING);
        var expected = clock.overdueAt(from) ? Duration.ZERO : CALENDAR.between(from, to, Pace.WORKING);
        assertThat(moved).isEqualTo(expected);
    }

    @Property
    void manyPausesMoveItLikeTheirSum(
            @ForAll @LongRange(max = 3600) long run,
            @ForAll @LongRange(max = A_MONTH) long first,
            @ForAll @LongRange(max = A_MONTH) long second) {
        var clock = started("3 urgent hours");
        var one = MONDAY_NINE.plusSeconds(run);
        var two = one.plusSeconds(first).plusSeconds(run);
        var after = clock.paused(one)
                .resumed(one.plusSeconds(first), CALENDAR)
                .paused(two)
                .resumed(two.plusSeconds(second), CALENDAR);
        assertThat(after.dueAt()).isEqualTo(clock.dueAt().plusSeconds(first + second));
    }
}
