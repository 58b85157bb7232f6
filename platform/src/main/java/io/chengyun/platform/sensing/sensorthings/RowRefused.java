package io.chengyun.platform.sensing.sensorthings;

import io.chengyun.kernel.Refusal;
import io.chengyun.platform.sensing.Reject;

/** The refusal of a single observation (单条退回): its reject as an answer to the request that was about it alone. */
record RowRefused(Reject why) implements Refusal {

    @Override
    public String code() {
        return "sensing:" + why.code();
    }

    @Override
    public String advice() {
        return why.why();
    }

    @Override
    public Kind kind() {
        return why == Reject.DUPLICATE ? Kind.CONFLICT : Kind.UNACCEPTABLE;
    }
}
