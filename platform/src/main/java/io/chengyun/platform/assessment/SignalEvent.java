package io.chengyun.platform.assessment;

import io.chengyun.kernel.DomainEvent;
import java.time.Instant;

/** All that can happen to a signal (信号): it is given, once. */
public sealed interface SignalEvent extends DomainEvent {

    @Override
    Signal now();

    @Override
    default String subject() {
        return now().id();
    }

    /** 发出: a rule speaks. */
    record Given(Signal now, Instant at) implements SignalEvent {}
}
