package io.chengyun.platform.casework.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chengyun.kernel.Malformed;
import io.chengyun.platform.casework.evidence.EvidenceLimits.Limit;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How much is taken as evidence, by day. */
class EvidenceLimitsTest {

    private static final LocalDate CHANGE = LocalDate.of(2026, 7, 1);

    @Test
    void newestWhoseDayHasComeHolds() {
        var limits = new EvidenceLimits(List.of(new Limit(CHANGE, 20), new Limit(LocalDate.of(2020, 1, 1), 60)));
        assertThat(limits.perCase(CHANGE.minusDays(1))).isEqualTo(60);
        assertThat(limits.perCase(CHANGE)).isEqualTo(20);
        assertThat(limits.perCase(LocalDate.of(2019, 1, 1))).isEqualTo(60);
    }

    @Test
    void districtsOwnFileIsRead() {
        var district = Path.of(System.getProperty("chengyun.place.district"));
        assertThat(EvidenceLimits.read(district).perCase(CHANGE)).isPositive();
    }

    @Test
    void limitThatTakesNothingAndAFileThatHoldsNothingAreRefused() {
        assertThatThrownBy(() -> new Limit(CHANGE, 0)).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> new EvidenceLimits(List.of())).isInstanceOf(Malformed.class);
    }
}
