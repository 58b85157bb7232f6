package io.chengyun.platform.casework.control;

import io.chengyun.platform.place.Position;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * A place and time in which some classes are allowed (管控区域), such as a night market: they are not reported there.
 *
 * @param from first day on which it holds, {@code to} the last
 * @param hours of each of these days
 * @param ground the permit or notice on which it rests
 */
public record ControlArea(
        String id,
        String name,
        Circle circle,
        List<String> classes,
        LocalDate from,
        LocalDate to,
        Hours hours,
        String ground) {

    public ControlArea {
        classes = List.copyOf(classes);
    }

    /** 范围: so many metres around a point, WGS84 degrees. */
    public record Circle(double lon, double lat, double metres) {}

    /** 时段: from one time of day to another, past midnight if the second is earlier. */
    public record Hours(LocalTime from, LocalTime to) {

        boolean contain(LocalTime time) {
            return from.isBefore(to)
                    ? !time.isBefore(from) && time.isBefore(to)
                    : !time.isBefore(from) || time.isBefore(to);
        }

        /** Whether this moment belongs to the night that began the day before. */
        boolean pastMidnight(LocalTime time) {
            return to.isBefore(from) && time.isBefore(to);
        }
    }

    /** Whether a matter of this class is allowed there then. */
    boolean allows(String caseClass, Position point, Instant at, ZoneId zone) {
        ZonedDateTime local = at.atZone(zone);
        var time = local.toLocalTime();
        var day = hours.pastMidnight(time) ? local.toLocalDate().minusDays(1) : local.toLocalDate();
        return classes.contains(caseClass)
                && !day.isBefore(from)
                && !day.isAfter(to)
                && hours.contain(time)
                && point.metresTo(new Position(circle.lon(), circle.lat())) <= circle.metres();
    }
}
