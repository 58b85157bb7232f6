package io.chengyun.platform.assessment.whatif;

import io.chengyun.platform.sensing.PastObservations;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Lets the time of a trial pass (时间推移): whoever waits for a moment is asked at each at which it would have been asked. */
final class Passing {

    private Passing() {}

    /**
     * @param due when it is to be asked next; null when it waits for nothing
     * @param untilMicros not asked at this moment itself
     */
    static void until(long untilMicros, Supplier<@Nullable Instant> due, Consumer<Instant> ask) {
        Instant asked = null;
        var next = due.get();
        while (next != null && !next.equals(asked) && PastObservations.micros(next) < untilMicros) {
            ask.accept(next);
            asked = next;
            next = due.get();
        }
    }
}
