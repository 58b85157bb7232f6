package io.chengyun.platform.casework.request;

import io.chengyun.platform.casework.CaseEvent;
import io.chengyun.platform.casework.CaseFile;
import io.chengyun.platform.casework.CaseState;
import io.chengyun.platform.casework.request.AskedStore.Asked;
import io.chengyun.platform.intake.Intake;
import io.chengyun.platform.intake.ServiceRequest.Part;
import io.chengyun.platform.intake.ServiceRequest.Progress;
import io.chengyun.platform.intake.ServiceRequest.Status;
import io.chengyun.platform.journal.Follower;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Hears how cases go (听进展) and tells the requests behind them. */
@Component
class ProgressFollower implements Follower<CaseEvent> {

    private final Intake intake;
    private final AskedStore store;

    ProgressFollower(Intake intake, AskedStore store) {
        this.intake = intake;
        this.store = store;
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
        var ties = file.course().ties();
        // a merged case's request hears from the case in which it goes on
        boolean merged = file.state() == CaseState.MERGED;
        // that its words are gone brings it no further
        boolean erased = event instanceof CaseEvent.Erased;
        return !merged && !erased && (file.origin().request() != null || ties.asked() > 1 || ties.splitFrom() != null);
    }

    @Override
    public void on(long number, CaseEvent event) {
        var file = event.now();
        asked(file).forEach(asked -> intake.follow(asked.request(), progress(file, asked)));
    }

    /** When a case has just been opened nothing was merged into it yet, and nothing split off. */
    private List<Asked> asked(CaseFile file) {
        var own = file.origin().request();
        return own != null && file.revision().number() == 1
                ? List.of(new Asked(own, file.id(), false, null))
                : store.list(file.id());
    }

    /** 办结: not before all that the request asked for has come to an end, also what was split off. */
    private static Progress progress(CaseFile file, Asked asked) {
        boolean over = file.state().ended() && !asked.openElsewhere();
        boolean ofPart = !asked.main().equals(file.id());
        return new Progress(
                over ? Status.CLOSED : Status.OPEN,
                asked.main(),
                file.state().name(),
                file.holder().organisation(),
                due(file, asked.dueElsewhere()),
                file.revision().at(),
                file.revision().number(),
                ofPart ? new Part(file.id(), file.matter().caseClass()) : null);
    }

    /** When the last of it is to be done. */
    private static Instant due(CaseFile file, @Nullable Instant elsewhere) {
        var own = file.clocks().business().dueAt();
        if (elsewhere == null) {
            return own;
        }
        return file.state().ended() || elsewhere.isAfter(own) ? elsewhere : own;
    }
}
