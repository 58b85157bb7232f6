package io.chengyun.platform.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chengyun.kernel.AreaCode;
import io.chengyun.kernel.Malformed;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;

/** One town of one committee; a unit in the west and one in the east; a border that moves on 1 January. */
class AreaHistoryTest {

    private static final LocalDate OLD_YEAR = LocalDate.of(2026, 12, 31);
    private static final LocalDate NEW_YEAR = LocalDate.of(2027, 1, 1);
    private static final Position BETWEEN = new Position(121.015, 31.005);
    private static final String TOWN = "310112001";

    private final AreaHistory before = new AreaHistory(
            List.of(
                    shape(AreaKind.GRID, TOWN + "G01", TOWN, 121.00, 121.04),
                    shape(AreaKind.UNIT, TOWN + "001001", TOWN + "001", 121.00, 121.01),
                    shape(AreaKind.UNIT, TOWN + "001002", TOWN + "001", 121.01, 121.04)),
            List.of(centre("T-OLD", null, OLD_YEAR), centre("T-NEW", NEW_YEAR, null)));
    private final AreaHistory after = before.replacing(
            AreaKind.UNIT,
            NEW_YEAR,
            List.of(
                    shape(AreaKind.UNIT, TOWN + "001001", TOWN + "001", 121.00, 121.02),
                    shape(AreaKind.UNIT, TOWN + "001003", TOWN + "001", 121.02, 121.04)));

    @Test
    void aMovedBorderHoldsFromItsDayOn() {
        assertThat(unit(after, NEW_YEAR)).isEqualTo(TOWN + "001001");
        assertThat(unit(after, NEW_YEAR.plusYears(10))).isEqualTo(TOWN + "001001");
    }

    @Test
    void aMovedBorderNeverRewritesLastYear() {
        assertThat(unit(after, OLD_YEAR)).isEqualTo(TOWN + "001002");
        assertThat(after.on(OLD_YEAR).find(new AreaCode(TOWN + "001003"))).isEmpty();
    }

    @Test
    void anAreaThatWasDroppedEndsTheDayBefore() {
        var dropped = new AreaCode(TOWN + "001002");

        assertThat(after.on(NEW_YEAR).find(dropped)).isEmpty();
        assertThat(after.on(OLD_YEAR).find(dropped))
                .hasValueSatisfying(row -> assertThat(row.area().to()).isEqualTo(OLD_YEAR));
    }

    @Test
    void anAreaThatEndedWithoutASuccessorIsGoneTheDayAfter() {
        var row = shape(AreaKind.UNIT, TOWN + "001001", TOWN + "001", 121.00, 121.04);
        var history = new AreaHistory(List.of(new AreaShape(row.area().endedOn(OLD_YEAR), row.shape())), List.of());

        assertThat(history.on(OLD_YEAR).find(row.area().code())).isPresent();
        assertThat(history.on(NEW_YEAR).find(row.area().code())).isEmpty();
    }

    @Test
    void otherLayersGoOn() {
        assertThat(after.on(NEW_YEAR).list(AreaKind.GRID))
                .isEqualTo(before.on(OLD_YEAR).list(AreaKind.GRID));
    }

    @Test
    void theHistoryBeforeTheChangeIsUntouched() {
        assertThat(unit(before, NEW_YEAR)).isEqualTo(TOWN + "001002");
    }

    @Test
    void whoAnswersIsWhoAnsweredOnThatDay() {
        assertThat(after.on(OLD_YEAR).find(BETWEEN))
                .hasValueSatisfying(
                        placement -> assertThat(placement.organisation()).isEqualTo("T-OLD"));
        assertThat(after.on(NEW_YEAR).find(BETWEEN))
                .hasValueSatisfying(
                        placement -> assertThat(placement.organisation()).isEqualTo("T-NEW"));
    }

    @Test
    void theLastChangeOfALayerIsItsNewestFirstDay() {
        assertThat(after.lastChangeOf(AreaKind.UNIT)).hasValue(NEW_YEAR);
        assertThat(after.lastChangeOf(AreaKind.GRID)).hasValue(LocalDate.of(2000, 1, 1));
        assertThat(after.lastChangeOf(AreaKind.TOWN)).isEmpty();
    }

    @Test
    void aRowThatEndsBeforeItBeginsIsMalformed() {
        var area = shape(AreaKind.UNIT, TOWN + "001001", TOWN + "001", 121.00, 121.02)
                .area();

        assertThatThrownBy(() -> area.endedOn(LocalDate.of(1999, 12, 31))).isInstanceOf(Malformed.class);
    }

    private static String unit(AreaHistory history, LocalDate day) {
        return history.on(day).find(BETWEEN).orElseThrow().unit().value();
    }

    private static Organisation centre(String code, @Nullable LocalDate from, @Nullable LocalDate to) {
        var first = from == null ? LocalDate.of(2000, 1, 1) : from;
        return new Organisation(code, "中心", "Centre", "town_centre", new AreaCode(TOWN), null, first, to);
    }

    private static AreaShape shape(AreaKind kind, String code, String parent, double west, double east) {
        var area = new Area(
                new AreaCode(code), "某地", null, kind, new AreaCode(parent), LocalDate.of(2000, 1, 1), null, true);
        return new AreaShape(area, AreaGeoJson.GEOMETRY.toGeometry(new Envelope(west, east, 31.00, 31.01)));
    }
}
