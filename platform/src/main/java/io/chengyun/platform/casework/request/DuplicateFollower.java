package io.chengyun.platform.casework.request;

import io.chengyun.platform.casework.CaseState;
import io.chengyun.platform.casework.Casework;
import io.chengyun.platform.intake.RequestEvent;
import io.chengyun.platform.intake.duplicates.Duplicate;
import io.chengyun.platform.intake.duplicates.Duplicates;
import io.chengyun.platform.journal.Follower;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * Hears that a request has its case (听查重), and merges that case into the one of the matter that the request repeats, if that is
 * likely enough. It hears progress and not the request itself, so that what came before has its case by then.
 */
@Component
class DuplicateFollower implements Follower<RequestEvent.Progressed> {

    private final Casework casework;
    private final Duplicates duplicates;

    DuplicateFollower(Casework casework, Duplicates duplicates) {
        this.casework = casework;
        this.duplicates = duplicates;
    }

    @Override
    public String name() {
        return "casework.duplicates";
    }

    @Override
    public Class<RequestEvent.Progressed> hears() {
        return RequestEvent.Progressed.class;
    }

    @Override
    public boolean heeds(RequestEvent.Progressed event) {
        var progress = event.now().progress();
        return progress.revision() == 1
                && progress.part() == null
                && CaseState.REPORTED.name().equals(progress.step());
    }

    @Override
    public void on(long number, RequestEvent.Progressed event) {
        var own = event.now().progress().caseId();
        if (own == null || !waits(own)) {
            return;
        }
        duplicates.findToMerge(event.now().id()).ifPresent(one -> merge(own, one));
    }

    /** Nobody did anything with it meanwhile, and nobody was promised a day for it: a promise ends with a case of its own only. */
    private boolean waits(String id) {
        return casework.find(id)
                .filter(file ->
                        file.state() == CaseState.REPORTED && file.origin().promisedAt() == null)
                .isPresent();
    }

    private void merge(String own, Duplicate duplicate) {
        var into = duplicate.caseId();
        // what was merged or closed since is for the acceptor
        if (into != null
                && casework.find(into).filter(file -> !file.state().ended()).isPresent()) {
            var note = String.format(Locale.ROOT, "系统并案（%.0f%%）：%s", duplicate.score() * 100, duplicate.why());
            casework.merge(own, into, note);
        }
    }
}
