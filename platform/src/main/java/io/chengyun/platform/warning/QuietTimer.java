package io.chengyun.platform.warning;

import io.chengyun.platform.journal.Timed;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Lifts warnings whose quiet time is over. */
@Component
class QuietTimer implements Timed {

    private final Warnings warnings;
    private boolean stale = true;
    private @Nullable Instant dueAt;

    QuietTimer(Warnings warnings) {
        this.warnings = warnings;
    }

    @Override
    public String name() {
        return "warning.quiet";
    }

    @Override
    public synchronized @Nullable Instant nextDueAt() {
        if (stale) {
            dueAt = warnings.firstDueAt().orElse(null);
            stale = false;
        }
        return dueAt;
    }

    @Override
    public void fireDue() {
        warnings.liftQuiet();
        lookAgain();
    }

    void lookAgainAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                lookAgain();
            }
        });
    }

    private synchronized void lookAgain() {
        stale = true;
    }
}
