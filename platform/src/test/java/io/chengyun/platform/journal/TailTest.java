package io.chengyun.platform.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.chengyun.kernel.DomainEvent;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TailTest {

    private final Tail tail = new Tail();

    private record None() {}

    private record Nothing(String subject, Instant at, None now) implements DomainEvent {}

    private static List<Told> entries(long from, long until) {
        var event = new Nothing("n", Instant.EPOCH, new None());
        return LongStream.rangeClosed(from, until)
                .mapToObj(number -> new Told(number, event))
                .toList();
    }

    private List<Long> after(long number, int limit) {
        return tail.after(number, limit).orElseThrow().stream()
                .map(Told::number)
                .toList();
    }

    @Test
    void anEmptyTailSendsToTheDatabase() {
        assertThat(tail.after(0, 10)).isEmpty();
    }

    @Test
    void whatFollowsANumberIsGivenUpToTheLimit() {
        tail.add(entries(7, 12));

        assertThat(after(6, 10)).containsExactly(7L, 8L, 9L, 10L, 11L, 12L);
        assertThat(after(9, 2)).containsExactly(10L, 11L);
        assertThat(after(12, 10)).isEmpty();
        assertThat(tail.after(5, 10)).as("6 is not held").isEmpty();
    }

    @Test
    void whatIsLongAgoIsForgotten() {
        tail.add(entries(1, 10_000));

        assertThat(tail.after(5_000, 10)).isEmpty();
        assertThat(after(10_000 - 512, 1)).containsExactly(10_000L - 511);
        assertThat(after(9_998, 10)).containsExactly(9_999L, 10_000L);
    }

    @Test
    void whoFellBehindIsMissingWhatIsNoLongerHeld() {
        assertThat(tail.missing(0, 10)).as("nothing is held").isEqualTo(10);
        tail.add(entries(1, 1_000));

        assertThat(tail.missing(480, 1_000)).isEqualTo(8);
        assertThat(tail.missing(0, 1_000)).isEqualTo(488);
        assertThat(tail.missing(0, 10)).isEqualTo(10);
    }

    @Test
    void aGapThatAnotherProcessNumberedMakesItBeginAnew() {
        tail.add(entries(1, 5));
        tail.add(entries(9, 10));

        assertThat(tail.after(5, 10)).isEmpty();
        assertThat(after(8, 10)).containsExactly(9L, 10L);
    }
}
