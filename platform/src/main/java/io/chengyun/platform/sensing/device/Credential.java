package io.chengyun.platform.sensing.device;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a single device shows to be let in (设备凭证), without its secret.
 *
 * @param thing code of the device
 * @param issuedBy staff id of who issued it
 * @param revokedAt null while it is good
 */
public record Credential(
        String id,
        String thing,
        Instant issuedAt,
        String issuedBy,
        @Nullable Instant revokedAt) {

    Credential revoked(Instant at) {
        return new Credential(id, thing, issuedAt, issuedBy, at);
    }
}
