package io.chengyun.platform.journal;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** When a part of the house next has something to do (闹钟), remembered until it changes. Any thread may ask. */
public final class Alarm {

    private final Supplier<Optional<Instant>> look;
    private boolean stale = true;
    private @Nullable Instant next;

    /** @param look reads the moment from where it is kept */
    public Alarm(Supplier<Optional<Instant>> look) {
        this.look = look;
    }

    /** The next moment; null while there is none. */
    public synchronized @Nullable Instant next() {
        if (stale) {
            next = look.get().orElse(null);
            stale = false;
        }
        return next;
    }

    /** Looks again the next time somebody asks, once the current transaction is over. */
    public void changes() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                lookAgain();
            }
        });
    }

    /** Looks again the next time somebody asks. */
    public synchronized void lookAgain() {
        stale = true;
    }
}
