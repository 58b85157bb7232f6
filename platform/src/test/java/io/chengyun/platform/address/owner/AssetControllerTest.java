package io.chengyun.platform.address.owner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chengyun.kernel.Malformed;
import io.chengyun.platform.place.Places;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** Parts near a place, to be picked. */
class AssetControllerTest {

    private static final Path DISTRICT = Path.of("..", "districts", "minhang");

    private static AssetController doorOn(String moment) {
        var places = Places.of(DISTRICT, Clock.fixed(Instant.parse(moment), ZoneOffset.UTC));
        return new AssetController(Owners.of(DISTRICT, places), places);
    }

    private final AssetController door = doorOn("2026-07-01T04:00:00Z");

    @Test
    void partsOfWhateverClassAreToldTheNearestFirst() {
        var near = door.near(121.402904, 31.039418);
        assertThat(near).extracting(AssetCard::code).startsWith("3101120103000008");
        assertThat(near).extracting(AssetCard::metres).isSorted().startsWith(0L, 24L);
        assertThat(near).extracting(AssetCard::caseClass).containsOnlyOnce("P0101", "P0102", "P0103", "P0104", "P0106");
        assertThat(near.get(0).owner()).isEqualTo("D-WATER");
        assertThat(near.get(0).maintainer()).isEqualTo("D-DRAINAGE");
    }

    @Test
    void whatIsFartherThanTheDistrictSaysIsNotOffered() {
        // 0.00179 degrees are 170 m there, which only the nearest of the row are within
        assertThat(door.near(121.402404 - 0.0013, 31.039418))
                .extracting(AssetCard::code)
                .containsExactly("3101120101000006", "3101120102000007");
    }

    @Test
    void aPartIsThereFromItsFirstDayOn() {
        var before = doorOn("1999-12-01T00:00:00Z");
        assertThat(before.near(121.402904, 31.039418)).isEmpty();
        assertThatThrownBy(() -> before.get("3101120103000008")).hasMessageContaining("address:no-such-asset");
        assertThat(door.get("3101120103000008").metres()).isNull();
    }

    @Test
    void whatIsMissingOrWrongIsNamed() {
        assertThatThrownBy(() -> door.near(null, 31.0))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("lon");
        assertThatThrownBy(() -> door.near(121.4, null)).hasMessageContaining("lat");
        assertThatThrownBy(() -> door.near(121.4, 91.0)).hasMessageContaining("lat");
        assertThatThrownBy(() -> door.get("31011"))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("asset")
                .hasMessageContaining("16 digits");
        assertThatThrownBy(() -> door.get("3101120103999999")).hasMessageContaining("address:no-such-asset");
    }
}
