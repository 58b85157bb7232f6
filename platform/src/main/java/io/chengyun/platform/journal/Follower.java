package io.chengyun.platform.journal;

import io.chengyun.kernel.DomainEvent;

/**
 * Hears what happened, in order, at least once.
 *
 * <p>Runs in a transaction of its own together with its cursor, so what it writes to the database it writes once. A
 * {@link io.chengyun.kernel.Refused} is recorded and passed; anything else parks the follower, which tries again with
 * growing pauses and raises an alarm.
 *
 * @param <E> what it hears: a module's event family, or {@link DomainEvent} for everything
 */
public interface Follower<E extends DomainEvent> {

    /** Stable name of the cursor, such as {@code warning.signals}. */
    String name();

    Class<E> hears();

    /** Whether the event means anything to it; what does not, it is not told, and costs no transaction. */
    default boolean heeds(E event) {
        return true;
    }

    void on(long number, E event);
}
