package io.chengyun.platform.casework.request;

import io.chengyun.platform.casework.CaseEvent;
import io.chengyun.platform.casework.CaseFile;
import io.chengyun.platform.casework.CaseState;
import io.chengyun.platform.casework.Casework;
import io.chengyun.platform.intake.Intake;
import io.chengyun.platform.intake.ServiceRequest.Progress;
import io.chengyun.platform.intake.ServiceRequest.Status;
import io.chengyun.platform.journal.Follower;
import java.util.List;
import org.springframework.stereotype.Component;

/** Hears how cases go (听进展) and tells the requests behind them. */
@Component
class ProgressFollower implements Follower<CaseEvent> {

    private final Intake intake;
    private final Casework casework;

    ProgressFollower(Intake intake, Casework casework) {
        this.intake = intake;
        this.casework = casework;
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
        var file = event.now();
        // a merged case's request hears from the case in which it goes on
        boolean merged = file.state() == CaseState.MERGED;
        return !merged
                && (file.origin().request() != null || file.course().ties().asked() > 1);
    }

    @Override
    public void on(long number, CaseEvent event) {
        var file = event.now();
        var own = file.origin().request();
        boolean alone = file.course().ties().asked() == 1;
        var requests = alone && own != null ? List.of(own) : casework.requests(file.id());
        for (var request : requests) {
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
