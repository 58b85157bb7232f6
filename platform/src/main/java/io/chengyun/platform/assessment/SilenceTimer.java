package io.chengyun.platform.assessment;

import io.chengyun.platform.journal.Timed;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Asks about streams from which nothing came (失联计时). */
@Component
class SilenceTimer implements Timed {

    private final Assessment assessment;
    private final TransactionTemplate transaction;

    SilenceTimer(Assessment assessment, TransactionTemplate transaction) {
        this.assessment = assessment;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return "assessment.silence";
    }

    @Override
    public @Nullable Instant nextDueAt() {
        return assessment.nextDueAt();
    }

    @Override
    public void fireDue() {
        boolean more = true;
        while (more) {
            more = Boolean.TRUE.equals(transaction.execute(status -> assessment.weighDue()));
        }
    }
}
