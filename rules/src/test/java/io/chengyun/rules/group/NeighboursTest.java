package io.chengyun.rules.group;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NeighboursTest {

    private final Group around = new Group(Group.DRIFT);

    /** Three hours of reports every five minutes: the centre this far off, the other four these. */
    private void hours(int from, int to, double off, double... others) {
        for (int minute = from; minute < to; minute += 5) {
            around.hear(minute, 1, "rainfall", 10 + off);
            for (int i = 0; i < others.length; i++) {
                around.hear(minute, 2 + i, "rainfall", 10 + others[i]);
            }
        }
    }

    @Test
    void aStreamThatMovesAwayFromItsNeighboursDriftsAndComesBack() {
        hours(0, 180, 0, 0, 0.5, -0.5);
        assertThat(around.said).isEmpty();
        hours(180, 360, 6, 0, 0.5, -0.5);
        assertThat(around.words()).containsExactly("BLUE");
        assertThat(around.last().finding().reading().sentenceEn())
                .isEqualTo("Rainfall off its neighbours by 6 mm over 2 h, tolerance 5 mm");
        hours(360, 540, 0, 0, 0.5, -0.5);

        assertThat(around.words()).containsExactly("BLUE", "EASED");
    }

    @Test
    void aNeighbourThatDriftsIsNotHeldAgainstTheCentre() {
        hours(0, 360, 0, 0, 0.5, 50);

        assertThat(around.said).isEmpty();
    }

    @Test
    void twoNeighboursAreTooFewToJudge() {
        hours(0, 360, 50, 0, 0.5);

        assertThat(around.said).isEmpty();
    }

    @Test
    void staleNeighboursAreNoNeighbours() {
        around.hear(0, 2, "rainfall", 10);
        around.hear(0, 3, "rainfall", 10);
        around.hear(0, 4, "rainfall", 10);
        hours(20, 360, 50);

        assertThat(around.said).isEmpty();
    }

    @Test
    void tooLittleOfTheWindowSaysNothing() {
        hours(0, 80, 50, 0, 0, 0);

        assertThat(around.said).isEmpty();
    }
}
