package io.chengyun.platform.casework.appeal;

import io.chengyun.kernel.Refused;
import io.chengyun.platform.casework.CaseFile;
import io.chengyun.platform.casework.CaseState;
import io.chengyun.platform.casework.appeal.Appeal.Outcome;
import io.chengyun.platform.casework.appeal.Appeal.Plea;
import io.chengyun.platform.casework.appeal.Appeal.Review;
import java.util.List;

/** Decides on appeals (申诉规则): after closing, once, as many reviewers as the district asks who all agree. Values in, events out. */
final class AppealRules {

    private final AppealTerms terms;

    AppealRules(AppealTerms terms) {
        this.terms = terms;
    }

    AppealEvent lodge(String id, CaseFile file, Plea plea) {
        var state = file.state();
        if (state != CaseState.CLOSED && state != CaseState.FORCED_CLOSED) {
            throw new Refused(AppealRefusal.NOT_CLOSED);
        }
        if (!file.overran(plea.at())) {
            throw new Refused(AppealRefusal.NOT_OVERDUE);
        }
        return new AppealEvent.Lodged(new Appeal(id, file.id(), plea, List.of(), Outcome.OPEN), plea.at());
    }

    AppealEvent review(Appeal appeal, Review review) {
        if (appeal.outcome() != Outcome.OPEN) {
            throw new Refused(AppealRefusal.DECIDED);
        }
        boolean again = appeal.reviews().stream().anyMatch(one -> one.by().equals(review.by()));
        if (again
                || review.by().equals(appeal.plea().by())
                || review.organisation().equals(appeal.plea().organisation())) {
            throw new Refused(AppealRefusal.OWN_MATTER);
        }
        if (!review.granted()) {
            return new AppealEvent.Refused(appeal.reviewed(review, Outcome.REFUSED), review.at());
        }
        return appeal.reviews().size() + 1 < terms.reviewers(appeal.plea().at())
                ? new AppealEvent.Reviewed(appeal.reviewed(review, Outcome.OPEN), review.at())
                : new AppealEvent.Granted(appeal.reviewed(review, Outcome.GRANTED), review.at());
    }
}
