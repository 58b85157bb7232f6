package io.chengyun.platform.ledger.tamper;

import java.time.Instant;

/**
 * Something in a table that is not what happened (篡改): somebody changed it past the house.
 *
 * @param table with its schema
 * @param row its key
 * @param column that says something else; empty where the whole row is gone, or nobody ever told of it
 * @param number of the entry that says what should stand there; 0 where there is none
 * @param kind how it is wrong
 */
public record Tamper(String table, String row, String column, long number, Kind kind, Instant foundAt) {

    /** How a row is wrong (篡改方式). */
    public enum Kind {
        /** It says something else. */
        CHANGED,
        /** It should be there. */
        GONE,
        /** Nothing ever happened that would have put it there. */
        INSERTED
    }

    String id() {
        return "tamper-" + table + "-" + row + (column.isEmpty() ? "" : "-" + column);
    }
}
