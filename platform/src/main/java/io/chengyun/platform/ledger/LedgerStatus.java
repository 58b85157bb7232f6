package io.chengyun.platform.ledger;

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
 * @param published records under the checkpoint that is shown
 * @param publishedAt when that was signed; null before the first
 * @param quorum how many witnesses have to sign
 */
public record LedgerStatus(
        String origin,
        String key,
        long sequenced,
        long integrated,
        long published,
        @Nullable Instant publishedAt,
        int quorum,
        List<WitnessStanding> witnesses) {

    public LedgerStatus {
        witnesses = List.copyOf(witnesses);
    }
}
