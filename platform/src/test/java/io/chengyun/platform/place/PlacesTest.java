package io.chengyun.platform.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chengyun.kernel.AreaCode;
import io.chengyun.kernel.Malformed;
import io.chengyun.kernel.Refused;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlacesTest {

    private static final Places PLACES = Minhang.PLACES;

    @Test
    void aPointIsPlacedFromUnitToDistrictWithWhoAnswersForIt() {
        var placement = PLACES.get(new Position(121.375, 31.113), Minhang.TODAY);

        assertThat(placement.district()).isEqualTo(new AreaCode("310112"));
        assertThat(placement.town()).isEqualTo(new AreaCode("310112101"));
        assertThat(placement.organisation()).isEqualTo("T310112101");
        assertThat(placement.grid().value()).matches("310112101G0[1-6]");
        assertThat(placement.committee().value()).hasSize(12).startsWith("310112101");
        assertThat(placement.unit().value())
                .hasSize(15)
                .startsWith(placement.committee().value());
    }

    @Test
    void aPointOutsideTheDistrictIsNotPlaced() {
        var bund = new Position(121.49, 31.24);

        assertThat(PLACES.find(bund, Minhang.TODAY)).isEmpty();
        assertThatThrownBy(() -> PLACES.get(bund, Minhang.TODAY)).hasMessageContaining("place:outside");
    }

    @Test
    void beforeItsFirstDayThereIsNoDistrict() {
        assertThat(PLACES.find(PLACES.districtCentre(), LocalDate.of(1999, 12, 31)))
                .isEmpty();
        assertThat(PLACES.find(PLACES.districtCentre(), LocalDate.of(2000, 1, 1)))
                .isPresent();
    }

    @ParameterizedTest
    @CsvSource({"NaN,31", "Infinity,31", "-180.1,31", "180.1,31", "121,NaN", "121,-Infinity", "121,90.1", "121,-90.1"})
    void aPositionThatIsNoneIsMalformed(double lon, double lat) {
        assertThatThrownBy(() -> new Position(lon, lat)).isInstanceOf(Malformed.class);
    }

    @Test
    void areasAreListedByKindInTheOrderOfTheirCodes() {
        assertThat(PLACES.listAreas(AreaKind.TOWN, Minhang.TODAY))
                .extracting(Area::name)
                .containsExactly(
                        "江川路街道", "古美路街道", "新虹街道", "浦锦街道", "莘庄镇", "七宝镇", "颛桥镇", "华漕镇", "虹桥镇", "梅陇镇", "吴泾镇", "马桥镇", "浦江镇",
                        "莘庄工业区");
        assertThat(PLACES.listAreas(AreaKind.GRID, Minhang.TODAY)).hasSize(71).allMatch(Area::synthetic);
    }

    @Test
    void anAreaIsFoundByCodeOrByName() {
        assertThat(PLACES.getArea(new AreaCode("310112106"), Minhang.TODAY).nameEn())
                .isEqualTo("Huacao");
        assertThat(PLACES.listAreasNamed("Pu", AreaKind.TOWN, Minhang.TODAY))
                .extracting(Area::name)
                .containsExactly("浦锦街道", "浦江镇");
        assertThatThrownBy(() -> PLACES.getArea(new AreaCode("310112999"), Minhang.TODAY))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("place:no-such-area");
    }

    @Test
    void theCentreOfAnAreaLiesInIt() {
        for (var kind : List.of(AreaKind.TOWN, AreaKind.GRID)) {
            for (var area : PLACES.listAreas(kind, Minhang.TODAY)) {
                var placement = PLACES.get(PLACES.centreOf(area.code()), Minhang.TODAY);
                assertThat(List.of(placement.town(), placement.grid())).contains(area.code());
            }
        }
    }

    @Test
    void everyTownAndGridHasItsOrganisation() {
        for (var kind : List.of(AreaKind.DISTRICT, AreaKind.TOWN, AreaKind.GRID)) {
            for (var area : PLACES.listAreas(kind, Minhang.TODAY)) {
                assertThat(PLACES.listOrganisations(Minhang.TODAY))
                        .anyMatch(organisation -> organisation.area().equals(area.code())
                                && !organisation.kind().equals("department"));
            }
        }
        assertThat(PLACES.findOrganisation("D-WATER", Minhang.TODAY))
                .hasValueSatisfying(water -> assertThat(water.parent()).isEqualTo("D310112"));
    }

    @Test
    void theParentOfEveryOrganisationIsOne() {
        for (var organisation : PLACES.listOrganisations(Minhang.TODAY)) {
            if (organisation.parent() != null) {
                assertThat(PLACES.findOrganisation(organisation.parent(), Minhang.TODAY))
                        .as(organisation.code())
                        .isPresent();
            }
        }
    }

    @Test
    void committeesOnTheMapAreThoseOfTheTable() {
        var table = new DistrictFiles(Minhang.FOLDER)
                .table("committees.csv").stream()
                        .map(row -> row.get("code") + " " + row.get("name"))
                        .sorted()
                        .toList();

        assertThat(PLACES.listAreas(AreaKind.COMMITTEE, Minhang.TODAY))
                .extracting(area -> area.code() + " " + area.name())
                .isEqualTo(table);
    }

    @Test
    void unitsAreDrawnTownByTown() {
        var town = new AreaCode("310112006");

        assertThat(AreaGeoJson.read(PLACES.geoJsonOfUnits(town, Minhang.TODAY)))
                .isNotEmpty()
                .allMatch(unit -> unit.area().code().town().equals(town));
    }

    @Test
    void todayIsTheDistrictsToday() {
        assertThat(PLACES.today()).isEqualTo(Minhang.TODAY);
    }
}
