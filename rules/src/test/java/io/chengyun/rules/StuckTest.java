package io.chengyun.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chengyun.kernel.Grade;
import io.chengyun.kernel.Malformed;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class StuckTest {

    private static final Duration FIVE = Duration.ofMinutes(5);
    static final Stuck RULE = new Stuck(ThresholdTest.DEPTH, 4, 0.1, List.of(0.0), Grade.BLUE, FIVE);

    private final Stream stream = new Stream(RULE);

    private void feed(double... values) {
        for (int i = 0; i < values.length; i++) {
            stream.feed(5.0 * i, values[i]);
        }
    }

    @Test
    void fourAlikeAreStuckUntilOneMoves() {
        feed(3, 7, 7, 7.1, 7, 9);

        assertThat(stream.words()).containsExactly("BLUE", "EASED");
        assertThat(stream.said.get(0).evidence())
                .containsExactly(Stream.at(5), Stream.at(10), Stream.at(15), Stream.at(20));
    }

    @Test
    void threeAlikeAreNot() {
        feed(3, 7, 7, 7, 9, 7, 7, 7);

        assertThat(stream.said).isEmpty();
    }

    @Test
    void aSlowDriftBeyondTheToleranceMoves() {
        feed(7, 7.06, 7.12, 7.18, 7.24, 7.3);

        assertThat(stream.said).isEmpty();
    }

    @Test
    void anExemptValueMayStand() {
        feed(0, 0, 0, 0, 0, 0);

        assertThat(stream.said).isEmpty();
    }

    @Test
    void aGapBeginsTheCountAnew() {
        feed(7, 7, 7);
        stream.feed(25, 7);

        assertThat(stream.said).isEmpty();
    }

    @Test
    void lateAndDoubleSamplesDoNotCount() {
        feed(7, 7, 7);
        stream.feed(10, 7);
        stream.feed(7, 7);

        assertThat(stream.said).isEmpty();
    }

    @Test
    void itScoresOneWhileStuck() {
        feed(7, 7, 7, 7);
        assertThat(RULE.score(stream.state())).isEqualTo(1);
        stream.feed(20, 9);
        assertThat(RULE.score(stream.state())).isZero();
    }

    @Test
    void twoSamplesProveNothing() {
        assertThatThrownBy(() -> new Stuck(ThresholdTest.DEPTH, 2, 0, List.of(), Grade.BLUE, FIVE))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("samples");
    }
}
