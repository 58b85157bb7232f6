package io.chengyun.platform.casework;

import io.chengyun.kernel.Ids;
import io.chengyun.kernel.Refused;
import io.chengyun.platform.casework.CaseTimer.Alarm;
import io.chengyun.platform.journal.Journal;
import java.util.Optional;
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

    /** The case, for this transaction alone, if there is one. */
    Optional<CaseFile> find(String id) {
        return store.lock(id);
    }

    /** Writes down anew when time next does something to the case, such as after the procedure was changed. */
    void reschedule(CaseFile file) {
        store.reschedule(file.id(), deadlines.nextDueAt(file).orElse(null));
    }

    /** Writes an event and the case as it then stands. */
    CaseFile keep(CaseEvent event) {
        var dueAt = deadlines.nextDueAt(event.now()).orElse(null);
        store.save(event.now(), dueAt);
        store.addLine(event);
        journal.append(event);
        alarm.setAfterCommit(dueAt);
        return event.now();
    }
}
