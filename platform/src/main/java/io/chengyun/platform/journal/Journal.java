package io.chengyun.platform.journal;

import io.chengyun.kernel.DomainEvent;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The journal (流水): everything that happened, in one order without gaps. */
public interface Journal {

    /**
     * Writes the event in the caller's transaction; it gets its number soon after that commits.
     *
     * @return its canonical JSON (RFC 8785), as it will stand
     * @throws IllegalStateException outside a transaction: an event without its change would be a lie
     */
    String append(DomainEvent event);

    /**
     * An event as a row of the inbox that the caller inserts itself, at once and in the same transaction, within a statement
     * of its own: for the one place where one question more to the database would be felt.
     *
     * @throws IllegalStateException outside a transaction
     */
    Row row(DomainEvent event);

    /**
     * A row to be inserted (入箱行).
     *
     * @param values what takes the place of each {@code ?} in {@link #INSERT}
     */
    record Row(List<@Nullable Object> values) {

        public static final String INSERT =
                "insert into journal.inbox (type, subject, at, staff, payload) values (?, ?, ?::timestamptz, ?, ?)";
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
