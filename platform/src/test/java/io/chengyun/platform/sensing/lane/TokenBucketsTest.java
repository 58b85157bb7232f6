package io.chengyun.platform.sensing.lane;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TokenBucketsTest {

    private static final Instant NOON = Instant.parse("2026-11-24T04:00:00Z");

    private final TokenBuckets buckets = new TokenBuckets(settings(Map.of("mqtt:slow", 10, "http:*", 1_000)));

    static LaneSettings settings(Map<String, Integer> rates) {
        return new LaneSettings(100, 200, rates, 0.5, 100, Duration.ofMinutes(1), Duration.ofMinutes(10), 50);
    }

    @Test
    void aBurstPassesAndThenTheRateHolds() {
        assertThat(buckets.tryTake("a", 150, NOON)).isZero();
        assertThat(buckets.tryTake("a", 150, NOON)).isZero();
        assertThat(buckets.tryTake("a", 1, NOON)).isEqualTo(Duration.ofMillis(1_010));
        assertThat(buckets.tryTake("a", 1, NOON.plusMillis(1_010))).isZero();
    }

    @Test
    void whoIsRefusedOwesNothing() {
        buckets.tryTake("a", 200, NOON);
        for (int i = 0; i < 100; i++) {
            assertThat(buckets.tryTake("a", 100, NOON)).isPositive();
        }
        assertThat(buckets.tryTake("a", 1, NOON.plusMillis(10))).isZero();
    }

    @Test
    void whoCanWaitGetsTurnsOneAfterTheOther() {
        assertThat(buckets.take("a", 200, NOON)).isEqualTo(Instant.MIN);
        assertThat(buckets.take("a", 100, NOON)).isEqualTo(NOON.plusMillis(10));
        assertThat(buckets.take("a", 100, NOON)).isEqualTo(NOON.plusMillis(1_010));
        assertThat(buckets.take("b", 100, NOON)).isEqualTo(Instant.MIN);
    }

    @Test
    void oneSourceOrAWholeDoorMayHaveItsOwnRate() {
        buckets.tryTake("mqtt:slow", 20, NOON);
        buckets.tryTake("mqtt:other", 20, NOON);
        buckets.tryTake("http:any", 2_000, NOON);

        assertThat(buckets.tryTake("mqtt:slow", 1, NOON)).isEqualTo(Duration.ofMillis(100));
        assertThat(buckets.tryTake("mqtt:other", 1, NOON)).isZero();
        assertThat(buckets.tryTake("http:any", 1, NOON)).isEqualTo(Duration.ofMillis(1));
    }

    @Test
    void oneBatchLargerThanEveryBurstStillPasses() {
        assertThat(buckets.tryTake("a", 1_000_000, NOON)).isZero();
        assertThat(buckets.tryTake("a", 1, NOON).toHours()).isEqualTo(2);
    }

    @Test
    void fullBucketsAreForgottenAndOwingOnesAreNot() {
        buckets.tryTake("owes", 500, NOON);
        for (int i = 0; i < 1_000; i++) {
            buckets.tryTake("passing" + i, 1, NOON.plusSeconds(1));
        }
        assertThat(buckets.tryTake("owes", 1, NOON.plusSeconds(1))).isPositive();
    }
}
