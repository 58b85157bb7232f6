package io.chengyun.platform.sensing.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chengyun.kernel.Malformed;
import io.chengyun.platform.sensing.table.RetentionSettings;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeriesQueryTest {

    private static final Instant NOW = Instant.parse("2026-11-22T04:00:00Z");
    private static final RetentionSettings SETTINGS =
            new RetentionSettings(12, 3, Duration.ofMinutes(10), 1_000, Duration.ofDays(3));

    private static Resolution resolution(@Nullable String from, @Nullable String to, @Nullable String points) {
        return new SeriesQuery(from, to, points).asked(NOW).resolution(SETTINGS, NOW);
    }

    @Test
    void whoSaysNothingGetsTheLastDayInAtMostFiveHundredPoints() {
        var asked = new SeriesQuery(null, null, null).asked(NOW);

        assertThat(asked.span()).isEqualTo(new Span(NOW.minus(Duration.ofDays(1)), NOW));
        assertThat(asked.points()).isEqualTo(500);
    }

    @Test
    void aPlusThatCameAsASpaceIsAPlus() {
        assertThat(new SeriesQuery("2026-11-01T08:00:00 08:00", null, null)
                        .asked(NOW)
                        .span()
                        .from())
                .isEqualTo("2026-11-01T00:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        // as long as single observations are shown, and a moment longer
        "2026-11-19T04:00:00Z, 500, RAW",
        "2026-11-19T03:59:59Z, 500, HOUR",
        // as many hours as points, and one more
        "2026-11-01T08:00:00Z, 500, HOUR",
        "2026-11-01T07:00:00Z, 500, DAY",
        "2026-05-01T00:00:00Z, 5000, HOUR",
        "2026-11-19T03:00:00Z, 10, DAY"
    })
    void theLongerTheTimeTheCoarser(String from, String points, Resolution expected) {
        assertThat(resolution(from, null, points)).isEqualTo(expected);
    }

    @Test
    void whatIsNotKeptAnyMoreIsShownAsWhatIs() {
        assertThat(resolution("2025-11-01T00:00:00Z", "2025-11-02T00:00:00Z", null))
                .isEqualTo(Resolution.RAW);
        assertThat(resolution("2025-10-31T00:00:00Z", "2025-11-02T00:00:00Z", null))
                .isEqualTo(Resolution.HOUR);
        assertThat(resolution("2023-01-01T00:00:00Z", "2023-01-02T00:00:00Z", null))
                .isEqualTo(Resolution.HOUR);
        assertThat(resolution("2022-12-31T23:00:00Z", "2023-01-02T00:00:00Z", null))
                .isEqualTo(Resolution.DAY);
    }

    @ParameterizedTest
    @CsvSource({
        "yesterday,, , from, such as",
        ", 2026-11-22, , to, such as",
        "2026-11-22T05:00:00Z, 2026-11-22T05:00:00Z, , from, before to",
        ", , 0, points, 1 to 5000",
        ", , 5001, points, 1 to 5000",
        ", , many, points, 1 to 5000",
        ", , 99999999999, points, 1 to 5000"
    })
    void whatIsWrongIsNamedWithItsRemedy(
            @Nullable String from, @Nullable String to, @Nullable String points, String field, String remedy) {
        assertThatThrownBy(() -> new SeriesQuery(from, to, points).asked(NOW))
                .isInstanceOfSatisfying(
                        Malformed.class, wrong -> assertThat(wrong.field()).isEqualTo(field))
                .hasMessageContaining(remedy);
    }

    @Test
    void aPolicyThatKeepsHoursNoLongerThanSingleObservationsIsNone() {
        assertThatThrownBy(() -> new RetentionSettings(36, 3, Duration.ofMinutes(10), 1, Duration.ofDays(3)))
                .hasMessageContaining("hourly-years");
        assertThatThrownBy(() -> new RetentionSettings(0, 3, Duration.ofMinutes(10), 1, Duration.ofDays(3)))
                .hasMessageContaining("raw-months");
    }
}
