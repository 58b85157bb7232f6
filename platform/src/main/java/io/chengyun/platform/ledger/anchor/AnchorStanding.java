package io.chengyun.platform.ledger.anchor;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A checkpoint on its way into a chain, or in it (锚定状况).
 *
 * @param size records under the checkpoint
 * @param chain the chain's number
 * @param block the block's number; 0 while it is in none
 * @param transaction its hash; empty while it is in none
 * @param at when the chain held it; null while it does not
 * @param problem why it does not go on; null while it does
 */
public record AnchorStanding(
        long size,
        long chain,
        long block,
        String transaction,
        @Nullable Instant at,
        @Nullable String problem) {

    AnchorStanding held(Anchor.Receipt receipt, Instant at) {
        return new AnchorStanding(size, receipt.chain(), receipt.block(), receipt.transaction(), at, null);
    }

    AnchorStanding with(@Nullable String problem) {
        return new AnchorStanding(size, chain, block, transaction, at, problem);
    }
}
