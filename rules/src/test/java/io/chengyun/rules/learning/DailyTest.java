package io.chengyun.rules.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DailyTest {

    private static final long HOUR = 3_600_000_000L;

    private final Daily daily = new Daily();

    /** Reads each hour from its first to its last twice, one below and one above; how far the last reading was off. */
    private double feed(int from, int until, double value) {
        double off = 0;
        for (int hour = from; hour < until; hour++) {
            daily.on(hour * HOUR, value + hour % 24 - 1);
            off = daily.on(hour * HOUR + HOUR / 2, value + hour % 24 + 1);
        }
        return off;
    }

    @Test
    void oneDayIsNotEnoughToKnowAnHour() {
        assertThat(feed(0, 48, 10)).isZero();
    }

    @Test
    void aReadingIsOffTheMedianOfItsHourInTheLastWeek() {
        feed(0, 48, 10);
        assertThat(feed(48, 49, 17)).isCloseTo(8, within(1e-6));

        feed(49, 11 * 24, 30);
        assertThat(feed(11 * 24, 11 * 24 + 1, 30))
                .as("the first days are forgotten")
                .isCloseTo(1, within(1e-6));
    }

    @Test
    void aRestartIsNotNoticed() {
        feed(0, 70, 10);
        var anew = new Daily();
        anew.recall(daily.words());

        assertThat(anew.words()).isEqualTo(daily.words());
        for (int hour = 70; hour < 400; hour++) {
            assertThat(anew.on(hour * HOUR, hour)).isEqualTo(daily.on(hour * HOUR, hour));
        }
    }
}
