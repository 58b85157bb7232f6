package io.chengyun.platform.dispatch;

import io.chengyun.kernel.AreaCode;
import io.chengyun.platform.dispatch.Work.Assignment;
import io.chengyun.platform.dispatch.Work.Basis;
import io.chengyun.platform.dispatch.Work.Task;
import io.chengyun.platform.scenario.DutyList;
import io.chengyun.platform.scenario.DutyList.Level;
import io.chengyun.platform.scenario.DutyList.Row;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Decides by the duty list who has to do it: the lowest level first, the named fallback last. Values in, values out. */
final class DutyRules {

    private static final int DISTRICT_DIGITS = 6;

    /**
     * @param on the day for which the duty list is asked
     * @param exists whether an organisation of this code exists today; a row that names nobody is passed over
     */
    Assignment assign(DutyList list, Task task, LocalDate on, Predicate<String> exists) {
        var rows = list.rows().stream().filter(row -> row.holdsOn(on)).toList();
        return Arrays.stream(Level.values())
                .flatMap(level -> at(level, rows, task, exists).stream())
                .findFirst()
                .orElseGet(() -> fallback(list));
    }

    /** 兜底: who takes what nobody else takes. */
    Assignment fallback(DutyList list) {
        return new Assignment(list.fallback(), Level.DISTRICT, true, null);
    }

    private static Optional<Assignment> at(Level level, List<Row> rows, Task task, Predicate<String> exists) {
        var area = area(level, task);
        return rows.stream()
                .filter(row -> row.caseClass().equals(task.caseClass()) && row.level() == level && row.fits(area))
                .filter(row -> exists.test(row.organisationIn(area)))
                .map(row -> new Assignment(
                        row.organisationIn(area), level, false, new Basis(null, task.caseClass(), area, row.from())))
                .findFirst();
    }

    private static AreaCode area(Level level, Task task) {
        return switch (level) {
            case GRID -> task.grid();
            case TOWN -> task.town();
            case DISTRICT -> new AreaCode(task.town().value().substring(0, DISTRICT_DIGITS));
        };
    }
}
