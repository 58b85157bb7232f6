package io.chengyun.platform.casework.supervision;

import io.chengyun.kernel.DomainEvent;
import java.time.Instant;
import java.util.Objects;

/** All that can happen to a supervision (督办流水). */
public sealed interface SupervisionEvent extends DomainEvent {

    /** The supervision as it stands after the event. */
    @Override
    Supervision now();

    @Override
    default String subject() {
        return now().id();
    }

    /** 督办. */
    record Ordered(Supervision now, Instant at) implements SupervisionEvent {
        @Override
        public String by() {
            return now.order().by();
        }
    }

    /** 答复. */
    record Replied(Supervision now, Instant at) implements SupervisionEvent {
        @Override
        public String by() {
            return Objects.requireNonNull(now.reply(), "answered").by();
        }
    }

    /** 逾期未答复. */
    record Overran(Supervision now, Instant at) implements SupervisionEvent {}

    /** 撤销督办. */
    record Lifted(Supervision now, String by, Instant at) implements SupervisionEvent {}
}
