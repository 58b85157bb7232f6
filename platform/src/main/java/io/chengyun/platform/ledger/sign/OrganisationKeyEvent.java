package io.chengyun.platform.ledger.sign;

import io.chengyun.kernel.DomainEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** All that can happen to an organisation's key (机构密钥流水). */
public sealed interface OrganisationKeyEvent extends DomainEvent {

    /** The key as it stands after the event. */
    @Override
    OrganisationKey now();

    @Override
    default String subject() {
        return "key-" + now().organisation();
    }

    /** 启用: the organisation signs with it from now on. */
    record Issued(OrganisationKey now, Instant at) implements OrganisationKeyEvent {}

    /** 轮换: it has served its time; the next act is signed with a new one. */
    record Rotated(OrganisationKey now, String by, String reason, Instant at) implements OrganisationKeyEvent {}

    /**
     * 吊销: nobody is to believe what it signs from now on.
     *
     * @param by staff id; null where the house found its private half gone
     */
    record Revoked(OrganisationKey now, @Nullable String by, String reason, Instant at)
            implements OrganisationKeyEvent {}
}
