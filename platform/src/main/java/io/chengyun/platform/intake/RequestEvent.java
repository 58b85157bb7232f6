package io.chengyun.platform.intake;

import io.chengyun.kernel.DomainEvent;
import java.time.Instant;

/** All that can happen to a request (诉求流水). */
public sealed interface RequestEvent extends DomainEvent {

    /** The request as it stands after the event. */
    @Override
    ServiceRequest now();

    @Override
    default String subject() {
        return now().id();
    }

    /** 收到: somebody asked, and it is committed. */
    record Received(ServiceRequest now, Instant at) implements RequestEvent {}

    /** 进展: the case behind it moved. */
    record Progressed(ServiceRequest now, Instant at) implements RequestEvent {}

    /** 办结: nothing more is to be done. */
    record Settled(ServiceRequest now, Instant at) implements RequestEvent {}

    /** 重新办理: it turned out not to be done. */
    record Resumed(ServiceRequest now, Instant at) implements RequestEvent {}
}
