package io.chengyun.platform.dispatch;

import static io.chengyun.platform.scenario.DutyList.Level.DISTRICT;
import static io.chengyun.platform.scenario.DutyList.Level.GRID;
import static io.chengyun.platform.scenario.DutyList.Level.TOWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.chengyun.kernel.AreaCode;
import io.chengyun.platform.dispatch.Work.Assignment;
import io.chengyun.platform.dispatch.Work.Basis;
import io.chengyun.platform.dispatch.Work.Task;
import io.chengyun.platform.scenario.DutyList;
import io.chengyun.platform.scenario.DutyList.Row;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class DutyRulesTest {

    private static final Task FLOODED_ROAD = new Task("0506", new AreaCode("310112101"), new AreaCode("310112101G01"));
    private static final DutyList LIST = new DutyList(
            List.of(
                    new Row("0506", DISTRICT, null, "D-DRAINAGE", null, null),
                    new Row("0506", TOWN, null, "T{area}", null, null),
                    new Row("0506", GRID, new AreaCode("310112101G01"), "G{area}", null, null),
                    new Row("0505", TOWN, null, "T{area}", null, null)),
            "D310112");

    private static final LocalDate TODAY = LocalDate.of(2026, 5, 1);

    private final DutyRules rules = new DutyRules();

    /** Who has it, the reason aside. */
    private Assignment assign(DutyList list, Task task, LocalDate on, Predicate<String> exists) {
        var found = rules.assign(list, task, on, exists);
        return new Assignment(found.organisation(), found.level(), found.fallback(), null);
    }

    private static Assignment who(String organisation, DutyList.Level level, boolean fallback) {
        return new Assignment(organisation, level, fallback, null);
    }

    @Test
    void whyItIsTheirsIsTheRowThatFits() {
        assertThat(rules.assign(LIST, FLOODED_ROAD, TODAY, any -> true).basis())
                .isEqualTo(new Basis(null, "0506", FLOODED_ROAD.grid(), null));
    }

    @Test
    void lowestLevelIsAskedFirst() {
        assertThat(assign(LIST, FLOODED_ROAD, TODAY, any -> true)).isEqualTo(who("G310112101G01", GRID, false));
    }

    @Test
    void rowForAnotherAreaDoesNotFit() {
        var next = new Task("0506", FLOODED_ROAD.town(), new AreaCode("310112101G02"));
        assertThat(assign(LIST, next, TODAY, any -> true)).isEqualTo(who("T310112101", TOWN, false));
    }

    @Test
    void organisationThatDoesNotExistIsPassedOver() {
        assertThat(assign(LIST, FLOODED_ROAD, TODAY, code -> code.startsWith("D")))
                .isEqualTo(who("D-DRAINAGE", DISTRICT, false));
    }

    @Test
    void whatNobodyTakesFallsToTheFallback() {
        var unknown = new Task("0599", FLOODED_ROAD.town(), FLOODED_ROAD.grid());
        assertThat(assign(LIST, unknown, TODAY, any -> true)).isEqualTo(who("D310112", DISTRICT, true));
    }

    @Test
    void rowHoldsFromItsFirstDayToItsLastAndTheListOfADayIsThatDays() {
        var list = new DutyList(
                List.of(
                        new Row("0505", DISTRICT, null, "D-OLD", null, TODAY.minusDays(1)),
                        new Row("0505", DISTRICT, null, "D-NEW", TODAY, null)),
                "D310112");
        var task = new Task("0505", FLOODED_ROAD.town(), FLOODED_ROAD.grid());
        assertThat(assign(list, task, TODAY.minusDays(1), any -> true).organisation())
                .isEqualTo("D-OLD");
        assertThat(assign(list, task, TODAY, any -> true).organisation()).isEqualTo("D-NEW");
    }
}
