package io.chengyun.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.chengyun.acceptance.RainByHand.Step;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The hand computation itself, on a rain that can be summed in the head. */
class RainByHandTest {

    private static final Instant NOON = Instant.parse("2020-07-01T12:00:00Z");

    @Test
    void oneHeavyHourAndWhatFollows() {
        var steps = steps("0", "36", "10", "5", "0", "0", "0", "0", "0", "0", "0", "0");
        assertThat(steps)
                .containsExactly(
                        step(1, "BLUE"), step(2, "EASED"), step(3, "BLUE"), step(9, "EASED"), step(12, "LIFTED"));
    }

    @Test
    void theLimitItselfIsNotExceeded() {
        assertThat(steps("35", "0", "0", "0")).isEmpty();
    }

    @Test
    void theGraverOfBothSumsHolds() {
        var steps = steps("30", "30", "30", "30", "0", "0", "0", "0", "0", "0", "0", "0", "0");
        assertThat(steps)
                .containsExactly(
                        step(1, "BLUE"),
                        step(2, "YELLOW"),
                        step(3, "ORANGE"),
                        step(6, "YELLOW"),
                        step(7, "BLUE"),
                        step(9, "EASED"),
                        step(12, "LIFTED"));
    }

    private static List<Step> steps(String... millimetres) {
        var rain = new TreeMap<Instant, BigDecimal>();
        for (int hour = 0; hour < millimetres.length; hour++) {
            rain.put(NOON.plus(Duration.ofHours(hour)), new BigDecimal(millimetres[hour]));
        }
        return new RainByHand(rain, Duration.ofHours(3)).steps();
    }

    private static Step step(int hour, String stands) {
        return new Step(NOON.plus(Duration.ofHours(hour)), stands);
    }
}
