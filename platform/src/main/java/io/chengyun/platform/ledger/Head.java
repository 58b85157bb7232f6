package io.chengyun.platform.ledger;

import io.chengyun.proof.Hash;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the log has come (账本进度).
 *
 * @param size leaves that lie in tiles, committed
 * @param root over them
 * @param integratedAt when the last of them was put there
 * @param published the checkpoint that everybody sees; null before the first
 */
record Head(
        long size,
        Hash root,
        Instant integratedAt,
        @Nullable Published published) {

    /**
     * A checkpoint with its signatures (公布).
     *
     * @param note as it is served
     */
    record Published(String note, Instant at) {}
}
