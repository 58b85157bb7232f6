package io.chengyun.platform.casework;

import io.chengyun.platform.journal.Timed;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Lets time act on cases (到时): one transaction a case, so that a restart neither forgets nor repeats anything. */
@Component
class CaseTimer implements Timed {

    private static final int TOGETHER = 100;

    private final Alarm alarm;
    private final CaseStore store;
    private final CaseDesk desk;
    private final Clock clock;

    CaseTimer(Alarm alarm, CaseStore store, CaseDesk desk, Clock clock) {
        this.alarm = alarm;
        this.store = store;
        this.desk = desk;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "casework.deadlines";
    }

    @Override
    public @Nullable Instant nextDueAt() {
        return alarm.next();
    }

    @Override
    public void fireDue() {
        var at = clock.instant();
        alarm.forget();
        for (var due = store.listDue(at, TOGETHER); !due.isEmpty(); due = store.listDue(at, TOGETHER)) {
            due.forEach(desk::onDue);
        }
    }

    /** When time next does something to a case (闹钟), in memory. It may ring too early, never too late. Any thread may ask. */
    @Component
    static class Alarm {

        private final CaseStore store;
        private boolean known;
        private @Nullable Instant next;

        Alarm(CaseStore store) {
            this.store = store;
        }

        /** The next moment; read from the store when nobody has looked yet. */
        synchronized @Nullable Instant next() {
            if (!known) {
                next = store.nextDueAt().orElse(null);
                known = true;
            }
            return next;
        }

        /** Looks again at the store the next time somebody asks. */
        synchronized void forget() {
            known = false;
        }

        /** Rings by then, once the current transaction has committed. */
        void setAfterCommit(@Nullable Instant dueAt) {
            if (dueAt == null) {
                return;
            }
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    set(dueAt);
                }
            });
        }

        private synchronized void set(Instant dueAt) {
            if (known && (next == null || dueAt.isBefore(next))) {
                next = dueAt;
            }
        }
    }
}
