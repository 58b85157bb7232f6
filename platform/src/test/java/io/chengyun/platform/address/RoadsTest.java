package io.chengyun.platform.address;

import static org.assertj.core.api.Assertions.assertThat;

import io.chengyun.platform.address.Roads.OnRoad;
import io.chengyun.platform.place.Position;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On which road of the address book a point stands. */
class RoadsTest {

    private static final double FIFTY_METRES_UP = 50 / 111_195.0;

    @TempDir
    Path folder;

    private Roads roads = Roads.of(Path.of("none"));

    @BeforeEach
    void twoRoads() throws IOException {
        Files.writeString(folder.resolve("addresses.csv"), """
                id,road,number,place,lon,lat
                1,东西路,100,,121.400,31.000
                2,东西路,200,,121.402,31.000
                3,南北路,10,,121.401,31.000
                4,南北路,30,,121.401,31.002
                5,单号路,7,,121.500,31.100
                """);
        roads = Roads.of(folder);
    }

    @Test
    void betweenTwoDoorsTheNumberGoesOnEvenly() {
        assertThat(roads.find(new Position(121.4005, 31.0), 20)).contains(new OnRoad("东西路", 125));
    }

    @Test
    void theNearestOfTwoRoadsAndOfEquallyNearOnesTheFirstByName() {
        assertThat(roads.find(new Position(121.401, 31.001), 20)).contains(new OnRoad("南北路", 20));
        assertThat(roads.find(new Position(121.401, 31.0), 20)).contains(new OnRoad("东西路", 150));
    }

    @Test
    void aRoadThatIsFartherAwayThanThatIsNone() {
        var off = new Position(121.4005, 31.0 - FIFTY_METRES_UP);
        assertThat(roads.find(off, 49)).isEmpty();
        assertThat(roads.find(off, 51)).contains(new OnRoad("东西路", 125));
    }

    @Test
    void aRoadOfOneDoorIsWhereThatDoorIs() {
        assertThat(roads.find(new Position(121.5, 31.1), 5)).contains(new OnRoad("单号路", 7));
        assertThat(roads.find(new Position(121.501, 31.1), 5)).isEmpty();
    }

    @Test
    void aDistrictWithoutAnAddressBookHasNoRoads() {
        var none = Roads.of(Path.of("none"));
        assertThat(none.knows("东西路")).isFalse();
        assertThat(none.find(new Position(121.4, 31.0), 100)).isEmpty();
        assertThat(roads.knows("东西路")).isTrue();
    }
}
