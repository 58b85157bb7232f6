package io.chengyun.platform.casework;

import io.chengyun.platform.casework.timer.Aside;
import io.chengyun.platform.journal.Timed;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Lets time act on cases (到时): a hundred a transaction, so that a restart neither forgets nor repeats anything and several
 * instances share what is due. A case that fails is set aside and the others go on.
 */
@Component
class CaseTimer implements Timed {

    private static final int TOGETHER = 100;

    private final Alarm alarm;
    private final CaseStore store;
    private final CaseDesk desk;
    private final Aside aside;
    private final Clock clock;

    CaseTimer(Alarm alarm, CaseStore store, CaseDesk desk, Aside aside, Clock clock) {
        this.alarm = alarm;
        this.store = store;
        this.desk = desk;
        this.aside = aside;
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
        alarm.forget();
        aside.ripe().forEach(this::fireOne);
        boolean more = true;
        while (more) {
            more = aside.goes(this::fireSome).orElseGet(this::fireEach);
        }
    }

    private boolean fireSome() {
        return desk.onDue(TOGETHER, aside.ids()) == TOGETHER;
    }

    /** When some of those together fail, each goes alone, and only those that cannot are left behind. */
    private boolean fireEach() {
        var due = store.listDue(clock.instant(), TOGETHER, aside.ids());
        due.forEach(this::fireOne);
        return !due.isEmpty();
    }

    private void fireOne(String id) {
        aside.attempt(id, () -> desk.onDue(id));
    }

    /** When time next does something to a case (闹钟), in memory. It may ring too early, never too late. Any thread may ask. */
    @Component
    static class Alarm {

        /** Another instance may have put an earlier moment into the store, and stopped: asked ten times a second, looked up every half minute. */
        private static final int LOOK_AGAIN = 300;

        private final CaseStore store;
        private final Aside aside;
        private boolean known;
        private int asked;
        private @Nullable Instant next;

        Alarm(CaseStore store, Aside aside) {
            this.store = store;
            this.aside = aside;
        }

        /** The next moment; read from the store when nobody has looked yet, and now and then. */
        synchronized @Nullable Instant next() {
            if (!known || ++asked >= LOOK_AGAIN) {
                next = Stream.of(store.nextDueAt(aside.ids()), aside.nextAt())
                        .flatMap(Optional::stream)
                        .min(Instant::compareTo)
                        .orElse(null);
                known = true;
                asked = 0;
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
