package io.chengyun.platform.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.chengyun.kernel.DomainEvent;
import io.chengyun.platform.access.AccessEvent;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FreshTest {

    private static final DomainEvent EVENT = EventSamples.sample(AccessEvent.SignedIn.class);

    private final Fresh fresh = new Fresh();

    @Test
    void givesEachOnce() {
        fresh.put(1, EVENT);
        assertThat(fresh.take(1)).contains(EVENT);
        assertThat(fresh.take(1)).isEmpty();
    }

    @Test
    void forgetsWhatWasUndone() {
        fresh.put(1, EVENT);
        fresh.put(2, EVENT);
        fresh.forget(List.of(1L));
        assertThat(fresh.take(1)).isEmpty();
        assertThat(fresh.take(2)).isPresent();
    }

    /** What another process numbers would else stay for ever. */
    @Test
    void keepsNoMoreThanTheNewest() {
        LongStream.rangeClosed(1, 1_025).forEach(id -> fresh.put(id, EVENT));
        assertThat(fresh.take(1)).isEmpty();
        assertThat(fresh.take(2)).isPresent();
        assertThat(fresh.take(1_025)).isPresent();
    }
}
