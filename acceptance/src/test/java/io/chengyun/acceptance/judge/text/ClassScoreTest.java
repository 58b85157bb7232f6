package io.chengyun.acceptance.judge.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ClassScoreTest {

    private final ClassScore score = new ClassScore();

    @Test
    void everyClassCountsTheSame() {
        for (int i = 0; i < 8; i++) {
            score.add("often", "often", 0.8);
        }
        score.add("seldom", "often", 0.8);
        score.add("seldom", "seldom", 0.8);

        assertThat(score.accuracy()).isCloseTo(0.9, within(1e-12));
        assertThat(score.macroF1()).isCloseTo((16.0 / 17 + 2.0 / 3) / 2, within(1e-12));
        assertThat(score.calibrationError()).isCloseTo(0.1, within(1e-12));
    }

    @Test
    void whoIsAsSureAsRightIsCalibrated() {
        score.add("a", "a", 0.55);
        score.add("a", "b", 0.55);

        assertThat(score.calibrationError()).isCloseTo(0.05, within(1e-12));
    }
}
