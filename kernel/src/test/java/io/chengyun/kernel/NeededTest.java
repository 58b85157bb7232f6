package io.chengyun.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is not there is named. */
class NeededTest {

    @Test
    void whatIsThereIsGivenBack() {
        assertThat(Needed.value("n", 3)).isEqualTo(3);
        assertThat(Needed.text("note", " done ")).isEqualTo("done");
        assertThat(Needed.each("ids", List.of("b", "a"))).containsExactly("b", "a");
    }

    @Test
    void whatIsNotThereIsNamed() {
        assertThatThrownBy(() -> Needed.value("n", null))
                .isInstanceOf(Malformed.class)
                .hasMessageStartingWith("n:");
        assertThatThrownBy(() -> Needed.text("note", " ")).hasMessageStartingWith("note:");
        assertThatThrownBy(() -> Needed.text("note", null)).hasMessageStartingWith("note:");
        assertThatThrownBy(() -> Needed.each("ids", null)).hasMessageStartingWith("ids:");
    }

    @Test
    void tooMuchAndTwiceIsNamedToo() {
        assertThatThrownBy(() -> Needed.text("note", "a".repeat(2_001))).hasMessageStartingWith("note:");
        assertThatThrownBy(() -> Needed.each("ids", List.of("a", "a"))).hasMessageStartingWith("ids:");
        assertThatThrownBy(() -> Needed.each("ids", Collections.nCopies(101, "a")))
                .hasMessageStartingWith("ids:");
        assertThat(Needed.text("note", "a".repeat(2_000))).hasSize(2_000);
    }
}
