package io.chengyun.acceptance.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.chengyun.acceptance.judge.FaultScore.Fault;
import io.chengyun.acceptance.judge.plain.WindowedGaussian;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every scorer on a handful of rows, by hand; silence earns nothing and a perfect detector everything. */
class ScorersTest {

    private static final Instant NEW_YEAR = Instant.parse("2019-01-01T00:00:00Z");

    private static PointScore points(String flags, String answers) {
        var score = new PointScore();
        for (int i = 0; i < flags.length(); i++) {
            score.add(flags.charAt(i) == '1', answers.charAt(i) == '1');
        }
        return score;
    }

    @Test
    void pointsAreCountedRowByRow() {
        // two of three anomalous rows hit, one of five others flagged: 2·2 / (2·2 + 1 + 1)
        var score = points("01101000", "00111000");
        assertThat(score.f1()).isCloseTo(2.0 / 3, within(1e-9));
        assertThat(score.far()).isCloseTo(20, within(1e-9));
        assertThat(score.mar()).isCloseTo(100.0 / 3, within(1e-9));
        assertThat(points("00000000", "00111000").f1()).isZero();
        assertThat(points("00111000", "00111000").f1()).isEqualTo(1);
    }

    @Test
    void anAlarmIsOfTheNewestLeakNotYetFound() {
        var score = new LeakScore(List.of(leak("old", 0), leak("new", 10), leak("late", 60)));
        score.add(day(12));
        assertThat(score.pipes()).isEqualTo("new");
        score.add(day(13));
        assertThat(score.pipes()).isEqualTo("new, old");
        score.add(day(14));
        assertThat(score.repeated()).isEqualTo(1);
        score.add(day(40));
        assertThat(score.unmatched()).isEqualTo(1);
        score.add(day(74));
        assertThat(score.found()).isEqualTo(3);
        assertThat(score.delay()).isEqualTo(13);
    }

    @Test
    void anAlarmBeforeTheLeakOrAfterTwoWeeksFindsNothing() {
        var score = new LeakScore(List.of(leak("p1", 10)));
        score.add(day(9));
        score.add(day(25));
        assertThat(score.found()).isZero();
        assertThat(score.unmatched()).isEqualTo(2);
        assertThat(score.delay()).isNaN();
    }

    private static LeakScore.Leak leak(String pipe, int day) {
        return new LeakScore.Leak(pipe, day(day));
    }

    private static Instant day(int day) {
        return NEW_YEAR.plus(Duration.ofDays(day));
    }

    @Test
    void aFaultIsFoundByAnAlarmThatTouchesIt() {
        var score = new FaultScore();
        score.add(
                List.of(new Fault(2, 4), new Fault(8, 9)),
                FaultScore.runs(new boolean[] {true, false, false, false, true, true, false, false, false, false}),
                2);
        assertThat(score.found()).isEqualTo(0.5);
        assertThat(score.falseAWeek()).isEqualTo(0.5);
        assertThat(new FaultScore().found()).isZero();
    }

    @Test
    void aRunReachesToTheEnd() {
        assertThat(FaultScore.runs(new boolean[] {false, true, true})).containsExactly(new Fault(1, 2));
    }

    @Test
    void rainPartedBySixDryHoursIsTwoEvents() {
        var rain = new double[40];
        rain[1] = 40;
        rain[5] = 1;
        rain[12] = 36;
        rain[30] = 35;
        assertThat(RainScoring.events(rain, 1, 35)).containsExactly(new Fault(1, 11), new Fault(12, 18));
        assertThat(RainScoring.events(new double[40], 1, 35)).isEmpty();
    }

    @Test
    void rainThatLastsToTheFilesEndIsAnEventToo() {
        assertThat(RainScoring.events(new double[] {0, 30, 30}, 6, 50)).containsExactly(new Fault(1, 8));
    }

    @Test
    void alarmsAreWhereRunsOfFlagsBegin() {
        var said = new Detector.Said(new double[5], new boolean[] {true, true, false, true, false});
        assertThat(said.alarms()).containsExactly(0, 3);
    }

    @Test
    void theTailOfTheNormalDistributionIsAsInTheTables() {
        assertThat(WindowedGaussian.tail(0)).isCloseTo(0.5, within(1e-6));
        assertThat(WindowedGaussian.tail(1.96)).isCloseTo(0.024998, within(1e-6));
        assertThat(WindowedGaussian.tail(3)).isCloseTo(0.0013499, within(1e-6));
    }

    @Test
    void aGoalThatIsMissedIsSaidToBe() {
        var missed = new Score("x.y", 0.5, Score.Goal.atLeast(0.78), "T² 0.66", 3, "rows");
        assertThat(missed.row()).isEqualTo("| `x.y` | 0.5 | ≥ 0.78 | **missed** | T² 0.66 | 3 | rows |");
        assertThat(missed.line()).containsEntry("met", false);
        assertThat(Score.Goal.atMost(1).isMet(1)).isTrue();
    }
}
