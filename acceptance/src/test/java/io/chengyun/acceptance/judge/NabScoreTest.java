package io.chengyun.acceptance.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Checked by hand on one series of 100 rows with one window of ten, rows 50 to 59. */
class NabScoreTest {

    private static final List<NabScore.Window> WINDOW = List.of(new NabScore.Window(50, 59));

    private static double score(int... alarms) {
        var said = new double[100];
        for (int row : alarms) {
            said[row] = 1;
        }
        var score = new NabScore();
        score.add(said, WINDOW);
        return score.best().score();
    }

    @Test
    void silenceIsNothingAndTheFirstRowOfTheWindowIsAll() {
        assertThat(score()).isZero();
        assertThat(score(50)).isEqualTo(100);
    }

    @Test
    void halfwayIntoTheWindowEarnsLess() {
        // position -0.5: (2 / (1 + e^-2.5) - 1) / (2 / (1 + e^-5) - 1) = 0.84828 / 0.98661; (0.85980 + 1) / 2
        assertThat(score(55)).isCloseTo(92.990, within(0.001));
    }

    @Test
    void onlyTheEarliestAlarmOfTheWindowCounts() {
        assertThat(score(50, 51, 55, 59)).isEqualTo(100);
    }

    @Test
    void alarmFarFromTheWindowCostsElevenHundredths() {
        assertThat(score(30, 50)).isCloseTo(100 - 5.5, within(1e-9));
        assertThat(score(50, 99)).isCloseTo(100 - 5.5, within(1e-9));
    }

    @Test
    void alarmSoonAfterTheWindowCostsLess() {
        // 1 row past a window of ten: position 1/9, 2 / (1 + e^(5/9)) - 1 = -0.27083; 0.11 × 0.27083 / 2
        assertThat(score(50, 60)).isCloseTo(100 - 1.4896, within(0.001));
    }

    @Test
    void theFirstRowsAreNotScored() {
        assertThat(score(0, 14, 50)).isEqualTo(100);
        assertThat(score(15, 50)).isCloseTo(100 - 5.5, within(1e-9));
        assertThat(NabScore.probation(10_000)).isEqualTo(750);
    }

    @Test
    void theThresholdIsTheBestOfTheWholeCorpus() {
        var said = new double[100];
        said[30] = 0.4;
        said[50] = 0.7;
        var score = new NabScore();
        score.add(said, WINDOW);
        assertThat(score.best().threshold()).isEqualTo(0.7);
        assertThat(score.best().score()).isEqualTo(100);
    }

    @Test
    void aThresholdChosenElsewhereEarnsWhatItEarns() {
        var said = new double[100];
        said[30] = 0.4;
        said[55] = 0.7;
        var score = new NabScore();
        score.add(said, WINDOW);
        assertThat(score.at(0.5)).isCloseTo(92.990, within(0.001));
        assertThat(score.at(0.3)).isCloseTo(92.990 - 5.5, within(0.001));
        assertThat(score.at(0.8)).isZero();
    }
}
