package io.chengyun.platform.sensing.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PatienceTest {

    private final Patience patience = new Patience(3);

    @Test
    void endsWhenNothingWasTakenForAsLongAsItLasts() {
        assertThat(patience.ends(true, 0)).isFalse();
        assertThat(patience.ends(true, 0)).isFalse();
        assertThat(patience.ends(true, 0)).isTrue();
    }

    @Test
    void beginsAnewWithEverythingThatIsTaken() {
        patience.ends(true, 0);
        patience.ends(true, 0);
        assertThat(patience.ends(true, 1)).isFalse();
        patience.ends(true, 1);
        assertThat(patience.ends(true, 1)).isFalse();
        assertThat(patience.ends(true, 1)).isTrue();
    }

    @Test
    void lastsForeverWhileNothingWaits() {
        for (int i = 0; i < 10; i++) {
            assertThat(patience.ends(false, 0)).isFalse();
        }
    }
}
