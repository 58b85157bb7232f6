package io.chengyun.rules.group;

import static org.assertj.core.api.Assertions.assertThat;

import io.chengyun.rules.group.GroupFinding.Witness;
import org.junit.jupiter.api.Test;

class SequenceTest {

    private final Group town = new Group(Group.RAIN_THEN_WATER);

    private void rain(double minutes, double value) {
        town.hear(minutes, 10, "rainfall", value);
    }

    private void water(double minutes, double value) {
        town.hear(minutes, 20, "water_depth", value);
    }

    @Test
    void rainAndThenWaterWithinTheHourIsGraded() {
        water(0, 5);
        rain(10, 35);
        assertThat(town.said).isEmpty();
        water(70, 5);

        assertThat(town.words()).containsExactly("YELLOW");
        assertThat(town.last().witnesses()).extracting(Witness::stream).containsExactly(10L, 20L);
        assertThat(town.last().finding().reading().sentenceEn())
                .isEqualTo("rainfall ≥ 35 mm, then water depth > 0 1 h later");
    }

    @Test
    void waterAfterTheHourOrAtTheSameMomentIsNot() {
        rain(0, 35);
        water(60.1, 5);
        rain(200, 35);
        water(200, 5);

        assertThat(town.said).isEmpty();
    }

    @Test
    void rainToldLateCompletesIt() {
        water(30, 5);
        rain(10, 40);

        assertThat(town.words()).containsExactly("YELLOW");
    }

    @Test
    void itEasesAnHourAfterTheLastWaterIfTheProbeSaysSo() {
        rain(0, 35);
        water(10, 5);
        water(20, 0);
        assertThat(town.dueAt()).isEqualTo(Group.at(70));
        town.until(69);
        town.until(70);

        assertThat(town.words()).containsExactly("YELLOW", "EASED");
    }

    @Test
    void aSilentProbeLeavesItUnknown() {
        rain(0, 35);
        water(10, 5);
        town.until(70);
        assertThat(town.words()).containsExactly("YELLOW", "UNKNOWN");

        water(90, 0);

        assertThat(town.words()).containsExactly("YELLOW", "UNKNOWN", "EASED");
    }

    @Test
    void whatItRemembersIsBounded() {
        for (int i = 0; i < 1_000; i++) {
            rain(i / 100.0, 40);
            water(i / 100.0, 1);
        }

        assertThat(town.remembered()).hasSizeLessThan(4 * Sequence.MOST_MOMENTS + 20);
    }
}
