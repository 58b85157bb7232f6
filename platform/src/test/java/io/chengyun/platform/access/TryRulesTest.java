package io.chengyun.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.chengyun.platform.access.TryRules.Tries;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TryRulesTest {

    private static final Instant EIGHT = Instant.parse("2026-11-22T00:00:00Z");
    private static final Duration WINDOW = Duration.ofMinutes(15);

    private final TryRules rules = new TryRules(WINDOW);

    @Test
    void nobodyWaitsBeforeTheLimit() {
        assertThat(rules.mustWait(new Tries(4, EIGHT), 5, EIGHT)).isFalse();
    }

    @Test
    void whoeverReachedTheLimitWaitsUntilTheWindowCloses() {
        var tries = new Tries(5, EIGHT);

        assertThat(rules.mustWait(tries, 5, EIGHT.plus(WINDOW).minusMillis(1))).isTrue();
        assertThat(rules.mustWait(tries, 5, EIGHT.plus(WINDOW))).isFalse();
    }

    @Test
    void triesInOneWindowAddUpFromTheFirst() {
        var later = EIGHT.plusSeconds(30);

        assertThat(rules.another(new Tries(0, EIGHT), EIGHT)).isEqualTo(new Tries(1, EIGHT));
        assertThat(rules.another(new Tries(1, EIGHT), later)).isEqualTo(new Tries(2, EIGHT));
    }

    @Test
    void aTryAfterTheWindowBeginsANewOne() {
        var later = EIGHT.plus(WINDOW);

        assertThat(rules.another(new Tries(5, EIGHT), later)).isEqualTo(new Tries(1, later));
    }
}
