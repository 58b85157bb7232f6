package io.chengyun.platform.intake.advice;

import io.chengyun.platform.intake.RequestEvent;
import io.chengyun.platform.journal.Follower;
import org.springframework.stereotype.Component;

/** Hears that a request was erased (听抹除), and forgets what was learnt, for its words may be in it. */
@Component
class ErasedFollower implements Follower<RequestEvent.Erased> {

    private final Learning learning;

    ErasedFollower(Learning learning) {
        this.learning = learning;
    }

    @Override
    public String name() {
        return "intake.erased";
    }

    @Override
    public Class<RequestEvent.Erased> hears() {
        return RequestEvent.Erased.class;
    }

    @Override
    public void on(long number, RequestEvent.Erased event) {
        learning.forget();
    }
}
