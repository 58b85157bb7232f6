package io.chengyun.platform.ledger;

import io.chengyun.platform.journal.Journal;
import io.chengyun.platform.journal.Timed;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The ledger's beat (存证节拍): a checkpoint as soon as there is something new, and no more than one in its pace. */
@Component
class LedgerTimer implements Timed {

    private final Journal journal;
    private final LedgerSteps steps;
    private final Pace pace;

    private volatile Instant lastAt = Instant.EPOCH;
    private volatile LedgerSteps.Outcome last = new LedgerSteps.Outcome(-1, null);

    LedgerTimer(Journal journal, LedgerSteps steps, Pace pace) {
        this.journal = journal;
        this.steps = steps;
        this.pace = pace;
    }

    @Override
    public String name() {
        return "ledger";
    }

    @Override
    public @Nullable Instant nextDueAt() {
        var due = last.published() >= journal.last()
                ? last.askAt()
                : lastAt.plus(pace.settings().pace());
        // a clock that was set back must not stop the log until it comes round again
        return due != null && lastAt.isAfter(pace.clock().instant())
                ? pace.clock().instant()
                : due;
    }

    @Override
    public void fireDue() {
        last = steps.run();
        lastAt = pace.clock().instant();
    }
}
