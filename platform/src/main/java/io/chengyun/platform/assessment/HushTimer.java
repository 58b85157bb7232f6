package io.chengyun.platform.assessment;

import io.chengyun.platform.journal.Timed;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Speaks up when the work on a device is over (静默结束计时). */
@Component
class HushTimer implements Timed {

    private final Hush hush;
    private final Watches watches;
    private final TransactionTemplate transaction;

    HushTimer(Hush hush, Watches watches, TransactionTemplate transaction) {
        this.hush = hush;
        this.watches = watches;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return "assessment.hush";
    }

    @Override
    public @Nullable Instant nextDueAt() {
        return hush.nextDueAt();
    }

    @Override
    public void fireDue() {
        transaction.executeWithoutResult(status -> {
            watches.open();
            hush.sayDue();
        });
    }
}
