package io.chengyun.platform.ledger;

import java.time.Instant;

/**
 * One record of a thing, as the log holds it (存证封记).
 *
 * @param number in the journal; its leaf is the one before
 * @param type such as {@code casework.Closed}
 * @param state how far it is on its way
 */
public record Seal(long number, String type, Instant at, State state) {

    /** Where a record is on its way (存证进度). */
    public enum State {
        /** It has its number. */
        SEQUENCED,
        /** It lies in the tiles. */
        INTEGRATED,
        /** A checkpoint that everybody can see holds it. */
        PUBLISHED,
        /** Its words were erased; what was promised of them stands. */
        ERASED
    }
}
