package io.chengyun.platform.place;

import io.chengyun.kernel.AreaCode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who answers for a part of the city (责任单位): an operations centre, a grid station or a department.
 *
 * @param code short and stable, such as {@code T310112101} or {@code D-WATER}
 * @param kind {@code district_centre}, {@code town_centre}, {@code grid_station} or {@code department}
 * @param area where it is responsible
 * @param parent code of the organisation it belongs to; none for the district's centre
 * @param from first day on which the row holds
 * @param to last day on which it holds; none while nobody has ended it
 */
public record Organisation(
        String code,
        String name,
        String nameEn,
        String kind,
        AreaCode area,
        @Nullable String parent,
        LocalDate from,
        @Nullable LocalDate to) {

    static final String TOWN_CENTRE = "town_centre";

    static Organisation of(DistrictFiles.TableRow row) {
        return new Organisation(
                row.get("code"),
                row.get("name"),
                row.get("nameEn"),
                row.get("kind"),
                new AreaCode(row.get("area")),
                row.find("parent").orElse(null),
                row.getDay("from"),
                row.findDay("to").orElse(null));
    }

    /** Whether the row holds on this day. */
    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }
}
