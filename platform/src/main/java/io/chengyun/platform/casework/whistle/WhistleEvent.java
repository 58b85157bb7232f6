package io.chengyun.platform.casework.whistle;

import io.chengyun.kernel.DomainEvent;
import java.time.Instant;

/** All that can happen to a grid's call (吹哨流水). */
public sealed interface WhistleEvent extends DomainEvent {

    /** The call as it stands after the event. */
    @Override
    Whistle now();

    @Override
    default String subject() {
        return now().id();
    }

    /** 吹哨. */
    record Blown(Whistle now, Instant at) implements WhistleEvent {
        @Override
        public String by() {
            return now.blow().by();
        }
    }

    /** 到场: a department is there. */
    record Arrived(Whistle now, String organisation, String by, Instant at) implements WhistleEvent {}

    /** 未到场: a department was not there in time. */
    record Missed(Whistle now, String organisation, Instant at) implements WhistleEvent {}

    /** 收哨: nobody is needed any more. */
    record Ended(Whistle now, String by, Instant at) implements WhistleEvent {}
}
