package io.chengyun.platform.ledger.witness;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a witness stands to the log (见证状况).
 *
 * @param name as the settings call it
 * @param size of the last checkpoint that it signed
 * @param signedAt when that was; null while it signed none since the start
 */
public record WitnessStanding(
        String name, State state, long size, @Nullable Instant signedAt) {

    /** Whether it signs (见证方状态). */
    public enum State {
        /** Since the start nothing was to be signed. */
        NOT_ASKED,
        SIGNS,
        /** It cannot be reached, or takes too long. */
        SILENT,
        /** It answers, but with something else than a good signature. */
        REFUSED,
        /** It signed another past of this log: somebody is being shown something else. */
        SPLIT
    }
}
