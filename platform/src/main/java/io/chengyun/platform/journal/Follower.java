package io.chengyun.platform.journal;

import io.chengyun.kernel.DomainEvent;
import java.util.List;

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

    /**
     * All that it hears in one transaction, in order and never nothing: for one that writes of it together what would be many
     * questions to the database.
     */
    default void onAll(List<Heard<E>> together) {
        together.forEach(one -> on(one.number(), one.event()));
    }

    /** An entry as it is told (所闻): its number in the journal, and what happened. */
    record Heard<E extends DomainEvent>(long number, E event) {}
}
