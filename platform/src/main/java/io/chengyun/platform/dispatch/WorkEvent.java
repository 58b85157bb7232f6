package io.chengyun.platform.dispatch;

import io.chengyun.kernel.DomainEvent;
import java.time.Instant;

/** All that can happen to work (任务流水). */
public sealed interface WorkEvent extends DomainEvent {

    /** The work as it stands after the event. */
    @Override
    Work now();

    @Override
    default String subject() {
        return now().id();
    }

    /** 派遣: an organisation has it. */
    record Assigned(Work now, Instant at) implements WorkEvent {}

    /** 完成. */
    record Finished(Work now, Instant at) implements WorkEvent {}

    /** 退回: the organisation gave it back. */
    record Returned(Work now, Instant at) implements WorkEvent {}

    /** 撤回: taken from the organisation before it was finished. */
    record Withdrawn(Work now, Instant at) implements WorkEvent {}
}
