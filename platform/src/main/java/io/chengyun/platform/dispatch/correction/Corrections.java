package io.chengyun.platform.dispatch.correction;

import io.chengyun.kernel.AreaCode;
import io.chengyun.kernel.Ids;
import io.chengyun.kernel.Refused;
import io.chengyun.platform.access.Caller;
import io.chengyun.platform.access.Role;
import io.chengyun.platform.dispatch.correction.Correction.Proposal;
import io.chengyun.platform.dispatch.correction.Correction.Row;
import io.chengyun.platform.dispatch.correction.Correction.Signature;
import io.chengyun.platform.journal.Journal;
import io.chengyun.platform.place.Places;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Front door of corrections (责任清单修正): a dispatcher proposes, a commander signs, and dispatch goes by it from its day on. */
@Service
public class Corrections {

    private final CorrectionStore store;
    private final Places places;
    private final Journal journal;
    private final Ids ids;
    private final Clock clock;
    private final CorrectionRules rules = new CorrectionRules();

    Corrections(CorrectionStore store, Places places, Journal journal, Ids ids, Clock clock) {
        this.store = store;
        this.places = places;
        this.journal = journal;
        this.ids = ids;
        this.clock = clock;
    }

    /** All of them, the newest first. */
    public List<Correction> list() {
        return store.list();
    }

    /** What was signed for a class, for the narrowest of these areas of which anything was. */
    public Optional<Correction> find(String caseClass, List<AreaCode> narrowestFirst, LocalDate on) {
        return rules.find(store.listOf(caseClass), caseClass, narrowestFirst, on);
    }

    /** Proposes a row. */
    @Transactional
    public Correction propose(Row row, String note, Caller caller) {
        if (!caller.hasAny(Role.DISPATCHER, Role.COMMANDER)) {
            throw new Refused(CorrectionRefusal.NOT_YOUR_ROLE);
        }
        if (places.findOrganisation(row.organisation(), places.today()).isEmpty()) {
            throw new Refused(CorrectionRefusal.NO_SUCH_ORGANISATION);
        }
        if (!caller.mayEnter(row.area())
                || places.findArea(row.area(), places.today()).isEmpty()) {
            throw new Refused(CorrectionRefusal.NO_SUCH_AREA);
        }
        var proposal = new Proposal(caller.id(), note, clock.instant());
        return keep(rules.propose(new Correction(ids.next("dc"), row, proposal, null), places.today()));
    }

    /** Says yes or no to a proposal. */
    @Transactional
    public Correction sign(String id, boolean agreed, String note, Caller caller) {
        if (!caller.hasAny(Role.COMMANDER)) {
            throw new Refused(CorrectionRefusal.NOT_YOUR_ROLE);
        }
        var asked = store.lock(id)
                .filter(one -> caller.mayEnter(one.row().area()))
                .orElseThrow(() -> new Refused(CorrectionRefusal.ABSENT));
        return keep(rules.sign(asked, new Signature(caller.id(), agreed, note, clock.instant())));
    }

    private Correction keep(CorrectionEvent event) {
        store.save(event.now());
        journal.append(event);
        return event.now();
    }
}
