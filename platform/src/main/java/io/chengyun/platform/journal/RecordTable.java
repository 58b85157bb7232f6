package io.chengyun.platform.journal;

import io.chengyun.kernel.DomainEvent;
import java.util.Map;

/**
 * A table whose rows say what the last event about them said (记录表). The module that keeps it makes one a bean, so that it can be
 * seen when somebody changes a row by hand.
 *
 * @param table with its schema, such as {@code warning.warning}; its key is {@code id}, and that is the events' subject
 * @param family of events whose last one says what the row holds
 * @param columns that have to say the same: what each holds, in SQL over the event's {@code now} as jsonb
 */
public record RecordTable(String table, Class<? extends DomainEvent> family, Map<String, String> columns) {

    public RecordTable {
        columns = Map.copyOf(columns);
    }
}
