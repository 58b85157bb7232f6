package io.chengyun.platform.address.owner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chengyun.kernel.Malformed;
import io.chengyun.platform.address.Roads;
import io.chengyun.platform.place.Places;
import io.chengyun.platform.place.Position;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose roads and parts of the city are, on a day. */
class OwnersTest {

    private static final Path DISTRICT = Path.of("..", "districts", "minhang");
    private static final LocalDate TODAY = LocalDate.of(2026, 7, 1);
    private static final String ROAD_HEAD = "id,road,fromNumber,toNumber,owner,maintainer,from,to\n";
    private static final String ASSET_HEAD = "id,code,class,lon,lat,owner,maintainer,from,to\n";

    private static final Places PLACES =
            Places.of(DISTRICT, Clock.fixed(Instant.parse("2026-07-01T04:00:00Z"), ZoneOffset.UTC));
    private static final Owners OWNERS = Owners.of(DISTRICT, PLACES);
    private static final OwnerTables TABLES = new OwnerTables(
            Roads.of(DISTRICT), (code, on) -> PLACES.findOrganisation(code, on).isPresent());

    @TempDir
    Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve(text.startsWith(ROAD_HEAD) ? "roads.csv" : "assets.csv"), text);
    }

    private Holding road(String name, int number, LocalDate on) {
        return Objects.requireNonNull(
                OWNERS.holdings(new Site(name, number, null), on).road());
    }

    @Test
    void aPointOnARoadIsKnownByItsRoadAndTheNearestPartOfItsClass() {
        var door = new Position(121.402904, 31.039388);
        var site = OWNERS.site("P0103", door, TODAY);
        assertThat(site.road()).isEqualTo("沪闵路");
        assertThat(site.number()).isBetween(1_499, 1_501);
        assertThat(site.asset()).isEqualTo("3101120103000008");
        assertThat(OWNERS.site("0506", door, TODAY).asset()).isNull();
        assertThat(OWNERS.site("P0103", new Position(121.33, 31.02), TODAY)).isEqualTo(Site.NOWHERE);
    }

    @Test
    void aStretchGoesBeforeTheWholeRoad() {
        assertThat(road("沪闵路", 1_500, TODAY).maintainer()).isEqualTo("T310112103");
        assertThat(road("沪闵路", 1_941, TODAY).maintainer()).isEqualTo("D-ROADS");
        assertThat(road("沪闵路", 1_500, TODAY).fromNumber()).isEqualTo(1_460);
    }

    @Test
    void theOwnerOfADayIsThatDays() {
        assertThat(road("莘松路", 40, LocalDate.of(2025, 12, 31)).maintainer()).isEqualTo("T310112101");
        assertThat(road("莘松路", 40, LocalDate.of(2026, 1, 1)).maintainer()).isEqualTo("D-ROADS");
        assertThat(OWNERS.findAsset("3101120101000001", LocalDate.of(1999, 1, 1)))
                .isEmpty();
    }

    @Test
    void whatNobodyWroteDownHasNoOwner() {
        assertThat(OWNERS.holdings(new Site("东川路", 20, "9999999999999999"), TODAY))
                .isEqualTo(Holdings.NONE);
        assertThat(OWNERS.holdings(Site.NOWHERE, TODAY)).isEqualTo(Holdings.NONE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            R1,沪敏路,,,D-ROADS,D-ROADS,2026-01-01,             | roads.csv:2 road: '沪敏路' is no road of addresses.csv
            R1,沪闵路,,,D-NONE,D-ROADS,2026-01-01,              | roads.csv:2 owner: 'D-NONE' is no organisation on 2026-01-01
            R1,沪闵路,,,D-ROADS,D-ROADS,1999-12-31,             | roads.csv:2 owner: 'D-ROADS' is no organisation on 1999-12-31
            R1,沪闵路,,,D-ROADS,养护公司,2026-01-01,             | roads.csv:2 maintainer: '养护公司': write an organisation's code
            R1,沪闵路,,,D-ROADS,D-ROADS,May,                    | roads.csv:2 from: 'May' is no day
            R1,沪闵路,,,D-ROADS,D-ROADS,2026-02-01,2026-01-01   | roads.csv:2 to: 2026-01-01 is before 2026-02-01
            R1,沪闵路,200,100,D-ROADS,D-ROADS,2026-01-01,       | roads.csv:2 toNumber: 100 is below 200
            """)
    void aWrongRoadIsToldWithFileRowColumnAndRemedy(String row, String problem) throws IOException {
        var file = file(ROAD_HEAD + row.strip() + "\n");
        assertThatThrownBy(() -> TABLES.roads(file))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining(problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            A1,31011,P0101,121.4,31.1,D-GAS,D-GAS,2026-01-01,            | assets.csv:2 code: '31011': write a part's code
            A1,3101120101000001,cover,121.4,31.1,D-GAS,D-GAS,2026-01-01, | assets.csv:2 class: 'cover': write the class
            A1,3101120101000001,P0101,east,31.1,D-GAS,D-GAS,2026-01-01,  | assets.csv:2 lon: 'east': write a number
            A1,3101120101000001,P0101,121.4,31.1,,D-GAS,2026-01-01,      | assets.csv:2 owner: must not be empty
            """)
    void aWrongPartIsToldWithFileRowColumnAndRemedy(String row, String problem) throws IOException {
        var file = file(ASSET_HEAD + row.strip() + "\n");
        assertThatThrownBy(() -> TABLES.assets(file))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining(problem);
    }

    @Test
    void twoOwnersOfOneThingOnOneDayAreRefused() throws IOException {
        var roads = file(ROAD_HEAD + """
                R1,沪闵路,100,300,D-ROADS,D-ROADS,2026-01-01,
                R2,沪闵路,300,500,D-WATER,D-WATER,2026-06-01,
                """);
        assertThatThrownBy(() -> TABLES.roads(roads))
                .hasMessageContaining("roads.csv:3 road: '沪闵路' has an owner on these days already");
        var assets = file(ASSET_HEAD + """
                A1,3101120101000001,P0101,121.4,31.1,D-GAS,D-GAS,2026-01-01,2026-06-01
                A2,3101120101000001,P0101,121.4,31.1,D-WATER,D-WATER,2026-06-01,
                """);
        assertThatThrownBy(() -> TABLES.assets(assets)).hasMessageContaining("assets.csv:3 code:");
    }

    @Test
    void oneAfterTheOtherAndStretchesBesideEachOtherAreTaken() throws IOException {
        var roads = file(ROAD_HEAD + """
                R1,沪闵路,,,D-ROADS,D-ROADS,2026-01-01,2026-05-31
                R2,沪闵路,,,D-WATER,D-WATER,2026-06-01,
                R3,沪闵路,100,298,D-ROADS,D-ROADS,2026-01-01,
                R4,沪闵路,300,,D-ROADS,D-ROADS,2026-01-01,
                """);
        assertThat(TABLES.roads(roads).get("沪闵路")).hasSize(4);
    }

    @Test
    void howNearIsNearIsTheDaysAndMustBeMetres() {
        var change = LocalDate.of(2026, 7, 1);
        var nearness = new Nearness(List.of(
                new Nearness.Metres(LocalDate.of(2000, 1, 1), 25, 10, 150), new Nearness.Metres(change, 40, 10, 150)));
        assertThat(nearness.on(change.minusDays(1)).road()).isEqualTo(25);
        assertThat(nearness.on(change).road()).isEqualTo(40);
        assertThatThrownBy(() -> new Nearness.Metres(change, 0, 10, 150)).hasMessageContaining("nearness.yml");
        assertThatThrownBy(() -> new Nearness.Metres(change, 25, 10, 0)).hasMessageContaining("choice");
        assertThatThrownBy(() -> new Nearness(List.of())).hasMessageContaining("holds nothing");
    }

    @Test
    void aDistrictThatSaysNothingOfOwnersHasNone() throws IOException {
        assertThat(TABLES.roads(folder.resolve("roads.csv"))).isEmpty();
        assertThat(TABLES.assets(folder.resolve("assets.csv"))).isEmpty();
    }
}
