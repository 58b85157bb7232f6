package io.chengyun.platform.casework.supervision;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A question from above about a case (督办), with a state of its own.
 *
 * @param reply null while nobody has answered
 */
public record Supervision(
        String id,
        String caseId,
        Order order,
        Status status,
        @Nullable Reply reply) {

    /** 督办缘由: why the case is looked at. */
    public enum Ground {
        /** 逾期. */
        OVERDUE,
        /** 领导交办. */
        LEADER,
        /** 重点案件. */
        KEY
    }

    /**
     * 督办单.
     *
     * @param organisation who has to answer: whoever held the case when it was asked
     * @param replyBy by when
     */
    public record Order(String by, String organisation, Ground ground, String note, Instant at, Instant replyBy) {}

    /** 督办答复. */
    public record Reply(String by, String note, Instant at) {}

    /** 督办状态. */
    public enum Status {
        /** 待答复. */
        OPEN,
        /** 逾期未答复: still to be answered. */
        LATE,
        /** 已答复. */
        REPLIED,
        /** 已撤销: asked no more. */
        LIFTED;

        /** Whether an answer is still awaited. */
        public boolean awaits() {
            return this == OPEN || this == LATE;
        }
    }

    Supervision with(Status next) {
        return new Supervision(id, caseId, order, next, reply);
    }

    Supervision answered(Reply given) {
        return new Supervision(id, caseId, order, Status.REPLIED, given);
    }
}
