package io.chengyun.platform.assessment.due;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DueListTest {

    private final DueList due = new DueList();

    private static Instant at(long second) {
        return Instant.ofEpochSecond(second);
    }

    @Test
    void theEarliestComesFirst() {
        due.put(1, at(30));
        due.put(2, at(10));
        due.put(3, at(20));

        assertThat(due.first()).isEqualTo(at(10));
        assertThat(due.take(at(20), 10)).containsExactly(2L, 3L);
        assertThat(due.first()).isEqualTo(at(30));
    }

    @Test
    void whatIsTakenIsDueNoMoreUntilPutAgain() {
        due.put(1, at(10));
        due.take(at(10), 10);

        assertThat(due.first()).isNull();
        due.put(1, at(10));
        assertThat(due.take(at(10), 10)).containsExactly(1L);
    }

    @Test
    void aStreamPutOffIsNotDueEarlier() {
        due.put(1, at(10));
        due.put(1, at(50));
        due.put(2, at(20));

        assertThat(due.first()).isEqualTo(at(20));
        assertThat(due.take(at(40), 10)).containsExactly(2L);
        assertThat(due.first()).isEqualTo(at(50));
    }

    @Test
    void aStreamBroughtForwardIsDueOnce() {
        due.put(1, at(50));
        due.put(1, at(10));

        assertThat(due.take(at(99), 10)).containsExactly(1L);
        assertThat(due.first()).isNull();
    }

    @Test
    void aStreamTakenBackIsNotDue() {
        due.put(1, at(10));
        due.put(1, null);

        assertThat(due.first()).isNull();
        assertThat(due.take(at(99), 10)).isEmpty();
    }

    @Test
    void noMoreAreTakenThanAskedFor() {
        for (int stream = 0; stream < 5; stream++) {
            due.put(stream, at(stream));
        }

        assertThat(due.take(at(99), 2)).containsExactly(0L, 1L);
        assertThat(due.take(at(99), 9)).containsExactly(2L, 3L, 4L);
    }

    @Test
    void itAgreesWithAPlainMapWhateverHappens() {
        var random = new Random(20131007);
        Map<Long, Instant> plain = new HashMap<>();
        for (int i = 0; i < 20_000; i++) {
            long stream = random.nextInt(40);
            var at = random.nextInt(5) == 0 ? null : at(random.nextInt(1_000));
            due.put(stream, at);
            if (at == null) {
                plain.remove(stream);
            } else {
                plain.put(stream, at);
            }
            if (random.nextInt(10) == 0) {
                var now = at(random.nextInt(300));
                assertThat(due.take(now, 3)).isEqualTo(takenFrom(plain, now));
            }
            assertThat(due.first())
                    .isEqualTo(plain.values().stream()
                            .min(Comparator.naturalOrder())
                            .orElse(null));
        }
    }

    private static List<Long> takenFrom(Map<Long, Instant> plain, Instant now) {
        var taken = plain.entrySet().stream()
                .filter(entry -> !entry.getValue().isAfter(now))
                .sorted(Map.Entry.<Long, Instant>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .limit(3)
                .map(Map.Entry::getKey)
                .toList();
        taken.forEach(plain::remove);
        return taken;
    }
}
