package io.chengyun.platform.casework;

import io.chengyun.kernel.Ids;
import io.chengyun.kernel.Refused;
import io.chengyun.platform.casework.CaseTimer.Alarm;
import io.chengyun.platform.journal.Journal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Keeps a case event (留痕): the file, its timeline, the alarm clock and the journal, in the caller's transaction. */
@Component
class CaseKeeper {

    private final CaseStore store;
    private final DeadlineRules deadlines;
    private final Alarm alarm;
    private final Journal journal;
    private final Ids ids;

    CaseKeeper(CaseStore store, DeadlineRules deadlines, Alarm alarm, Journal journal, Ids ids) {
        this.store = store;
        this.deadlines = deadlines;
        this.alarm = alarm;
        this.journal = journal;
        this.ids = ids;
    }

    String newId() {
        return ids.next("c");
    }

    /** The case, for this transaction alone. */
    CaseFile lock(String id) {
        return store.lock(id).orElseThrow(() -> new Refused(CaseRefusal.ABSENT));
    }

    /** The file as it stands, for nobody alone. */
    Optional<CaseFile> look(String id) {
        return store.find(id);
    }

    /** The case, for this transaction alone, if there is one. */
    Optional<CaseFile> find(String id) {
        return store.lock(id);
    }

    /** The cases that are due, for this transaction alone; those set aside and those that somebody else has left out. */
    List<CaseFile> lockDue(Instant at, int limit, Set<String> except) {
        store.gather();
        return store.lockDue(at, limit, except);
    }

    /** Writes an event and the case as it then stands. */
    CaseFile keep(CaseEvent event) {
        var dueAt = deadlines.nextDueAt(event.now()).orElse(null);
        journal.append(event);
        store.keep(event, dueAt);
        alarm.setAfterCommit(dueAt);
        return event.now();
    }

    /** Writes that the words of who asked were erased, and takes them out of the timeline. */
    void erase(CaseEvent.Erased event) {
        keep(event);
        store.eraseLines(event.subject());
    }

    /** Ids of the cases that were split off from one. */
    List<String> listParts(String id) {
        return store.listParts(id);
    }

    /** Writes what time did to locked cases, and when to look at each again: that may be all, if the procedure changed. */
    void keepPassed(List<List<CaseEvent>> events, List<CaseFile> before) {
        for (int i = 0; i < before.size(); i++) {
            var told = events.get(i);
            told.forEach(this::keep);
            if (told.isEmpty()) {
                var file = before.get(i);
                store.lookAgain(file, deadlines.nextDueAt(file).orElse(null));
            }
        }
    }
}
