package io.chengyun.platform.journal;

import io.chengyun.kernel.DomainEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The journal (流水): everything that happened, in one order without gaps. */
public interface Journal {

    /**
     * Writes the event in the caller's transaction; it gets its number soon after that commits.
     *
     * @throws IllegalStateException outside a transaction, or when that has committed: an event without its change would be a lie
     */
    void append(DomainEvent event);

    /**
     * What this transaction has told so far and has not put into the inbox, for a statement of the caller's own that does so, at
     * once and in the same transaction: for the few places where one question more to the database would be felt.
     */
    Page takePage();

    /**
     * The last that the current transaction told of a thing, while it is not in the inbox: what it says may stand in no table
     * yet.
     */
    Optional<DomainEvent> lastTold(String subject);

    /**
     * In SQL, the words of an event by their id, for a table that names the last words of a thing and keeps no copy. What waited for
     * a lock does not see what was told meanwhile: lock first, then ask.
     */
    static String words(String id) {
        return "(SELECT said.payload FROM journal.words said WHERE said.id = " + id + ")";
    }

    /** Events on their way into the inbox (待入箱), in their order. */
    interface Page {

        /** The ids that they got. */
        String IDS = "SELECT id FROM inboxed";

        /**
         * Common table expressions that read the events as {@code told}, a row each with its {@code place} from 1 and the
         * {@code id} of its words, write these, put the events into the inbox as {@code inboxed}, and write the rows that the
         * journal keeps of them.
         */
        String sql();

        /** The events, in the order of their places. */
        List<DomainEvent> events();

        /** What takes the place of each {@code ?} in {@link #sql}. */
        List<Object> values();

        /** Says that they are in the inbox, with these ids. */
        void put(List<Long> ids);
    }

    /** Entries with a number above {@code after}, in order, at most {@code limit}. */
    List<Entry> list(long after, int limit);

    /** The same as they are written, without reading the events back: for what is proven of their words. */
    List<Line> lines(long after, int limit);

    /** The lines about one thing, in order. */
    List<Line> linesAbout(String subject);

    /**
     * An entry as it is written (原文).
     *
     * @param number contiguous from 1
     * @param staff id of the person whose act it was; null where it was nobody's of the staff
     * @param payload the event's canonical JSON (RFC 8785)
     */
    record Line(
            long number,
            String type,
            String subject,
            Instant at,
            @Nullable String staff,
            String payload) {}

    /** Every entry about one thing, in order. */
    List<Entry> listAbout(String subject);

    /** The newest number given; 0 before the first. */
    long last();
}
