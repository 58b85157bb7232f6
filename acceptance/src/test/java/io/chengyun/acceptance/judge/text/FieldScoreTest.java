package io.chengyun.acceptance.judge.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class FieldScoreTest {

    private final FieldScore score = new FieldScore();

    @Test
    void nothingThereAndNothingSaidIsWorthNothing() {
        score.add(List.of(), List.of());

        assertThat(score.f1()).isZero();
    }

    @Test
    void whatIsThereTwiceMustBeSaidTwice() {
        score.add(List.of("a", "a", "b"), List.of("a", "c"));

        assertThat(score.there()).isEqualTo(3);
        assertThat(score.f1()).isCloseTo(2.0 / 5, within(1e-12));
    }
}
