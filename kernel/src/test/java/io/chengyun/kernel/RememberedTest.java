package io.chengyun.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RememberedTest {

    private static final Instant NOON = Instant.parse("2026-11-27T04:00:00Z");

    private Instant now = NOON;
    private String truth = "first";
    private final List<String> asked = new ArrayList<>();
    private Runnable meanwhile = () -> {};
    private final InstantSource clock = () -> now;
    private final Remembered<String, String> remembered =
            new Remembered<>(clock.withZone(ZoneOffset.UTC), Duration.ofSeconds(1), this::answer);

    private String answer(String key) {
        asked.add(key);
        var answer = truth;
        meanwhile.run();
        return answer;
    }

    @Test
    void anAnswerServesForItsWhileAndNoLonger() {
        assertThat(remembered.get("a")).isEqualTo("first");
        truth = "second";
        now = NOON.plusMillis(999);
        assertThat(remembered.get("a")).isEqualTo("first");
        now = NOON.plusMillis(1_000);
        assertThat(remembered.get("a")).isEqualTo("second");
        assertThat(asked).containsExactly("a", "a");
    }

    @Test
    void eachKeyHasItsOwnAnswer() {
        remembered.get("a");
        truth = "second";
        assertThat(remembered.get("b")).isEqualTo("second");
        assertThat(remembered.get("a")).isEqualTo("first");
    }

    @Test
    void whatIsForgottenIsAskedAgain() {
        remembered.get("a");
        truth = "second";
        remembered.forget();
        assertThat(remembered.get("a")).isEqualTo("second");
    }

    @Test
    void whatWasAskedBeforeAChangeIsNotKeptAfterIt() {
        meanwhile = () -> {
            truth = "second";
            meanwhile = () -> {};
            remembered.forget();
        };
        assertThat(remembered.get("a")).isEqualTo("first");
        assertThat(remembered.get("a")).isEqualTo("second");
    }

    @Test
    void aClockSetBackDoesNotMakeAnAnswerServeLonger() {
        remembered.get("a");
        truth = "second";
        now = NOON.minusSeconds(60);
        assertThat(remembered.get("a")).isEqualTo("second");
    }
}
