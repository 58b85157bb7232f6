package io.chengyun.platform.casework.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chengyun.kernel.Malformed;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A year change without a calendar for the new year. */
class YearCoverTest {

    private final YearCover cover = new YearCover(ZoneId.of("Asia/Shanghai"), Set.of(2025, 2026), 60);

    @Test
    void aYearOfWhichNothingIsKnownStopsTheHouse() {
        cover.require(Instant.parse("2026-12-31T15:59:59Z"));
        assertThatThrownBy(() -> cover.require(Instant.parse("2026-12-31T16:00:00Z")))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("2027")
                .hasMessageContaining("add");
    }

    @Test
    void theAlarmComesSixtyDaysBeforeTheFirstMissingYear() {
        int missing = cover.missing(Instant.parse("2025-03-01T00:00:00Z"));
        assertThat(missing).isEqualTo(2027);
        assertThat(cover.alarmAt(missing))
                .isEqualTo(Instant.parse("2026-12-31T16:00:00Z").minus(Duration.ofDays(60)));
    }

    @Test
    void anAlarmThatCouldNotComeInTimeIsMalformed() {
        assertThatThrownBy(() -> new YearCover(ZoneId.of("UTC"), Set.of(2026), 0))
                .isInstanceOf(Malformed.class);
    }
}
