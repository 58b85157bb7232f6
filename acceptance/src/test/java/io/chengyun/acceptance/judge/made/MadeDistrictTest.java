package io.chengyun.acceptance.judge.made;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MadeDistrictTest {

    private static final int NIGHT = 12;
    private static final int MORNING = 60;
    private static final int A_DAY = 288;

    @Test
    void theSameSeedMakesTheSameDistrictsAndAnotherOneOthers() {
        var once = MadeDistrict.all(1, 7);
        var again = MadeDistrict.all(1, 7);
        var others = MadeDistrict.all(1, 8);
        for (int i = 0; i < once.size(); i++) {
            assertThat(again.get(i).rows()).isEqualTo(once.get(i).rows());
            assertThat(others.get(i).rows()).isNotEqualTo(once.get(i).rows());
        }
    }

    @Test
    void threeInFourLeakAndNoneWhileOneLearns() {
        var all = MadeDistrict.all(4, 7);
        assertThat(all).filteredOn(district -> district.leaks().isEmpty()).hasSize(all.size() / 4);
        for (var district : all) {
            assertThat(district.leaks()).allMatch(leak -> leak.isAfter(MadeDistrict.at(28 * A_DAY - 1)));
            assertThat(district.values()).hasSize(182 * A_DAY);
        }
    }

    @Test
    void aPumpStandsStillAndTheInletsFollowIt() {
        var district = MadeDistrict.all(4, 7).get(15);
        assertThat(district.meters()).isEqualTo(3);
        var rows = district.values();
        assertThat(rows).anyMatch(row -> row[2] == 0);
        for (int row = 1; row < A_DAY; row++) {
            if (rows.get(row)[2] > 0 && rows.get(row - 1)[2] == 0) {
                double before = rows.get(row - 1)[0] + rows.get(row - 1)[1];
                assertThat(rows.get(row)[0] + rows.get(row)[1]).isGreaterThan(before);
            }
        }
    }

    @Test
    void atNightFlowsAboutWhatIsDrawnAsleep() {
        var demand = new Demand(100, new Random(3));
        var day = IntStream.range(0, A_DAY).mapToDouble(demand::at).toArray();
        double night = Arrays.stream(day, NIGHT, MORNING).average().orElseThrow();
        double whole = Arrays.stream(day).average().orElseThrow();
        assertThat(night).isBetween(0.8 * demand.night(), 1.3 * demand.night());
        assertThat(whole).isBetween(80.0, 150.0);
    }
}
