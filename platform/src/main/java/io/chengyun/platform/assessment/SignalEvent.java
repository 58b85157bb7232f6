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

    /** Whether it may raise a warning or make one graver; that a danger eased is always heard. */
    default boolean mayRaise() {
        return true;
    }

    /** 发出: a rule speaks. */
    record Given(Signal now, Instant at) implements SignalEvent {}

    /** 仅供参考: a rule speaks that people's verdicts have made advisory. */
    record Advised(Signal now, Instant at) implements SignalEvent {

        @Override
        public boolean mayRaise() {
            return now.grade() == null;
        }
    }
}
