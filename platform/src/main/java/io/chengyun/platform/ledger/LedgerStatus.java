package io.chengyun.platform.ledger;

import io.chengyun.platform.ledger.anchor.AnchorStanding;
import io.chengyun.platform.ledger.witness.WitnessStanding;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the ledger stands (存证状况).
 *
 * @param origin the log's one name
 * @param key by which its checkpoints are checked
 * @param sequenced records in the journal
 * @param integrated records in the tiles
 * @param quorum how many witnesses have to sign
 * @param now the house's time, by which ages are told
 */
public record LedgerStatus(
        String origin,
        String key,
        long sequenced,
        long integrated,
        Shown published,
        int quorum,
        List<WitnessStanding> witnesses,
        Instant now) {

    public LedgerStatus {
        witnesses = List.copyOf(witnesses);
    }

    /**
     * The checkpoint that everybody sees (公布状况).
     *
     * @param size records under it
     * @param at when it was signed; null before the first
     * @param stale whether a record has waited for the next one longer than it should: then nobody knows how the log stands
     * @param anchor the last that a chain holds; null where no chain is named, or none was sent there yet
     */
    public record Shown(
            long size,
            @Nullable Instant at,
            boolean stale,
            @Nullable AnchorStanding anchor) {}
}
