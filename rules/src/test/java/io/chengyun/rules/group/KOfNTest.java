package io.chengyun.rules.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chengyun.kernel.Malformed;
import io.chengyun.rules.group.GroupFinding.Witness;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class KOfNTest {

    private final Group town = new Group(Group.TWO_OF);

    private void rain(double minutes, long gauge, double value) {
        town.hear(minutes, gauge, "rainfall", value);
    }

    @Test
    void oneNoisyStreamIsNotATown() {
        rain(0, 1, 40);
        rain(5, 1, 200);
        rain(10, 2, 35);

        assertThat(town.said).isEmpty();
    }

    @Test
    void twoWithinTheTimeGradeTheTownAndAreNamed() {
        rain(0, 7, 40);
        rain(29, 2, 36);

        assertThat(town.words()).containsExactly("BLUE");
        assertThat(town.last().witnesses()).extracting(Witness::stream).containsExactly(7L, 2L);
        assertThat(town.last().finding().evidence()).containsExactly(Group.at(0), Group.at(29));
        assertThat(town.last().finding().reading().sentenceEn())
                .isEqualTo("2 streams with rainfall at 35 mm within 30 min, 2 needed");
    }

    @Test
    void twoFurtherApartThanTheTimeDoNot() {
        rain(0, 1, 40);
        rain(30, 2, 36);

        assertThat(town.said).isEmpty();
    }

    @Test
    void aGraveGradeNeedsAsManyThatReachIt() {
        rain(0, 1, 120);
        rain(1, 2, 40);
        rain(2, 2, 101);

        assertThat(town.words()).containsExactly("BLUE", "RED");
    }

    @Test
    void itEasesWhenTheTimeHasPassedAndTheStreamsSayThatAllIsWell() {
        rain(0, 1, 40);
        rain(0, 2, 40);
        rain(20, 1, 0);
        rain(20, 2, 0);
        assertThat(town.words()).containsExactly("BLUE");

        assertThat(town.dueAt()).isEqualTo(Group.at(30));
        town.until(29);
        town.until(30);

        assertThat(town.words()).containsExactly("BLUE", "EASED");
        assertThat(town.dueAt()).isNull();
    }

    @Test
    void silenceClearsNothing() {
        rain(0, 1, 40);
        rain(0, 2, 40);
        town.until(30);
        assertThat(town.words()).containsExactly("BLUE", "UNKNOWN");

        rain(40, 1, 0);

        assertThat(town.words()).containsExactly("BLUE", "UNKNOWN", "EASED");
    }

    @Test
    void aStreamSilentForADayIsCountedOnNoMore() {
        rain(0, 1, 40);
        rain(0, 2, 40);
        town.until(30);
        town.until(24 * 60);

        assertThat(town.words()).containsExactly("BLUE", "UNKNOWN", "EASED");
    }

    @Test
    void aLateReportCountsWhereItBelongs() {
        rain(0, 1, 40);
        rain(10, 2, 0);
        rain(5, 2, 50);
        rain(2, 3, Double.NaN);

        assertThat(town.words()).containsExactly("BLUE");
    }

    @Test
    void aGroupIsBounded() {
        for (int stream = 0; stream < 1_000; stream++) {
            rain(1, stream, 40);
        }

        assertThat(town.remembered()).hasSizeLessThan(8 * GroupRule.MOST_MEMBERS);
        assertThat(town.last().witnesses()).hasSizeLessThanOrEqualTo(GroupFinding.MOST_WITNESSES);
    }

    @Test
    void numbersThatMakeNoSenseAreMalformed() {
        assertThatThrownBy(() -> new KOfN(Group.RAIN, "rainfall", Group.LADDER, 1, Duration.ofMinutes(1)))
                .isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> new KOfN(Group.RAIN, "rainfall", Group.LADDER, 2, Duration.ZERO))
                .isInstanceOf(Malformed.class);
    }
}
