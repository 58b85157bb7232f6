package io.chengyun.platform.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chengyun.kernel.Fault;
import io.chengyun.kernel.Malformed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Package files are read strictly. */
@NullUnmarked
class PackageFileTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    @TempDir
    Path folder;

    /** A limit from a day on. */
    record Limit(LocalDate from, int most) {}

    private static List<Limit> limits(String yaml) {
        return PackageFile.parseList("limits.yml", yaml, Limit.class);
    }

    @Test
    void whatStandsThereIsRead() throws IOException {
        var file = Files.writeString(folder.resolve("limit.yml"), "from: 2026-03-01\nmost: 3\n");
        assertThat(PackageFile.read(file, Limit.class, "test:away")).isEqualTo(new Limit(DAY, 3));
        Files.writeString(file, "- from: 2026-03-01\n  most: 3\n");
        assertThat(PackageFile.readList(file, Limit.class, "test:away")).containsExactly(new Limit(DAY, 3));
    }

    @Test
    void unknownAndMissingFieldsAreRefusedWithTheFilesName() {
        for (var wrong : List.of(
                "- {from: 2026-03-01, most: 3, least: 1}",
                "- {from: 2026-03-01}",
                "- {most: 3}",
                "- {from: soon, most: 3}",
                "- {from: 2026-03-01, most: ")) {
            assertThatThrownBy(() -> limits(wrong))
                    .as(wrong)
                    .isInstanceOf(Malformed.class)
                    .hasMessageStartingWith("limits.yml:");
        }
    }

    @Test
    void aFileThatIsNotThereIsAFault() {
        assertThatThrownBy(() -> PackageFile.read(folder.resolve("none.yml"), Limit.class, "test:away"))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("test:away");
    }

    @Test
    void theNewestEntryWhoseDayHasComeHolds() {
        var both = limits("[{from: 2026-03-01, most: 2}, {from: 2026-02-01, most: 1}]");
        assertThat(on(both, DAY)).isEqualTo(2);
        assertThat(on(both, DAY.minusDays(1))).isEqualTo(1);
        assertThat(on(both, LocalDate.of(2000, 1, 1))).isEqualTo(1);
        assertThatThrownBy(() -> on(List.of(), DAY)).isInstanceOf(Malformed.class);
    }

    private static int on(List<Limit> limits, LocalDate day) {
        return PackageFile.onDay("limits.yml", limits, Limit::from, day).most();
    }
}
