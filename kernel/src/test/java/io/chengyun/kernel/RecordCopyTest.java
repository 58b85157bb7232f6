package io.chengyun.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A record is made again, but for what is given. */
class RecordCopyTest {

    public record Inner(String words) {}

    public record Outer(Inner first, int number, @Nullable String none) {}

    public record Other(int number) {}

    @Test
    void whatIsOfThatTypeIsTheGivenOne() {
        assertThat(RecordCopy.with(new Outer(new Inner("a"), 3, null), new Inner("b")))
                .isEqualTo(new Outer(new Inner("b"), 3, null));
    }

    @Test
    void whatFitsNowhereChangesNothing() {
        assertThat(RecordCopy.with(new Outer(new Inner("a"), 3, "x"), new Other(1)))
                .isEqualTo(new Outer(new Inner("a"), 3, "x"));
    }

    @Test
    void aRecordThatIsHiddenIsRefused() {
        assertThatThrownBy(() -> RecordCopy.with(new Hidden(1))).isInstanceOf(IllegalArgumentException.class);
    }

    private record Hidden(int number) {}
}
