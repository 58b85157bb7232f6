package io.chengyun.platform.intake.duplicates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chengyun.kernel.Malformed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DuplicatePoliciesTest {

    private static String yaml() throws IOException {
        return Files.readString(DuplicateRulesTest.MINHANG.resolve("duplicates.yml"));
    }

    private static DuplicateRules on(DuplicatePolicies policies, String day) {
        return policies.on(LocalDate.parse(day)).orElseThrow();
    }

    private static Trace asked() {
        return new Trace("R1", "0101", null, 121.41, 31.08, true, java.time.Instant.EPOCH, "");
    }

    @Test
    void theNewestWhoseDayHasComeHolds() throws IOException {
        var later = yaml().replace("from: 2000-01-01", "from: 2026-12-01").replace("window: P3D", "window: P9D");
        var policies = DuplicatePolicies.read(yaml() + "\n" + later);

        assertThat(on(policies, "2026-11-30").reach(asked()).window()).isEqualTo(Duration.ofDays(3));
        assertThat(on(policies, "2026-12-01").reach(asked()).window()).isEqualTo(Duration.ofDays(9));
        assertThat(policies.on(LocalDate.parse("1999-12-31"))).isEmpty();
    }

    @Test
    void aWrongFileIsRefusedWhole() throws IOException {
        var unknown = yaml().replace("metres: 150", "meters: 150");
        var unordered = yaml().replace("part: 0.6667", "part: 0.1");

        assertThatThrownBy(() -> DuplicatePolicies.read(unknown)).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> DuplicatePolicies.read(unordered))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("greater");
        assertThatThrownBy(() -> DuplicatePolicies.read("soon")).isInstanceOf(Malformed.class);
    }

    @Test
    void aDistrictWithoutTheFileLooksForNone() {
        assertThat(DuplicatePolicies.ofDistrict(Path.of("nowhere")).on(LocalDate.parse("2026-11-23")))
                .isEmpty();
    }
}
