package io.chengyun.platform.sensing.sensorthings;

import io.chengyun.kernel.Refusal;
import io.chengyun.platform.sensing.Reject;

/** The refusal of a single observation (单条退回): its reject as an answer to the request that was about it alone. */
record RowRefused(Reject why) implements Refusal {

    @Override
    public Words words() {
        return new Words("sensing:" + why.code(), why.why(), answerKind());
    }

    private Kind answerKind() {
        return switch (why) {
            case DUPLICATE -> Kind.CONFLICT;
            case NOT_YOURS -> Kind.NOT_YOURS;
            default -> Kind.UNACCEPTABLE;
        };
    }
}
