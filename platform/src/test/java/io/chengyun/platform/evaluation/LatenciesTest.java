package io.chengyun.platform.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.chengyun.platform.evaluation.Latencies.Moments;
import io.chengyun.platform.evaluation.LatencyFigures.Figure;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatenciesTest {

    private static final Instant SIGNAL = Instant.parse("2013-10-07T12:00:10Z");

    @Test
    void allButDiscoveryCountFromTheSignal() {
        var moments = new Moments(
                SIGNAL.minusSeconds(10),
                SIGNAL,
                SIGNAL.plusSeconds(60),
                SIGNAL.plusSeconds(2),
                SIGNAL.plusSeconds(300));
        assertThat(Latencies.of(moments)).isEqualTo(new Latencies(10L, 60L, 2L, 300L));
    }

    @Test
    void whatHasNotHappenedIsUnknown() {
        var moments = new Moments(SIGNAL.minusSeconds(10), SIGNAL, null, SIGNAL, null);
        assertThat(Latencies.of(moments)).isEqualTo(new Latencies(10L, null, 0L, null));
    }

    @Test
    void caseWithoutASignalHasNoLatencies() {
        var moments = new Moments(null, null, null, SIGNAL, SIGNAL);
        assertThat(Latencies.of(moments)).isEqualTo(new Latencies(null, null, null, null));
    }

    @Test
    void percentilesAreValuesThatOccurred() {
        assertThat(Figure.of(LongStream.rangeClosed(1, 10).boxed().toList())).isEqualTo(new Figure(5L, 9L, 10));
        assertThat(Figure.of(List.of(7L))).isEqualTo(new Figure(7L, 7L, 1));
        assertThat(Figure.of(List.of())).isEqualTo(new Figure(null, null, 0));
    }

    @Test
    void unknownStepsAreNotCounted() {
        var figures = LatencyFigures.of(List.of(new Latencies(1L, null, 3L, null), new Latencies(2L, 5L, 4L, null)));
        assertThat(figures.discover().n()).isEqualTo(2);
        assertThat(figures.warn()).isEqualTo(new Figure(5L, 5L, 1));
        assertThat(figures.act().n()).isZero();
    }
}
