package io.chengyun.acceptance.judge.plain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The textbook's methods, by tables and by hand. */
class PlainTest {

    @Test
    void theLimitIsAsInTheTablesOfChiSquared() {
        // P(χ² > 9.0) = 0.0027 with one degree of freedom, 23.57 with eight
        assertThat(PlainDistance.limit(1)).isCloseTo(9.0, within(0.15));
        assertThat(PlainDistance.limit(8)).isCloseTo(23.57, within(0.15));
    }

    @Test
    void theDistanceIsAsByHand() {
        // the inverse of (2 1; 1 1) is (1 −1; −1 2): 1 − 4 + 8
        double square = PlainDistance.square(new double[] {1, 2}, new double[][] {{2, 1}, {1, 1}});
        assertThat(square).isCloseTo(5, within(1e-12));
    }

    @Test
    void whatLeavesTheUsualRelationIsFlagged() {
        var random = new Random(5);
        var rows = new ArrayList<double[]>();
        for (int i = 0; i < 500; i++) {
            double load = random.nextGaussian();
            rows.add(new double[] {load, load + 0.1 * random.nextGaussian()});
        }
        rows.add(new double[] {1, -1});
        var flags = PlainDistance.flags(rows, 400);
        assertThat(flags[500]).isTrue();
        assertThat(flags[450]).isFalse();
    }

    @Test
    void nightsThatStayHigherAreAnAlarmOnceAndAreLearntAnew() {
        var random = new Random(5);
        var inflow = new double[100 * 288];
        for (int day = 0; day < 100; day++) {
            double night = 10 + (day < 40 ? 0 : 3) + 0.5 * random.nextGaussian();
            for (int i = 0; i < 288; i++) {
                inflow[day * 288 + i] = i >= 12 && i < 60 ? night : 30;
            }
        }
        var alarms = NightSum.alarms(inflow);
        assertThat(alarms).hasSize(1);
        assertThat(alarms.get(0)).isBetween(40 * 288, 42 * 288);
        assertThat(NightSum.alarms(new double[20])).isEqualTo(List.of());
    }
}
