package io.chengyun.platform.ledger.tamper;

import io.chengyun.kernel.DomainEvent;
import java.time.Instant;

/** All that can happen when tables are watched (巡查流水). */
public sealed interface TamperEvent extends DomainEvent {

    @Override
    Tamper now();

    @Override
    default String subject() {
        return now().id();
    }

    /** 发现篡改: a row is not what happened. */
    record Found(Tamper now, Instant at) implements TamperEvent {}
}
