package io.chengyun.platform.casework.appeal;

import io.chengyun.kernel.DomainEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** All that can happen to an appeal (申诉流水). */
public sealed interface AppealEvent extends DomainEvent {

    /** The appeal as it stands after the event. */
    @Override
    Appeal now();

    @Override
    default String subject() {
        return now().id();
    }

    /** 申诉. */
    record Lodged(Appeal now, Instant at) implements AppealEvent {
        @Override
        public String by() {
            return now.plea().by();
        }
    }

    /** 复核: one agreed, and others are still to. */
    record Reviewed(Appeal now, Instant at) implements AppealEvent {
        @Override
        public @Nullable String by() {
            return now.lastReviewer();
        }
    }

    /** 准予. */
    record Granted(Appeal now, Instant at) implements AppealEvent {
        @Override
        public @Nullable String by() {
            return now.lastReviewer();
        }
    }

    /** 驳回. */
    record Refused(Appeal now, Instant at) implements AppealEvent {
        @Override
        public @Nullable String by() {
            return now.lastReviewer();
        }
    }
}
