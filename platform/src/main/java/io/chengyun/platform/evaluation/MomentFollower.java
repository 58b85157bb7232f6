package io.chengyun.platform.evaluation;

import io.chengyun.kernel.DomainEvent;
import io.chengyun.platform.assessment.Signal;
import io.chengyun.platform.assessment.SignalEvent;
import io.chengyun.platform.casework.CaseEvent;
import io.chengyun.platform.journal.Follower;
import io.chengyun.platform.warning.WarningEvent;
import org.springframework.stereotype.Component;

/** Hears everything and notes the moments that the figures are made of (听流水). */
@Component
class MomentFollower implements Follower<DomainEvent> {

    private final MomentStore store;

    MomentFollower(MomentStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return "evaluation.moments";
    }

    @Override
    public Class<DomainEvent> hears() {
        return DomainEvent.class;
    }

    @Override
    public boolean heeds(DomainEvent event) {
        return event instanceof SignalEvent
                || event instanceof WarningEvent
                || event instanceof CaseEvent.Reported
                || event instanceof CaseEvent.Filed
                || event instanceof CaseEvent.Signed;
    }

    @Override
    public void on(long number, DomainEvent event) {
        if (event instanceof SignalEvent.Given given && given.now().state() == Signal.State.GRADED) {
            store.signalled(given.now(), given.at());
        } else if (event instanceof WarningEvent.Raised raised) {
            store.raised(raised.now());
        } else if (event instanceof WarningEvent.Received received) {
            store.received(received.subject(), received.at());
        } else if (event instanceof CaseEvent.Reported reported) {
            store.opened(reported.now());
        } else if (event instanceof CaseEvent.Filed filed) {
            store.judged(filed.subject(), filed.at());
        } else if (event instanceof CaseEvent.Signed signed) {
            store.acted(signed.subject(), signed.at());
        }
    }
}
