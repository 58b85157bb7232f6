package io.chengyun.platform.ledger.anchor;

import io.chengyun.kernel.DomainEvent;
import java.time.Instant;

/** All that can happen to a checkpoint on its way into a chain (锚定流水). */
public sealed interface AnchorEvent extends DomainEvent {

    /** The checkpoint as it stands after the event. */
    @Override
    AnchorStanding now();

    @Override
    default String subject() {
        return "anchor-" + now().chain();
    }

    /** 已锚定: the chain holds it. */
    record Anchored(AnchorStanding now, Instant at) implements AnchorEvent {}

    /** 锚定受阻: it does not go on; told once for each checkpoint. */
    record Held(AnchorStanding now, Instant at) implements AnchorEvent {}
}
