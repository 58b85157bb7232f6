package io.chengyun.platform.access.shift;

import io.chengyun.kernel.AreaCode;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A person's shift as it comes back every week.
 *
 * @param days on which it begins
 * @param from the first day on which it begins
 * @param to the last; null until further notice
 */
record Shift(
        String person,
        AreaCode area,
        Set<DayOfWeek> days,
        Hours hours,
        LocalDate from,
        @Nullable LocalDate to) {

    Shift {
        days = Set.copyOf(days);
    }

    /** Of a day, past midnight where the second is earlier. */
    record Hours(LocalTime start, LocalTime end) {

        boolean pastMidnight() {
            return !end.isAfter(start);
        }
    }

    /** When the shift that runs at this moment ends; none where none runs. */
    Optional<Instant> runsUntil(Instant at, ZoneId zone) {
        var today = at.atZone(zone).toLocalDate();
        var yesterday = runsUntil(at, today.minusDays(1), zone);
        return yesterday.isPresent() ? yesterday : runsUntil(at, today, zone);
    }

    private Optional<Instant> runsUntil(Instant at, LocalDate day, ZoneId zone) {
        var begins = day.atTime(hours.start).atZone(zone).toInstant();
        var ends = day.plusDays(hours.pastMidnight() ? 1 : 0)
                .atTime(hours.end)
                .atZone(zone)
                .toInstant();
        return beginsOn(day) && !at.isBefore(begins) && at.isBefore(ends) ? Optional.of(ends) : Optional.empty();
    }

    private boolean beginsOn(LocalDate day) {
        return days.contains(day.getDayOfWeek()) && !day.isBefore(from) && (to == null || !day.isAfter(to));
    }

    /** Whether one person would be on both at some time. */
    boolean meets(Shift other) {
        boolean before = to != null && to.isBefore(other.from);
        boolean after = other.to != null && from.isAfter(other.to);
        if (!person.equals(other.person) || before || after) {
            return false;
        }
        return meetsWithin(other) || spillsInto(other) || other.spillsInto(this);
    }

    private boolean meetsWithin(Shift other) {
        boolean sameDay = !Collections.disjoint(days, other.days);
        boolean before = !hours.pastMidnight() && !hours.end.isAfter(other.hours.start);
        boolean after = !other.hours.pastMidnight() && !other.hours.end.isAfter(hours.start);
        return sameDay && !before && !after;
    }

    /** Whether it runs past midnight into the other's next day. */
    private boolean spillsInto(Shift other) {
        return hours.pastMidnight()
                && hours.end.isAfter(other.hours.start)
                && days.stream().anyMatch(day -> other.days.contains(day.plus(1)));
    }
}
