package io.chengyun.platform.casework.together;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class KnownTest {

    private final Known<Long> known = new Known<>(2, revision -> revision);

    @Test
    void theNewestIsKnownWhoeverComesLast() {
        known.note("c-1", 5L);
        known.note("c-1", 4L);
        assertThat(known.find("c-1")).contains(5L);
        known.note("c-1", 6L);
        assertThat(known.find("c-1")).contains(6L);
        assertThat(known.find("c-2")).isEmpty();
    }

    @Test
    void whatNobodyActsOnGivesWay() {
        known.note("c-1", 1L);
        known.note("c-2", 1L);
        known.find("c-1");
        known.note("c-3", 1L);
        assertThat(known.find("c-1")).isPresent();
        assertThat(known.find("c-2")).isEmpty();
        assertThat(known.find("c-3")).isPresent();
    }

    @Test
    void whoWasWrongAsksForAWhileAndThenTrustsAgain() {
        known.note("c-1", 1L);
        known.note("c-2", 1L);
        assertThat(known.nextMayTrust()).isTrue();
        known.doubt(Set.of("c-1"));
        assertThat(known.find("c-1")).isEmpty();
        assertThat(known.find("c-2")).isPresent();
        for (int i = 0; i < Known.IN_DOUBT; i++) {
            assertThat(known.nextMayTrust()).isFalse();
        }
        assertThat(known.nextMayTrust()).isTrue();
        assertThat(known.nextMayTrust()).isTrue();
    }
}
