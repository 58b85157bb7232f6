package io.chengyun.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.chengyun.kernel.Grade;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RateTest {

    private static final Limits RISE = new Limits(
            List.of(Limit.of(Grade.BLUE, Comparison.AT_LEAST, 10), Limit.of(Grade.RED, Comparison.AT_LEAST, 40)));
    private static final Limits FALL = new Limits(List.of(Limit.of(Grade.BLUE, Comparison.AT_MOST, -10)));
    static final Rate RULE = new Rate(ThresholdTest.DEPTH, RISE, Duration.ofHours(1), Duration.ofMinutes(15));

    private static Stream fed(Rate rule, double... values) {
        var stream = new Stream(rule);
        for (int i = 0; i < values.length; i++) {
            stream.feed(15.0 * i, values[i]);
        }
        return stream;
    }

    @Test
    void aRiseOverTheSpanIsGradedAndEases() {
        var stream = fed(RULE, 0, 0, 0, 5, 12, 12, 12, 12, 12);

        assertThat(stream.words()).containsExactly("BLUE", "EASED");
        assertThat(stream.said.get(0).evidence()).containsExactly(Stream.at(0), Stream.at(60));
        assertThat(stream.said.get(0).reading().sentenceEn()).contains("12 cm in 1 h, limit 10 cm");
    }

    @Test
    void aFallIsWeighedDownward() {
        var rule = new Rate(ThresholdTest.DEPTH, FALL, Duration.ofHours(1), Duration.ofMinutes(15));

        assertThat(fed(rule, 30, 30, 30, 25, 20).words()).containsExactly("BLUE");
    }

    @Test
    void halfASpanIsScaledUpAndLessIsUnknown() {
        assertThat(fed(RULE, 0, 9).said).isEmpty();
        assertThat(fed(RULE, 0, 3, 6).words()).containsExactly("BLUE");
    }

    @Test
    void aLateSampleIsNotWeighed() {
        var stream = fed(RULE, 0, 0, 0, 0, 0);
        stream.feed(50, 100);

        assertThat(stream.said).isEmpty();
    }

    @Test
    void aGapLongerThanTheSpanIsUnknown() {
        var stream = fed(RULE, 0, 0);
        stream.feed(120, 500);

        assertThat(stream.said).isEmpty();
    }
}
