package io.chengyun.platform.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chengyun.kernel.Fault;
import io.chengyun.kernel.Malformed;
import io.chengyun.kernel.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ObservedPropertiesTest {

    private static final ObservedProperty RAINFALL =
            new ObservedProperty("rainfall", "雨量", "Rainfall", "mm", 0, 300, Duration.ofHours(1));

    @Test
    void everyPropertyOfTheRoadIsRegisteredWithItsUnit() {
        var registry = ObservedProperties.of(Path.of("..", "districts", "minhang"));

        assertThat(registry.list())
                .extracting(property -> property.code() + " " + property.unit())
                .containsExactly(
                        "rainfall mm",
                        "water_level m",
                        "water_depth cm",
                        "wind_speed m/s",
                        "wind_gust m/s",
                        "temperature °C",
                        "pm25 µg/m³",
                        "pm10 µg/m³",
                        "so2 µg/m³",
                        "no2 µg/m³",
                        "co µg/m³",
                        "o3 µg/m³",
                        "pressure MPa",
                        "flow m³/h",
                        "battery %",
                        "signal dBm");
        assertThat(registry.get("rainfall").interval()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void anUnknownCodeIsRefusedWithTheKnownOnes() {
        var registry = new ObservedProperties(List.of(RAINFALL));

        assertThat(registry.find("rain")).isEmpty();
        assertThatThrownBy(() -> registry.get("rain"))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.allowed()).containsExactly("rainfall"));
    }

    @Test
    void theRangeIncludesItsEndsAndNeverNaN() {
        assertThat(RAINFALL.believes(0)).isTrue();
        assertThat(RAINFALL.believes(300)).isTrue();
        assertThat(RAINFALL.believes(-0.1)).isFalse();
        assertThat(RAINFALL.believes(300.1)).isFalse();
        assertThat(RAINFALL.believes(Double.NaN)).isFalse();
        assertThat(RAINFALL.believes(Double.POSITIVE_INFINITY)).isFalse();
    }

    @Test
    void aCodeIsRegisteredOnce() {
        assertThatThrownBy(() -> new ObservedProperties(List.of(RAINFALL, RAINFALL)))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("rainfall");
    }

    @Test
    void aRangeUpsideDownIsMalformed() {
        assertThatThrownBy(() -> new ObservedProperty("x", "x", "x", "m", 2, 1, Duration.ofHours(1)))
                .isInstanceOf(Malformed.class);
    }

    @Test
    void anUnknownKeyInTheFileIsMalformed(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("properties.yml"), "properties:\n  - { code: rainfall, colour: blue }\n");

        assertThatThrownBy(() -> ObservedProperties.of(folder))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("properties.yml");
    }

    @Test
    void aDistrictFolderThatIsNotThereIsAFault(@TempDir Path folder) {
        assertThatThrownBy(() -> ObservedProperties.of(folder)).isInstanceOf(Fault.class);
    }
}
