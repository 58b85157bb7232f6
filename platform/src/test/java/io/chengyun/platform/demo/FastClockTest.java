package io.chengyun.platform.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class FastClockTest {

    private static final Instant START = Instant.parse("2026-11-22T04:00:00Z");

    private Instant real = START;

    private final InstantSource wall = () -> real;

    private final FastClock clock = new FastClock(wall, ZoneId.of("Asia/Shanghai"), Duration.ofMinutes(59), 60);

    @Test
    void itStartsInThePastAndRunsFast() {
        assertThat(clock.instant()).isEqualTo(START.minus(Duration.ofMinutes(59)));
        real = START.plusSeconds(30);
        assertThat(clock.instant()).isEqualTo(START.minus(Duration.ofMinutes(29)));
    }

    @Test
    void itIsTheRealClockOnceItHasCaughtUp() {
        real = START.plusSeconds(60);
        assertThat(clock.instant()).isEqualTo(real);
        real = START.plus(Duration.ofDays(1));
        assertThat(clock.instant()).isEqualTo(real);
    }
}
