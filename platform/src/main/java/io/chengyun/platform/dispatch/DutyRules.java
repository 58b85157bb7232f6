package io.chengyun.platform.dispatch;

import io.chengyun.kernel.AreaCode;
import io.chengyun.platform.address.owner.Holding;
import io.chengyun.platform.address.owner.Holdings;
import io.chengyun.platform.dispatch.Work.Assignment;
import io.chengyun.platform.dispatch.Work.Basis;
import io.chengyun.platform.dispatch.Work.Task;
import io.chengyun.platform.dispatch.correction.Correction;
import io.chengyun.platform.scenario.DutyList;
import io.chengyun.platform.scenario.DutyList.Level;
import io.chengyun.platform.scenario.DutyList.Owned;
import io.chengyun.platform.scenario.DutyList.Row;
import io.chengyun.platform.scenario.DutyList.Thing;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Decides who has to do it. Values in, values out. */
final class DutyRules {

    /** 派遣优先级: asked in this order; the first that names an organisation which exists that day has it. */
    private static final List<Rung> ORDER = List.of(
            DutyRules::signed,
            asked -> ofOwner(Thing.ASSET, asked.holdings().asset(), asked),
            asked -> ofOwner(Thing.ROAD, asked.holdings().road(), asked),
            asked -> at(Level.GRID, asked),
            asked -> at(Level.TOWN, asked),
            asked -> at(Level.DISTRICT, asked),
            asked -> Optional.of(fallback(asked.list())));

    private static final int DISTRICT_DIGITS = 6;

    /** One step of the order. */
    @FunctionalInterface
    private interface Rung {
        Optional<Assignment> find(Asked asked);
    }

    /**
     * What the decision rests on.
     *
     * @param holdings whose the part and the road are at which the task stands
     * @param signed the correction that speaks of the task's class and place; null where none does
     */
    record Asked(
            DutyList list,
            Task task,
            Holdings holdings,
            @Nullable Correction signed,
            Day day) {

        Stream<Row> rows() {
            var caseClass = task.caseClass();
            return list.rows().stream().filter(row -> row.caseClass().equals(caseClass) && row.holdsOn(day.on()));
        }
    }

    /** @param exists whether an organisation of this code exists that day; a row that names nobody is passed over */
    record Day(LocalDate on, Predicate<String> exists) {}

    static Assignment assign(Asked asked) {
        return ORDER.stream()
                .flatMap(rung -> rung.find(asked).stream())
                .findFirst()
                .orElseThrow();
    }

    /** 兜底: who takes what nobody else takes. */
    static Assignment fallback(DutyList list) {
        return new Assignment(list.fallback(), Level.DISTRICT, true, null);
    }

    private static Optional<Assignment> signed(Asked asked) {
        return Optional.ofNullable(asked.signed())
                .map(Correction::row)
                .filter(row -> asked.day().exists().test(row.organisation()))
                .map(row -> {
                    var level = row.area().equals(asked.task().grid()) ? Level.GRID : Level.TOWN;
                    var id = asked.signed() == null ? null : asked.signed().id();
                    var basis = new Basis(id, row.caseClass(), row.area(), row.from(), null);
                    return new Assignment(row.organisation(), level, false, basis);
                });
    }

    /** 权属: rows that name the owner go before those for whoever owns it, then the lowest level. */
    private static Optional<Assignment> ofOwner(Thing thing, @Nullable Holding holding, Asked asked) {
        if (holding == null) {
            return Optional.empty();
        }
        return asked.rows()
                .filter(row -> fits(row.owned(), thing, holding))
                .sorted(Comparator.comparing(DutyRules::asksForAnybody).thenComparing(Row::level))
                .flatMap(row -> given(row, holding, asked).stream())
                .findFirst();
    }

    private static boolean fits(@Nullable Owned owned, Thing thing, Holding holding) {
        return owned != null && owned.thing() == thing && owned.fits(holding.owner());
    }

    private static boolean asksForAnybody(Row row) {
        var owned = row.owned();
        return owned == null || owned.owner() == null;
    }

    private static Optional<Assignment> at(Level level, Asked asked) {
        return asked.rows()
                .filter(row -> row.owned() == null && row.level() == level)
                .flatMap(row -> given(row, null, asked).stream())
                .findFirst();
    }

    private static Optional<Assignment> given(Row row, @Nullable Holding holding, Asked asked) {
        var task = asked.task();
        var area = area(row.level(), task);
        var organisation = named(row.organisationIn(area), holding);
        if (!row.fits(area) || !asked.day().exists().test(organisation)) {
            return Optional.empty();
        }
        var basis = new Basis(null, task.caseClass(), area, row.from(), holding);
        return Optional.of(new Assignment(organisation, row.level(), false, basis));
    }

    private static String named(String organisation, @Nullable Holding holding) {
        return holding == null
                ? organisation
                : organisation.replace("{owner}", holding.owner()).replace("{maintainer}", holding.maintainer());
    }

    private static AreaCode area(Level level, Task task) {
        return switch (level) {
            case GRID -> task.grid();
            case TOWN -> task.town();
            case DISTRICT -> new AreaCode(task.town().value().substring(0, DISTRICT_DIGITS));
        };
    }
}
