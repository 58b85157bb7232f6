package io.chengyun.platform.casework.request;

import io.chengyun.platform.casework.CaseEvent;
import io.chengyun.platform.casework.CaseFile;
import io.chengyun.platform.intake.Intake;
import io.chengyun.platform.intake.ServiceRequest.Progress;
import io.chengyun.platform.intake.ServiceRequest.Status;
import io.chengyun.platform.journal.Follower;
import org.springframework.stereotype.Component;

/** Hears how cases go (听进展) and tells the requests behind them. */
@Component
class ProgressFollower implements Follower<CaseEvent> {

    private final Intake intake;

    ProgressFollower(Intake intake) {
        this.intake = intake;
    }

    @Override
    public String name() {
        return "casework.progress";
    }

    @Override
    public Class<CaseEvent> hears() {
        return CaseEvent.class;
    }

    @Override
    public boolean heeds(CaseEvent event) {
        return event.now().origin().request() != null;
    }

    @Override
    public void on(long number, CaseEvent event) {
        var file = event.now();
        var request = file.origin().request();
        if (request != null) {
            intake.follow(request, progress(file));
        }
    }

    private static Progress progress(CaseFile file) {
        return new Progress(
                file.state().ended() ? Status.CLOSED : Status.OPEN,
                file.id(),
                file.state().name(),
                file.holder().organisation(),
                file.clocks().business().dueAt(),
                file.revision().at(),
                file.revision().number());
    }
}
