package io.chengyun.platform.casework.timer;

import static org.assertj.core.api.Assertions.assertThat;

import io.chengyun.platform.SetClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** What becomes of what fails. */
class AsideTest {

    private static final Instant NINE = Instant.parse("2026-11-23T01:00:00Z");

    private final SetClock clock = new SetClock(NINE);
    private final Aside aside = new Aside(clock);

    private static void fail() {
        throw new IllegalStateException("broken");
    }

    @Test
    void whatGoesIsNotSetAside() {
        var done = new ArrayList<String>();
        aside.attempt("c-1", () -> done.add("c-1"));
        assertThat(done).containsExactly("c-1");
        assertThat(aside.ids()).isEmpty();
        assertThat(aside.nextAt()).isEmpty();
    }

    @Test
    void whatFailsIsTriedAgainAfterPausesThatGrowToAnHour() {
        var pauses = new ArrayList<Duration>();
        for (int i = 0; i < 8; i++) {
            aside.attempt("c-1", AsideTest::fail);
            pauses.add(Duration.between(clock.instant(), aside.nextAt().orElseThrow()));
            assertThat(aside.ripe()).isEmpty();
            clock.set(aside.nextAt().orElseThrow());
            assertThat(aside.ripe()).containsExactly("c-1");
        }
        assertThat(pauses.stream().map(Duration::toMinutes)).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L);
    }

    @Test
    void whatGoesAtLastIsForgotten() {
        aside.attempt("c-1", AsideTest::fail);
        aside.attempt("c-2", AsideTest::fail);
        aside.attempt("c-1", () -> {});
        assertThat(aside.ids()).containsExactly("c-2");
    }

    @Test
    void howManyWaitIsAMetric() {
        var registry = new SimpleMeterRegistry();
        aside.bindTo(registry);
        aside.attempt("c-1", AsideTest::fail);
        assertThat(registry.get("chengyun.casework.aside").gauge().value()).isEqualTo(1);
    }

    @Test
    void aStepForManyThatFailsSaysSo() {
        assertThat(aside.goes(() -> true)).contains(true);
        assertThat(aside.<Boolean>goes(() -> {
                    throw new IllegalStateException("broken");
                }))
                .isEmpty();
        assertThat(aside.ids()).isEmpty();
    }
}
