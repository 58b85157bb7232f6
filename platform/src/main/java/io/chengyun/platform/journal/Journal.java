package io.chengyun.platform.journal;

import io.chengyun.kernel.DomainEvent;
import java.util.List;

/** The journal (流水): everything that happened, in one order without gaps. */
public interface Journal {

    /**
     * Writes the event in the caller's transaction; it gets its number soon after that commits.
     *
     * @throws IllegalStateException outside a transaction: an event without its change would be a lie
     */
    void append(DomainEvent event);

    /** Entries with a number above {@code after}, in order, at most {@code limit}. */
    List<Entry> list(long after, int limit);

    /** Every entry about one thing, in order. */
    List<Entry> listAbout(String subject);

    /** The newest number given; 0 before the first. */
    long last();
}
