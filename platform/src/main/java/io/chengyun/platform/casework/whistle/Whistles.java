package io.chengyun.platform.casework.whistle;

import io.chengyun.kernel.Ids;
import io.chengyun.kernel.Refused;
import io.chengyun.platform.access.Caller;
import io.chengyun.platform.access.Role;
import io.chengyun.platform.casework.Casework;
import io.chengyun.platform.casework.whistle.Whistle.Blow;
import io.chengyun.platform.journal.Alarm;
import io.chengyun.platform.journal.Journal;
import io.chengyun.platform.journal.Timed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Front door of grids' calls (网格吹哨): a grid calls, arrivals are written down, and so is who did not come. */
@Service
public class Whistles implements Timed {

    private final Casework casework;
    private final WhistleStore store;
    private final Journal journal;
    private final Ids ids;
    private final Clock clock;
    private final Alarm alarm;
    private final WhistleRules rules = new WhistleRules();

    Whistles(Casework casework, WhistleStore store, Journal journal, Ids ids, Clock clock) {
        this.casework = casework;
        this.store = store;
        this.journal = journal;
        this.ids = ids;
        this.clock = clock;
        this.alarm = new Alarm(store::nextDueAt);
    }

    /** The calls about a case, the oldest first. */
    @Transactional
    public List<Whistle> list(String caseId, Caller caller) {
        return store.list(casework.get(caseId, caller).id());
    }

    /** Calls departments to the place of a case. */
    @Transactional
    public Whistle blow(String caseId, List<String> organisations, String note, Instant arriveBy, Caller caller) {
        require(caller);
        var file = casework.lock(caseId, caller);
        if (!organisations.stream().allMatch(casework::knowsOrganisation)) {
            throw new Refused(WhistleRefusal.NO_SUCH_ORGANISATION);
        }
        var blow = new Blow(caller.id(), file.matter().spot().grid().value(), note, clock.instant(), arriveBy);
        return keep(rules.blow(ids.next("wh"), file, blow, organisations));
    }

    /** A department is there. */
    @Transactional
    public Whistle arrive(String id, String organisation, Caller caller) {
        return keep(rules.arrive(find(id, caller), organisation, caller.id(), clock.instant()));
    }

    /** Nobody is needed any more. */
    @Transactional
    public Whistle end(String id, Caller caller) {
        return keep(rules.end(find(id, caller), caller.id(), clock.instant()));
    }

    @Override
    public String name() {
        return "casework.whistle";
    }

    @Override
    public @Nullable Instant nextDueAt() {
        var due = alarm.next();
        // the moment itself is still in time
        return due == null ? null : due.plus(Duration.ofMillis(1));
    }

    @Override
    @Transactional
    public void fireDue() {
        var at = clock.instant();
        store.lockDue(at).forEach(whistle -> rules.miss(whistle, at).forEach(this::keep));
        alarm.changes();
    }

    private Whistle find(String id, Caller caller) {
        require(caller);
        var whistle = store.lock(id).orElseThrow(() -> new Refused(WhistleRefusal.ABSENT));
        casework.get(whistle.caseId(), caller);
        return whistle;
    }

    private static void require(Caller caller) {
        if (!caller.hasAny(Role.INSPECTOR, Role.ACCEPTOR, Role.COMMANDER)) {
            throw new Refused(WhistleRefusal.NOT_YOUR_ROLE);
        }
    }

    private Whistle keep(WhistleEvent event) {
        store.save(event.now());
        journal.append(event);
        alarm.changes();
        return event.now();
    }
}
