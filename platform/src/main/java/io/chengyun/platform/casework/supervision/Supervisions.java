package io.chengyun.platform.casework.supervision;

import io.chengyun.kernel.Ids;
import io.chengyun.kernel.Refused;
import io.chengyun.platform.access.Caller;
import io.chengyun.platform.access.Role;
import io.chengyun.platform.casework.Casework;
import io.chengyun.platform.casework.supervision.Supervision.Ground;
import io.chengyun.platform.casework.supervision.Supervision.Order;
import io.chengyun.platform.casework.supervision.Supervision.Reply;
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

/** Front door of supervision (督办): the commander asks, the holder of the case answers in time, or is told that it is late. */
@Service
public class Supervisions implements Timed {

    private final Casework casework;
    private final SupervisionStore store;
    private final Journal journal;
    private final Ids ids;
    private final Clock clock;
    private final Alarm alarm;
    private final SupervisionRules rules = new SupervisionRules();

    Supervisions(Casework casework, SupervisionStore store, Journal journal, Ids ids, Clock clock) {
        this.casework = casework;
        this.store = store;
        this.journal = journal;
        this.ids = ids;
        this.clock = clock;
        this.alarm = new Alarm(store::nextDueAt);
    }

    /** What was asked about the case, the oldest first. */
    @Transactional
    public List<Supervision> list(String caseId, Caller caller) {
        return store.list(casework.get(caseId, caller).id());
    }

    /** Asks about a case. */
    @Transactional
    public Supervision order(String caseId, Ground ground, String note, Instant replyBy, Caller caller) {
        require(caller);
        var file = casework.lock(caseId, caller);
        var holder = file.holder().organisation();
        var order = new Order(caller.id(), holder, ground, note, clock.instant(), replyBy);
        return keep(rules.order(ids.next("sv"), file, order, store.list(caseId)));
    }

    /** Answers what was asked. */
    @Transactional
    public Supervision reply(String id, String note, Caller caller) {
        var asked = find(id, caller);
        if (!caller.hasAny(Role.HANDLER, Role.DISPATCHER, Role.ACCEPTOR)
                || !casework.actsFor(caller, asked.order().organisation())) {
            throw new Refused(SupervisionRefusal.NOT_YOURS);
        }
        return keep(rules.reply(asked, new Reply(caller.id(), note, clock.instant())));
    }

    /** Takes the question back. */
    @Transactional
    public Supervision lift(String id, Caller caller) {
        require(caller);
        return keep(rules.lift(find(id, caller), caller.id(), clock.instant()));
    }

    @Override
    public String name() {
        return "casework.supervision";
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
        store.lockDue(at).forEach(asked -> keep(rules.overrun(asked, at)));
        alarm.changes();
    }

    private Supervision find(String id, Caller caller) {
        var asked = store.lock(id).orElseThrow(() -> new Refused(SupervisionRefusal.ABSENT));
        casework.get(asked.caseId(), caller);
        return asked;
    }

    private static void require(Caller caller) {
        if (!caller.hasAny(Role.COMMANDER)) {
            throw new Refused(SupervisionRefusal.NOT_YOUR_ROLE);
        }
    }

    private Supervision keep(SupervisionEvent event) {
        store.save(event.now());
        journal.append(event);
        alarm.changes();
        return event.now();
    }
}
