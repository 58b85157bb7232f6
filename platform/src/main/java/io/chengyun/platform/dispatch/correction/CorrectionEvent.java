package io.chengyun.platform.dispatch.correction;

import io.chengyun.kernel.DomainEvent;
import java.time.Instant;
import java.util.Objects;

/** All that can happen to a correction of the duty list (修正流水). */
public sealed interface CorrectionEvent extends DomainEvent {

    /** The correction as it stands after the event. */
    @Override
    Correction now();

    @Override
    default String subject() {
        return now().id();
    }

    /** 建议. */
    record Proposed(Correction now, Instant at) implements CorrectionEvent {
        @Override
        public String by() {
            return now.proposal().by();
        }
    }

    /** 签批: it holds from its day on. */
    record Signed(Correction now, Instant at) implements CorrectionEvent {
        @Override
        public String by() {
            return Objects.requireNonNull(now.signature(), "answered").by();
        }
    }

    /** 不予采纳. */
    record Declined(Correction now, Instant at) implements CorrectionEvent {
        @Override
        public String by() {
            return Objects.requireNonNull(now.signature(), "answered").by();
        }
    }
}
