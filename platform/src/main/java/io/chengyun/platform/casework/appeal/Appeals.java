package io.chengyun.platform.casework.appeal;

import io.chengyun.kernel.Ids;
import io.chengyun.kernel.Refused;
import io.chengyun.platform.access.Caller;
import io.chengyun.platform.access.Role;
import io.chengyun.platform.casework.Casework;
import io.chengyun.platform.casework.appeal.Appeal.Plea;
import io.chengyun.platform.casework.appeal.Appeal.Review;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Front door of appeals (申诉): the department asks, others decide. */
@Service
public class Appeals {

    private final Casework casework;
    private final AppealStore store;
    private final AppealRules rules;
    private final Ids ids;
    private final Clock clock;

    Appeals(Casework casework, AppealStore store, AppealRules rules, Ids ids, Clock clock) {
        this.casework = casework;
        this.store = store;
        this.rules = rules;
        this.ids = ids;
        this.clock = clock;
    }

    /** The case's appeal, if there is one. */
    @Transactional
    public Optional<Appeal> find(String caseId, Caller caller) {
        return store.findOf(casework.get(caseId, caller).id());
    }

    /** Appeals that wait for a reviewer, of cases that the caller may see. */
    @Transactional(readOnly = true)
    public List<Appeal> listOpen(Caller caller) {
        return store.listOpen().stream()
                .filter(appeal -> casework.find(appeal.caseId())
                        .filter(file -> caller.mayEnter(file.matter().spot().town()))
                        .isPresent())
                .toList();
    }

    /** Asks that a closed case be not counted as overdue. */
    @Transactional
    public Appeal lodge(String caseId, String note, String legalGround, Caller caller) {
        var file = casework.lock(caseId, caller);
        var handling = file.clocks().handling();
        if (!caller.hasAny(Role.HANDLER) || handling == null || !casework.actsFor(caller, handling.organisation())) {
            throw new Refused(AppealRefusal.NOT_YOURS);
        }
        if (store.findOf(caseId).isPresent()) {
            throw new Refused(AppealRefusal.APPEALED_BEFORE);
        }
        var plea = new Plea(handling.organisation(), caller.id(), note, legalGround, clock.instant());
        return store.keep(rules.lodge(ids.next("ap"), file, plea));
    }

    /** Says yes or no; one no refuses, as many yes as the district asks grant. */
    @Transactional
    public Appeal review(String id, boolean granted, String note, Caller caller) {
        var appeal = store.lock(id).orElseThrow(() -> new Refused(AppealRefusal.ABSENT));
        casework.get(appeal.caseId(), caller);
        if (!caller.hasAny(Role.COMMANDER, Role.DISPATCHER)) {
            throw new Refused(AppealRefusal.NOT_YOUR_ROLE);
        }
        var review = new Review(caller.id(), caller.organisation(), granted, note, clock.instant());
        return store.keep(rules.review(appeal, review));
    }
}
