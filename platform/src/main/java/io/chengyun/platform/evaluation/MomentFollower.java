package io.chengyun.platform.evaluation;

import io.chengyun.kernel.DomainEvent;
import io.chengyun.platform.assessment.Signal;
import io.chengyun.platform.assessment.SignalEvent;
import io.chengyun.platform.casework.CaseEvent;
import io.chengyun.platform.evaluation.MomentStore.CaseMoments;
import io.chengyun.platform.journal.Follower;
import io.chengyun.platform.warning.WarningEvent;
import java.util.List;
import java.util.TreeMap;
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
        onAll(List.of(new Heard<>(number, event)));
    }

    @Override
    public void onAll(List<Heard<DomainEvent>> together) {
        var cases = new TreeMap<String, CaseMoments>();
        for (var one : together) {
            if (one.event() instanceof CaseEvent happened) {
                cases.merge(happened.subject(), CaseMoments.of(happened), CaseMoments::then);
            } else {
                note(one.event());
            }
        }
        store.save(cases.values());
    }

    private void note(DomainEvent event) {
        if (event instanceof SignalEvent.Given given && given.now().state() == Signal.State.GRADED) {
            store.signalled(given.now(), given.at());
        } else if (event instanceof WarningEvent.Raised raised) {
            store.raised(raised.now());
        } else if (event instanceof WarningEvent.Received received) {
            store.received(received.subject(), received.at());
        }
    }
}
