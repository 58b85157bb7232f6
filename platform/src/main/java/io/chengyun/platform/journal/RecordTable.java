package io.chengyun.platform.journal;

import static java.util.stream.Collectors.joining;

import io.chengyun.kernel.DomainEvent;
import java.util.Arrays;
import java.util.Map;

/**
 * A table whose rows say what the last event about them said (记录表). The module that keeps it makes one a bean, so that it can be
 * seen when somebody changes a row by hand.
 *
 * @param table with its schema, such as {@code warning.warning}; its key is {@code id}
 * @param family of events whose last one says what the row holds
 * @param columns that have to say the same: what each holds, in SQL over the event as jsonb: {@code last.now}, or
 *     {@code last.said} for all of it; {@code last.words} is the id of its words ({@link Journal#words})
 * @param key how a row and its events find each other
 * @param kept whether the journal writes the rows, by this description, in the statement that puts the events into its inbox
 */
public record RecordTable(
        String table, Class<? extends DomainEvent> family, Map<String, String> columns, Key key, boolean kept) {

    public RecordTable {
        columns = Map.copyOf(columns);
    }

    /** A table with one row a thing: the row's id is the events' subject. */
    public RecordTable(String table, Class<? extends DomainEvent> family, Map<String, String> columns) {
        this(table, family, columns, new Key("id", "entry.subject"));
    }

    /** A table where a thing has many rows, and which its module writes. */
    public RecordTable(String table, Class<? extends DomainEvent> family, Map<String, String> columns, Key key) {
        this(table, family, columns, key, false);
    }

    /** The same table, its rows written with the events: by nobody else, and in no statement of their own. */
    public RecordTable keptByJournal() {
        return new RecordTable(table, family, columns, key, true);
    }

    /** Writes the rows of those among {@code told} that have these types, each as the last of them says. */
    String writing(String[] types) {
        var names = columns.keySet().stream().sorted().toList();
        return """
                , %1$s AS (
                    INSERT INTO %2$s (id, %3$s)
                    SELECT id, %4$s FROM (
                        SELECT DISTINCT ON (%5$s) %5$s AS id, place, entry.id AS words, said, said -> 'now' AS now
                        FROM told entry CROSS JOIN LATERAL (SELECT entry.payload::jsonb AS said OFFSET 0) read
                        WHERE type IN (%6$s) ORDER BY %5$s, place DESC) last
                    ORDER BY place
                    ON CONFLICT (id) DO UPDATE SET %7$s)
                """.formatted(
                        table.replace('.', '_'),
                        table,
                        String.join(", ", names),
                        names.stream().map(columns::get).collect(joining(", ")),
                        key.id(),
                        Arrays.stream(types).map("'%s'"::formatted).collect(joining(", ")),
                        names.stream().map(name -> name + " = excluded." + name).collect(joining(", ")));
    }

    /**
     * How a row and its events find each other where a thing has many rows (行键).
     *
     * @param subject the column that holds the events' subject
     * @param id the row's id, in SQL over {@code entry}
     */
    public record Key(String subject, String id) {}
}
