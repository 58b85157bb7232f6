package io.chengyun.rules.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.chengyun.kernel.Grade;
import io.chengyun.kernel.Malformed;
import io.chengyun.rules.Finding;
import io.chengyun.rules.Joint;
import io.chengyun.rules.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Two sensors of one machine that rise and fall together, and a third of its own. */
class TogetherTest {

    private static final Company COMPANY = new Company(200, 0, 5, 1.3, 0.5, 20);
    private static final Learnt RULE = new Learnt(
            new Words("泵组", "pump", "单位", "units"), Grade.ORANGE, new Tuning(20, 64, 150, 3, 40, 4), COMPANY);

    private final List<Finding> said = new ArrayList<>();
    private final Joint.Weighing weighing = RULE.together(3);
    private int second;

    private void feed(int rows, double... more) {
        for (int i = 0; i < rows; i++) {
            var random = new Random(second);
            double load = random.nextGaussian() * 10;
            row(
                    50 + load + more[0],
                    20 + load / 2 + random.nextGaussian() * 0.1 + more[1],
                    random.nextGaussian() + more[2]);
        }
    }

    private void row(double... values) {
        var finding = weighing.on(second++ * 1_000_000L, values);
        if (finding != null) {
            said.add(finding);
        }
    }

    @Test
    void whatNeverStoodSoTogetherIsSaidThoughEachAloneIsUsual() {
        feed(300, 0, 0, 0);
        assertThat(said).isEmpty();
        assertThat(weighing.score()).isLessThan(0.5);

        feed(10, 5, -3, 0);
        assertThat(said).extracting(Finding::grade).containsExactly(Grade.ORANGE);
        assertThat(weighing.score()).isGreaterThan(0.5);
    }

    @Test
    void itHoldsForAsLongAsTheyAreOffAndEasesWhenTheyAreBack() {
        feed(300, 0, 0, 0);
        feed(150, 0, 0, 12);
        assertThat(said).hasSize(1);
        feed(40, 0, 0, 0);
        assertThat(said).extracting(Finding::state).containsExactly(Finding.State.GRADED, Finding.State.EASED);
    }

    @Test
    void whatCameBackMostOfTheWayAndStayedIsUsual() {
        feed(300, 0, 0, 0);
        feed(100, 0, 0, 40);
        feed(18, 0, 0, 12);
        assertThat(said).as("not yet").hasSize(1);
        feed(16, 0, 0, 12);
        assertThat(said).extracting(Finding::state).containsExactly(Finding.State.GRADED, Finding.State.EASED);
        feed(8, 0, 0, 12);
        assertThat(weighing.score()).as("from where they stand now").isLessThan(0.5);
    }

    @Test
    void whatLastsForTwiceAsLongAsItLearntIsUsual() {
        feed(300, 0, 0, 0);
        feed(2 * 200 + 250, 0, 0, 12);
        assertThat(said).extracting(Finding::state).containsExactly(Finding.State.GRADED, Finding.State.EASED);
        assertThat(weighing.score()).isLessThan(0.5);
    }

    @Test
    void whatDriftedWhileItLearntMayDriftOnBesideWhatSwung() {
        for (double ahead : new double[] {0, 16}) {
            var company = new Company(240, ahead, 5, 1.3, 0.5, 20);
            var drifting = new Learnt(RULE.words(), Grade.ORANGE, RULE.tuning(), company).together(2);
            for (int i = 0; i < 400; i++) {
                drifting.on(i, new double[] {20 + 0.01 * i, i % 10 < 5 ? 1 : -1});
            }
            assertThat(drifting.score() < 0.5)
                    .as("usual, looking %s ahead", ahead)
                    .isEqualTo(ahead > 0);
            for (int i = 400; i < 405; i++) {
                drifting.on(i, new double[] {24, 4});
            }
            assertThat(drifting.score()).as("what swung leapt").isGreaterThan(0.5);
        }
    }

    @Test
    void missingValuesAreNotZeroAndTeachNothing() {
        feed(100, 0, 0, 0);
        row(Double.NaN, 20, 0);
        feed(200, 0, 0, 0);
        for (int i = 0; i < 30; i++) {
            row(Double.NaN, Double.NaN, 0.1);
        }
        assertThat(said).isEmpty();
    }

    @Test
    void anEarlierRowIsIgnored() {
        feed(300, 0, 0, 0);
        double before = weighing.score();
        assertThat(weighing.on(5, new double[] {9_999, 0, 0})).isNull();
        assertThat(weighing.score()).isEqualTo(before);
    }

    @Test
    void aStreamThatNeverMovedIsOffAsSoonAsItMoves() {
        var still = RULE.together(2);
        for (int i = 0; i < 250; i++) {
            still.on(i, new double[] {7, new Random(i).nextGaussian()});
        }
        assertThat(still.score()).isLessThan(0.5);
        still.on(300, new double[] {8, 0});
        assertThat(still.score()).isGreaterThan(0.9);
    }

    @Test
    void theInverseOfATwoByTwoIsAsByHand() {
        var inverse = Matrix.inverse(new double[][] {{2, 1}, {1, 1}});
        assertThat(inverse[0][0]).isCloseTo(1, within(1e-12));
        assertThat(inverse[0][1]).isCloseTo(-1, within(1e-12));
        assertThat(inverse[1][1]).isCloseTo(2, within(1e-12));
        assertThat(Matrix.product(new double[] {1, 2}, inverse)).isCloseTo(1 - 4 + 8, within(1e-12));
    }

    @Test
    void numbersThatMakeNoSenseAreRefused() {
        assertThatThrownBy(() -> new Company(200, -1, 5, 1.3, 0.5, 20)).hasMessageContaining("ahead");
        assertThatThrownBy(() -> new Company(10, 0, 5, 1.3, 0.5, 20)).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> new Company(200, 0, 5, 1.3, 1, 20)).hasMessageContaining("below 1");
        assertThatThrownBy(() -> new Company(200, 0, 5, 0.9, 0.5, 20)).hasMessageContaining("1 or more");
    }
}
