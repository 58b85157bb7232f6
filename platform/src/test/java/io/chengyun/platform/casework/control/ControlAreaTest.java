package io.chengyun.platform.casework.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chengyun.kernel.Malformed;
import io.chengyun.platform.casework.control.ControlArea.Circle;
import io.chengyun.platform.casework.control.ControlArea.Hours;
import io.chengyun.platform.place.Position;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When and where a class is allowed. */
class ControlAreaTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Position THERE = new Position(121.4, 31.1);

    private static ControlArea area(String from, String to) {
        return new ControlArea(
                "a",
                "夜市",
                new Circle(121.4, 31.1, 100),
                List.of("0401"),
                LocalDate.of(2026, 5, 1),
                LocalDate.of(2026, 5, 31),
                new Hours(LocalTime.parse(from), LocalTime.parse(to)),
                "permit");
    }

    private static boolean allows(ControlArea area, String at) {
        return area.allows("0401", THERE, Instant.parse(at), ZONE);
    }

    @Test
    void theEndOfItsHoursDoesNotBelongToThem() {
        var evening = area("18:00", "23:00");
        assertThat(allows(evening, "2026-05-10T10:00:00Z")).isTrue();
        assertThat(allows(evening, "2026-05-10T14:59:59Z")).isTrue();
        assertThat(allows(evening, "2026-05-10T15:00:00Z")).isFalse();
        assertThat(allows(evening, "2026-05-10T09:59:59Z")).isFalse();
    }

    @Test
    void aNightBelongsToTheDayOnWhichItBegan() {
        var night = area("20:00", "02:00");
        assertThat(allows(night, "2026-05-31T17:00:00Z")).isTrue();
        assertThat(allows(night, "2026-04-30T17:00:00Z")).isFalse();
        assertThat(allows(night, "2026-06-01T12:30:00Z")).isFalse();
    }

    @Test
    void anotherClassAndAnotherPlaceAreNotAllowed() {
        var evening = area("18:00", "23:00");
        var at = Instant.parse("2026-05-10T11:00:00Z");
        assertThat(evening.allows("0506", THERE, at, ZONE)).isFalse();
        assertThat(evening.allows("0401", new Position(121.4, 31.102), at, ZONE))
                .isFalse();
        assertThat(evening.allows("0401", new Position(121.4, 31.1005), at, ZONE))
                .isTrue();
    }

    @Test
    void aWrongFileIsRefusedWithWhatIsWrong(@TempDir Path folder) throws IOException {
        var file = folder.resolve("control-areas.yml");
        assertThat(ControlAreas.read(file)).isEmpty();
        var good = """
                areas:
                  - { id: a, name: n, circle: { lon: 121.4, lat: 31.1, metres: 50 }, classes: ["0401"], from: "2026-05-01",
                      to: "2026-05-31", hours: { from: "18:00", to: "23:00" }, ground: g }
                """;
        Files.writeString(file, good);
        assertThat(ControlAreas.read(file)).hasSize(1);
        for (var wrong : List.of(
                good.replace("metres: 50", "metres: 0"),
                good.replace("2026-05-31", "2026-04-01"),
                good.replace("18:00", "25:00"),
                good.replace("lat: 31.1", "lat: 131.1"),
                good.replace("ground: g", "reason: g"))) {
            Files.writeString(file, wrong);
            assertThatThrownBy(() -> ControlAreas.read(file)).as(wrong).isInstanceOf(Malformed.class);
        }
    }
}
