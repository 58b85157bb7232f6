package io.chengyun.platform.journal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A part of the house that must act by the clock: quiet time over, a limit passed, a stream gone silent. */
public interface Timed {

    String name();

    /** When it next has something to do, null when it has nothing; asked often, so answered from memory. */
    @Nullable
    Instant nextDueAt();

    /** Does all that is due at the injected clock's time, in transactions of its own; harmless when called too early. */
    void fireDue();
}
