package io.chengyun.platform.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DesignStormTest {

    private final DesignStorm storm = new DesignStorm(50, Duration.ofMinutes(120), 0.4);

    private double minutes(int from, int to) {
        return storm.millimetres(Duration.ofMinutes(from), Duration.ofMinutes(to));
    }

    @Test
    void wholeStormBringsWhatTheFormulaSaysForItsLength() {
        // q = 1600 (1 + 0.846 lg 50) / (120 + 7)^0.656 L/(s·ha), times 120 min, times 0.006 mm/min per L/(s·ha)
        double expected = 1600 * (1 + 0.846 * Math.log10(50)) / Math.pow(127, 0.656) * 120 * 0.006;
        assertThat(minutes(0, 120)).isCloseTo(expected, within(1e-9));
        assertThat(expected).isCloseTo(117, within(1.0));
    }

    @Test
    void everyIntervalAroundThePeakHasTheFormulasMean() {
        // the 30 minutes around the peak at minute 48: 12 before, 18 after
        double expected = 1600 * (1 + 0.846 * Math.log10(50)) / Math.pow(37, 0.656) * 30 * 0.006;
        assertThat(minutes(36, 66)).isCloseTo(expected, within(1e-9));
    }

    @Test
    void itRainsHardestAtThePeakAndNotAtAllOutside() {
        int hardest = IntStream.range(0, 120)
                .boxed()
                .max((a, b) -> Double.compare(minutes(a, a + 1), minutes(b, b + 1)))
                .orElseThrow();
        assertThat(hardest).isBetween(47, 48);
        assertThat(minutes(-60, 0)).isZero();
        assertThat(minutes(120, 180)).isZero();
    }
}
