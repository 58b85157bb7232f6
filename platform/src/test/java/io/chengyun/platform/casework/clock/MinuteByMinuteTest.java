package io.chengyun.platform.casework.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/** Clocks beside a reference that knows no arithmetic of time: it looks at one minute after the other. */
class MinuteByMinuteTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalDateTime FIRST = LocalDateTime.of(2026, 9, 1, 0, 0);
    private static final Set<LocalDate> HOLIDAYS = Set.of(
            LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 2), LocalDate.of(2026, 10, 5), LocalDate.of(2026, 10, 6));
    private static final Set<LocalDate> WORKED = Set.of(LocalDate.of(2026, 9, 20), LocalDate.of(2026, 10, 10));
    private static final WorkCalendar CALENDAR = new WorkCalendar(
            ZONE,
            List.of(
                    new WorkCalendar.Session(LocalTime.of(8, 0), LocalTime.of(12, 0)),
                    new WorkCalendar.Session(LocalTime.of(14, 0), LocalTime.of(18, 0))),
            HOLIDAYS,
            WORKED);

    private enum Kind {
        PAUSE,
        RESUME,
        EXTEND
    }

    /** Something that happens to a clock, so many minutes after it started. */
    private record Step(int minute, Kind kind) {}

    /** A made-up life of a clock. */
    private record Life(LocalDateTime start, Pace pace, int allowed, List<Step> steps) {

        static Life of(int seed) {
            var dice = new Random(seed);
            var start = FIRST.plusMinutes(dice.nextInt(45 * 24 * 60));
            var pace = Pace.values()[dice.nextInt(2)];
            var steps = new ArrayList<Step>();
            int minute = 0;
            for (int i = dice.nextInt(6); i > 0; i--) {
                minute += 1 + dice.nextInt(2_000);
                steps.add(new Step(minute, Kind.values()[dice.nextInt(3)]));
            }
            // whatever was paused goes on in the end: every pause has one
            steps.add(new Step(minute + 1 + dice.nextInt(500), Kind.RESUME));
            return new Life(start, pace, 1 + dice.nextInt(2_400), steps);
        }
    }

    private static boolean counts(LocalDateTime minute, Pace pace) {
        if (pace == Pace.CONTINUOUS) {
            return true;
        }
        var day = minute.toLocalDate();
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        boolean works = weekend ? WORKED.contains(day) : !HOLIDAYS.contains(day);
        int hour = minute.getHour();
        return works && ((hour >= 8 && hour < 12) || (hour >= 14 && hour < 18));
    }

    /** The end of the last minute that was allowed; null where something happens in that very minute. */
    private static @Nullable LocalDateTime counted(Life life) {
        var steps = new ArrayList<>(life.steps());
        int left = life.allowed();
        boolean paused = false;
        for (int minute = 0; true; minute++) {
            while (!steps.isEmpty() && steps.get(0).minute() == minute) {
                var kind = steps.remove(0).kind();
                paused = kind == Kind.PAUSE || (kind == Kind.EXTEND && paused);
                left += kind == Kind.EXTEND ? life.allowed() : 0;
            }
            if (!paused && counts(life.start().plusMinutes(minute), life.pace()) && --left == 0) {
                int end = minute + 1;
                return steps.stream().anyMatch(step -> step.minute() == end)
                        ? null
                        : life.start().plusMinutes(end);
            }
        }
    }

    private static LocalDateTime computed(Life life) {
        var start = life.start().atZone(ZONE).toInstant();
        var clock = Countdown.start(start, life.pace(), Duration.ofMinutes(life.allowed()), CALENDAR);
        for (var step : life.steps()) {
            var at = start.plus(Duration.ofMinutes(step.minute()));
            clock = switch (step.kind()) {
                case PAUSE -> clock.paused(at);
                case RESUME -> clock.resumed(at, CALENDAR);
                case EXTEND ->
                    clock.overdueAt(at) ? clock : clock.extended(Duration.ofMinutes(life.allowed()), CALENDAR);
            };
        }
        return LocalDateTime.ofInstant(clock.dueAt(), ZONE);
    }

    @Property(tries = 2_000)
    void everyDeadlineIsWhereCountingLeadsTo(@ForAll @IntRange(max = 1_000_000) int seed) {
        var life = Life.of(seed);
        var expected = counted(life);
        if (expected != null) {
            assertThat(computed(life)).as(life.toString()).isEqualTo(expected);
        }
    }
}
