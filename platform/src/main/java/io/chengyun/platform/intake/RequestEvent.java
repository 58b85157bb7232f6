package io.chengyun.platform.intake;

import io.chengyun.kernel.Erasable;
import io.chengyun.kernel.Erasing;
import io.chengyun.kernel.RecordCopy;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** All that can happen to a request (诉求流水). */
public sealed interface RequestEvent extends Erasable {

    /** The request as it stands after the event. */
    @Override
    ServiceRequest now();

    @Override
    default String subject() {
        return now().id();
    }

    @Override
    default RequestEvent erased() {
        return (RequestEvent) RecordCopy.with((Record) this, now().erased());
    }

    /**
     * 收到: somebody asked, and it is committed.
     *
     * @param by staff id of who wrote it down for them; null where they did it themselves
     */
    record Received(ServiceRequest now, @Nullable String by, Instant at) implements RequestEvent {}

    /** 进展: the case behind it moved. */
    record Progressed(ServiceRequest now, Instant at) implements RequestEvent {}

    /** 办结: nothing more is to be done. */
    record Settled(ServiceRequest now, Instant at) implements RequestEvent {}

    /** 重新办理: it turned out not to be done. */
    record Resumed(ServiceRequest now, Instant at) implements RequestEvent {}

    /**
     * 抹除: the city forgot who asked, and in which words.
     *
     * @param by staff id of the data steward who did it, for an organisation
     * @param reason on what it rests, such as the reporter's wish
     */
    record Erased(ServiceRequest now, String by, String organisation, String reason, Instant at)
            implements RequestEvent, Erasing {}
}
