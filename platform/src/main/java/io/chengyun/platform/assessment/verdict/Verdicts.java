package io.chengyun.platform.assessment.verdict;

import io.chengyun.kernel.Malformed;
import io.chengyun.kernel.Refused;
import io.chengyun.platform.access.Access;
import io.chengyun.platform.access.Caller;
import io.chengyun.platform.access.Role;
import io.chengyun.platform.assessment.verdict.VerdictStore.Judged;
import io.chengyun.platform.journal.Journal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Front door of verdicts (评判): people say what signals were worth. One verdict stands a signal; a changed one stays in the
 * journal beside the former. Another town's signal is answered as absent, and the try is noted.
 */
@Service
public class Verdicts {

    private static final int MOST_OF_A_MATTER = 1_000;
    private static final Role[] JUDGES = {Role.COMMANDER, Role.ACCEPTOR, Role.HANDLER};

    private final VerdictStore store;
    private final RuleRecords records;
    private final Journal journal;
    private final Access access;
    private final Clock clock;

    Verdicts(VerdictStore store, RuleRecords records, Journal journal, Access access, Clock clock) {
        this.store = store;
        this.records = records;
        this.journal = journal;
        this.access = access;
        this.clock = clock;
    }

    /** The signal, if the caller may see it. */
    SignalCard get(String signal, Caller caller) {
        return entered(store.find(signal).orElseThrow(Verdicts::absent), "read", caller)
                .card();
    }

    /** The alarms given of a matter, newest first, at most 1,000. */
    public List<SignalCard> list(Matter matter) {
        return store.list(matter, MOST_OF_A_MATTER).stream().map(Judged::card).toList();
    }

    /** Says what a signal was worth; the same word again changes nothing. */
    @Transactional
    public SignalCard give(String signal, Word word, Caller caller) {
        var judged = entered(store.lock(signal).orElseThrow(Verdicts::absent), "judge", caller);
        refuseStrangers(caller);
        if (!judged.alarm()) {
            throw new Refused(VerdictRefusal.NO_ALARM);
        }
        keep(judged.card(), word, caller);
        return store.find(signal).orElseThrow(Verdicts::absent).card();
    }

    /** Says the same of all signals of a matter, as when a warning turns out to be false; of how many it is new. */
    @Transactional
    public int give(Matter matter, Word word, Caller caller) {
        if (!caller.mayEnter(matter.town())) {
            throw absent();
        }
        refuseStrangers(caller);
        int changed = 0;
        for (var one : store.list(matter, MOST_OF_A_MATTER)) {
            var id = one.card().signal().id();
            var locked = store.lock(id).orElseThrow(Verdicts::absent);
            changed += keep(locked.card(), word, caller) ? 1 : 0;
        }
        return changed;
    }

    private boolean keep(SignalCard card, Word word, Caller caller) {
        var before = card.verdict();
        if (word.is(before)) {
            return false;
        }
        var now = clock.instant();
        refuseFuture(word, now);
        var signal = card.signal();
        var verdict = new Verdict(
                signal.id(),
                signal.origin(),
                signal.source().town(),
                word.said(),
                word.seenAt(),
                word.remark() != null,
                caller.id());
        store.save(verdict, word.remark(), now);
        journal.append(
                before == null
                        ? new VerdictEvent.Given(verdict, now)
                        : new VerdictEvent.Changed(verdict, before.said(), now));
        records.weigh(signal.origin(), now);
        return true;
    }

    private static void refuseFuture(Word word, Instant now) {
        if (word.seenAt() != null && word.seenAt().isAfter(now)) {
            throw new Malformed("seenAt", "must not lie ahead");
        }
    }

    private static void refuseStrangers(Caller caller) {
        if (!caller.hasAny(JUDGES)) {
            throw new Refused(VerdictRefusal.NOT_YOURS);
        }
    }

    private Judged entered(Judged judged, String what, Caller caller) {
        var signal = judged.card().signal();
        if (!caller.mayEnter(signal.source().town())) {
            access.denied(caller, what, signal.id());
            throw absent();
        }
        return judged;
    }

    private static Refused absent() {
        return new Refused(VerdictRefusal.NO_SUCH_SIGNAL);
    }
}
