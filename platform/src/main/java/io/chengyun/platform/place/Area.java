package io.chengyun.platform.place;

import io.chengyun.kernel.AreaCode;
import io.chengyun.kernel.Malformed;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A dated piece of the city (区域): a district, town, grid, committee or unit as it stands from one day to another.
 *
 * @param code its code, which outlives the row
 * @param name Chinese name
 * @param nameEn English name, if it has one
 * @param parent the area it is a part of; none for a district
 * @param from first day on which the row holds
 * @param to last day on which it holds; none while nobody has ended it
 * @param synthetic whether its boundary was generated rather than surveyed
 */
public record Area(
        AreaCode code,
        String name,
        @Nullable String nameEn,
        AreaKind kind,
        @Nullable AreaCode parent,
        LocalDate from,
        @Nullable LocalDate to,
        boolean synthetic) {

    public Area {
        if (to != null && to.isBefore(from)) {
            throw new Malformed("to", code + ": ends on " + to + " before it begins on " + from);
        }
    }

    /** Whether the row holds on this day. */
    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }

    Area endedOn(LocalDate last) {
        return new Area(code, name, nameEn, kind, parent, from, last, synthetic);
    }

    Area startingOn(LocalDate first) {
        return new Area(code, name, nameEn, kind, parent, first, to, synthetic);
    }
}
