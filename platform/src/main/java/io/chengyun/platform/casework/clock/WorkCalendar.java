package io.chengyun.platform.casework.clock;

import io.chengyun.kernel.Malformed;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * When offices work (工作日历): sessions of a day, statutory holidays, and weekends worked instead (调休).
 *
 * <p>A year of which the district's data says nothing has plain weekends. Immutable.
 */
public final class WorkCalendar {

    private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    private final ZoneId zone;
    private final List<Session> sessions;
    private final Set<LocalDate> holidays;
    private final Set<LocalDate> workedWeekends;

    /** Working hours from one time of day to another. */
    public record Session(LocalTime from, LocalTime to) {
        public Session {
            if (!from.isBefore(to)) {
                throw new Malformed("sessions", "a session ends after it begins, not " + from + " to " + to);
            }
        }
    }

    /**
     * @param sessions in the order of the day, not overlapping
     * @param holidays days off beside the weekends
     * @param workedWeekends Saturdays and Sundays on which work is done
     */
    public WorkCalendar(ZoneId zone, List<Session> sessions, Set<LocalDate> holidays, Set<LocalDate> workedWeekends) {
        this.zone = zone;
        this.sessions = List.copyOf(sessions);
        this.holidays = Set.copyOf(holidays);
        this.workedWeekends = Set.copyOf(workedWeekends);
        if (sessions.isEmpty()) {
            throw new Malformed("sessions", "a working day needs at least one session");
        }
        for (int i = 1; i < sessions.size(); i++) {
            if (sessions.get(i).from().isBefore(sessions.get(i - 1).to())) {
                throw new Malformed("sessions", "write them in the order of the day, without overlap");
            }
        }
        for (var day : workedWeekends) {
            if (!WEEKEND.contains(day.getDayOfWeek()) || holidays.contains(day)) {
                throw new Malformed("work", day + " is no weekend that can be worked");
            }
        }
    }

    public boolean worksOn(LocalDate day) {
        if (WEEKEND.contains(day.getDayOfWeek())) {
            return workedWeekends.contains(day);
        }
        return !holidays.contains(day);
    }

    /** The first moment by which so much time has counted since {@code from}; the end of a session, not the next's start. */
    public Instant after(Instant from, Duration length, Pace pace) {
        if (pace == Pace.CONTINUOUS || length.isZero()) {
            return from.plus(length);
        }
        var left = length;
        for (LocalDate day = dayOf(from); true; day = day.plusDays(1)) {
            for (var session : sessionsOn(day)) {
                var begin = later(at(day, session.from()), from);
                var end = at(day, session.to());
                if (!begin.isBefore(end)) {
                    continue;
                }
                var there = Duration.between(begin, end);
                if (there.compareTo(left) >= 0) {
                    return begin.plus(left);
                }
                left = left.minus(there);
            }
        }
    }

    /** How much time counts between two moments; zero when the second is not later. */
    public Duration between(Instant from, Instant to, Pace pace) {
        if (!from.isBefore(to)) {
            return Duration.ZERO;
        }
        if (pace == Pace.CONTINUOUS) {
            return Duration.between(from, to);
        }
        var sum = Duration.ZERO;
        for (var stretch : sessions(from, to)) {
            sum = sum.plus(Duration.between(stretch.from(), stretch.to()));
        }
        return sum;
    }

    /** A stretch of working time (工作时段). */
    public record Stretch(Instant from, Instant to) {}

    /** The working time between two moments, session by session. */
    public List<Stretch> sessions(Instant from, Instant to) {
        var stretches = new ArrayList<Stretch>();
        var last = dayOf(to);
        for (LocalDate day = dayOf(from); !day.isAfter(last); day = day.plusDays(1)) {
            for (var session : sessionsOn(day)) {
                var begin = later(at(day, session.from()), from);
                var end = earlier(at(day, session.to()), to);
                if (begin.isBefore(end)) {
                    stretches.add(new Stretch(begin, end));
                }
            }
        }
        return List.copyOf(stretches);
    }

    private List<Session> sessionsOn(LocalDate day) {
        return worksOn(day) ? sessions : List.of();
    }

    /** On which day of the district a moment falls. */
    public LocalDate dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, zone);
    }

    private Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(zone).toInstant();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
