package io.chengyun.platform.journal;

import io.chengyun.kernel.DomainEvent;
import java.util.Map;

/**
 * A table whose rows say what the last event about them said (记录表). The module that keeps it makes one a bean, so that it can be
 * seen when somebody changes a row by hand.
 *
 * @param table with its schema, such as {@code warning.warning}; its key is {@code id}
 * @param family of events whose last one says what the row holds
 * @param columns that have to say the same: what each holds, in SQL over the event as jsonb: {@code last.now}, or
 *     {@code last.said} for all of it, or over its words as they are written: {@code last.words}
 * @param key how a row and its events find each other
 */
public record RecordTable(String table, Class<? extends DomainEvent> family, Map<String, String> columns, Key key) {

    public RecordTable {
        columns = Map.copyOf(columns);
    }

    /** A table with one row a thing: the row's id is the events' subject. */
    public RecordTable(String table, Class<? extends DomainEvent> family, Map<String, String> columns) {
        this(table, family, columns, new Key("id", "entry.subject"));
    }

    /**
     * How a row and its events find each other where a thing has many rows (行键).
     *
     * @param subject the column that holds the events' subject
     * @param id the row's id, in SQL over {@code entry}
     */
    public record Key(String subject, String id) {}
}
