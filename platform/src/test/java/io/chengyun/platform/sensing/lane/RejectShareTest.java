package io.chengyun.platform.sensing.lane;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RejectShareTest {

    private static final Instant NOON = Instant.parse("2026-11-24T04:00:00Z");

    private final RejectShare share = new RejectShare(TokenBucketsTest.settings(Map.of()));

    @Test
    void moreThanTheShareOfEnoughRowsIsTooMuch() {
        assertThat(share.add("a", 60, 60, NOON)).isNull();
        assertThat(share.add("a", 40, 40, NOON.plusSeconds(59))).isEqualTo(new RejectShare.Window(NOON, 100, 100));
    }

    @Test
    void exactlyTheShareIsNotTooMuch() {
        assertThat(share.add("a", 100, 50, NOON)).isNull();
        assertThat(share.add("a", 1, 1, NOON)).isNotNull();
    }

    @Test
    void eachWindowBeginsAnewAndSoDoesTheOneAfterTheVerdict() {
        assertThat(share.add("a", 99, 99, NOON)).isNull();
        assertThat(share.add("a", 99, 99, NOON.plusSeconds(60))).isNull();
        assertThat(share.add("a", 1, 1, NOON.plusSeconds(61))).isNotNull();
        assertThat(share.add("a", 99, 99, NOON.plusSeconds(61))).isNull();
    }

    @Test
    void sourcesAreWeighedApart() {
        assertThat(share.add("a", 99, 99, NOON)).isNull();
        assertThat(share.add("b", 99, 99, NOON)).isNull();
    }
}
