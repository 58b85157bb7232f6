package io.chengyun.platform.dispatch;

import static io.chengyun.platform.scenario.DutyList.Level.DISTRICT;
import static io.chengyun.platform.scenario.DutyList.Level.GRID;
import static io.chengyun.platform.scenario.DutyList.Level.TOWN;
import static io.chengyun.platform.scenario.DutyList.Thing.ASSET;
import static io.chengyun.platform.scenario.DutyList.Thing.ROAD;
import static org.assertj.core.api.Assertions.assertThat;

import io.chengyun.kernel.AreaCode;
import io.chengyun.platform.address.owner.Holding;
import io.chengyun.platform.address.owner.Holdings;
import io.chengyun.platform.dispatch.DutyRules.Asked;
import io.chengyun.platform.dispatch.DutyRules.Day;
import io.chengyun.platform.dispatch.Work.Assignment;
import io.chengyun.platform.dispatch.Work.Basis;
import io.chengyun.platform.dispatch.Work.Task;
import io.chengyun.platform.dispatch.correction.Correction;
import io.chengyun.platform.dispatch.correction.Correction.Proposal;
import io.chengyun.platform.dispatch.correction.Correction.Signature;
import io.chengyun.platform.scenario.DutyList;
import io.chengyun.platform.scenario.DutyList.Owned;
import io.chengyun.platform.scenario.DutyList.Row;
import io.chengyun.platform.scenario.DutyList.Thing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
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

    private static final Holding COVER =
            new Holding("3101120101000001", null, null, null, "D-SUPPLY", "D-PIPES", LocalDate.of(2026, 1, 1));
    private static final Holding STREET =
            new Holding(null, "沪闵路", 20, 660, "D-TRANSPORT", "D-ROADS", LocalDate.of(2026, 1, 1));

    private static Assignment assign(
            DutyList list, Holdings holdings, @Nullable Correction signed, Predicate<String> exists) {
        return DutyRules.assign(new Asked(list, FLOODED_ROAD, holdings, signed, new Day(TODAY, exists)));
    }

    /** Who has it, the reason aside. */
    private static Assignment assign(DutyList list, Task task, LocalDate on, Predicate<String> exists) {
        var found = DutyRules.assign(new Asked(list, task, Holdings.NONE, null, new Day(on, exists)));
        return new Assignment(found.organisation(), found.level(), found.fallback(), null);
    }

    private static Row owned(Thing thing, @Nullable String owner, String organisation) {
        return new Row("0506", DISTRICT, null, organisation, null, null, new Owned(thing, owner));
    }

    private static DutyList with(Row... more) {
        var rows = new ArrayList<>(LIST.rows());
        rows.addAll(List.of(more));
        return new DutyList(rows, LIST.fallback());
    }

    private static Correction signed(String organisation) {
        var row = new Correction.Row("0506", FLOODED_ROAD.town(), organisation, TODAY);
        var at = Instant.parse("2026-05-01T00:00:00Z");
        return new Correction("dc-1", row, new Proposal("p", "", at), new Signature("c", true, "", at));
    }

    private static Assignment who(String organisation, DutyList.Level level, boolean fallback) {
        return new Assignment(organisation, level, fallback, null);
    }

    @Test
    void whyItIsTheirsIsTheRowThatFits() {
        assertThat(assign(LIST, Holdings.NONE, null, any -> true).basis())
                .isEqualTo(new Basis(null, "0506", FLOODED_ROAD.grid(), null, null));
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

    @Test
    void whoKeepsUpTheRoadGoesBeforeTheGridAndTheReasonSaysWhichRoad() {
        var list = with(owned(ROAD, null, "{maintainer}"));
        var found = assign(list, new Holdings(null, STREET), null, any -> true);
        assertThat(found.organisation()).isEqualTo("D-ROADS");
        assertThat(found.basis()).isEqualTo(new Basis(null, "0506", new AreaCode("310112"), null, STREET));
    }

    @Test
    void whoseThePartIsGoesBeforeWhoseTheRoadIs() {
        var list = with(owned(ROAD, null, "{maintainer}"), owned(ASSET, null, "{owner}"));
        assertThat(assign(list, new Holdings(COVER, STREET), null, any -> true).organisation())
                .isEqualTo("D-SUPPLY");
        assertThat(assign(list, new Holdings(null, STREET), null, any -> true).organisation())
                .isEqualTo("D-ROADS");
    }

    @Test
    void rowForOneOwnerGoesBeforeTheRowForAnybodyAndFitsNobodyElse() {
        var list = with(owned(ASSET, null, "{maintainer}"), owned(ASSET, "D-SUPPLY", "D-OWN"));
        assertThat(assign(list, new Holdings(COVER, null), null, any -> true).organisation())
                .isEqualTo("D-OWN");
        var others = new Holding("3101120101000002", null, null, null, "D-GAS", "D-GAS", TODAY);
        assertThat(assign(list, new Holdings(others, null), null, any -> true).organisation())
                .isEqualTo("D-GAS");
    }

    @Test
    void whereNobodyKnowsTheOwnerRowsOfOwnersAreNotAsked() {
        var list = with(owned(ROAD, null, "D-ROADS"), owned(ASSET, null, "D-PIPES"));
        assertThat(assign(list, Holdings.NONE, null, any -> true).organisation())
                .isEqualTo("G310112101G01");
    }

    @Test
    void ownerThatDoesNotExistThatDayIsPassedOver() {
        var list = with(owned(ASSET, null, "{owner}"));
        assertThat(assign(list, new Holdings(COVER, null), null, code -> !code.equals("D-SUPPLY"))
                        .organisation())
                .isEqualTo("G310112101G01");
    }

    @Test
    void whatWasSignedGoesBeforeEverythingUnlessItNamesNobody() {
        var list = with(owned(ASSET, null, "{owner}"));
        var holdings = new Holdings(COVER, STREET);
        assertThat(assign(list, holdings, signed("D-SIGNED"), any -> true).organisation())
                .isEqualTo("D-SIGNED");
        assertThat(assign(list, holdings, signed("D-SIGNED"), code -> !code.equals("D-SIGNED"))
                        .organisation())
                .isEqualTo("D-SUPPLY");
    }
}
