package io.chengyun.platform.place;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All dated rows of the city's areas (区域沿革) and the map that they make on any day. Immutable; a change gives a new
 * history in which every earlier day looks as before.
 */
final class AreaHistory {

    private final List<AreaShape> rows;
    private final List<Organisation> organisations;
    private final NavigableMap<LocalDate, Period> periods = new TreeMap<>();

    AreaHistory(List<AreaShape> rows, List<Organisation> organisations) {
        this.rows = List.copyOf(rows);
        this.organisations = List.copyOf(organisations);
        periods.put(LocalDate.MIN, new Period(LocalDate.MIN));
        rows.forEach(row -> cut(row.area().from(), row.area().to()));
        organisations.forEach(row -> cut(row.from(), row.to()));
    }

    private void cut(LocalDate from, @Nullable LocalDate to) {
        periods.computeIfAbsent(from, Period::new);
        if (to != null) {
            periods.computeIfAbsent(to.plusDays(1), Period::new);
        }
    }

    /** The map on this day. */
    AreaMap on(LocalDate day) {
        return periods.floorEntry(day).getValue().map();
    }

    /** The day on which the layer last changed, before or after today. */
    Optional<LocalDate> lastChangeOf(AreaKind kind) {
        return rows.stream()
                .filter(row -> row.area().kind() == kind)
                .map(row -> row.area().from())
                .max(LocalDate::compareTo);
    }

    /** The same history with one whole layer replaced from a day on: its old rows end the day before. */
    AreaHistory replacing(AreaKind kind, LocalDate from, List<AreaShape> shapes) {
        var changed = new ArrayList<AreaShape>();
        for (var row : rows) {
            boolean ends = row.area().kind() == kind && row.area().holdsOn(from);
            changed.add(ends ? new AreaShape(row.area().endedOn(from.minusDays(1)), row.shape()) : row);
        }
        for (var shape : shapes) {
            changed.add(new AreaShape(shape.area().startingOn(from), shape.shape()));
        }
        return new AreaHistory(changed, organisations);
    }

    /** The days on which nothing changes share one map, made when first asked for. */
    private final class Period {

        private final LocalDate first;
        private volatile @Nullable AreaMap map;

        Period(LocalDate first) {
            this.first = first;
        }

        AreaMap map() {
            var made = map;
            return made == null ? make() : made;
        }

        private synchronized AreaMap make() {
            var made = map;
            if (made == null) {
                made = new AreaMap(
                        rows.stream().filter(row -> row.area().holdsOn(first)).toList(),
                        organisations.stream().filter(row -> row.holdsOn(first)).toList());
                map = made;
            }
            return made;
        }
    }
}
