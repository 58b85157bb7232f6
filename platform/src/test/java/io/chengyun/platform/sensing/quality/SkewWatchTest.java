package io.chengyun.platform.sensing.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.chengyun.platform.sensing.quality.QualityPolicy.Skew;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SkewWatchTest {

    private static final Skew POLICY =
            new Skew(Duration.ofMinutes(1), Duration.ofMinutes(30), 3, Duration.ofSeconds(20));
    private final SkewWatch clocks = new SkewWatch();

    private boolean wrong(long seconds) {
        return clocks.isWrong(7, Duration.ofSeconds(seconds), POLICY);
    }

    @Test
    void aClockThatIsAheadByTheSameAgainAndAgainIsWrong() {
        assertThat(wrong(300)).isFalse();
        assertThat(wrong(305)).isFalse();
        assertThat(wrong(299)).isTrue();
    }

    @Test
    void aClockThatIsBehindByTheSameIsWrong() {
        assertThat(wrong(-3600)).isFalse();
        assertThat(wrong(-3600)).isFalse();
        assertThat(wrong(-3600)).isTrue();
    }

    @Test
    void aBacklogThatCatchesUpIsALateLineAndNoWrongClock() {
        for (int late = 40_000; late > 2_000; late -= 600) {
            assertThat(wrong(-late)).isFalse();
        }
    }

    @Test
    void oneReadingInTimeClearsItAndNothingIsRemembered() {
        wrong(300);
        wrong(300);
        assertThat(wrong(0)).isFalse();
        assertThat(clocks.remembered()).isZero();
        assertThat(wrong(300)).isFalse();
    }
}
