package io.chengyun.platform.ledger;

import io.chengyun.platform.journal.Journal;
import io.chengyun.platform.journal.Timed;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The ledger's beat (存证节拍): a checkpoint as soon as there is something new, and no more than one in its pace. */
@Component
class LedgerTimer implements Timed {

    private final Journal journal;
    private final LedgerSteps steps;
    private final LedgerStore store;
    private final LedgerSettings settings;
    private final Clock clock;

    private volatile Instant lastAt = Instant.EPOCH;
    /** How far the log came with the last beat. */
    private volatile long size = -1;

    LedgerTimer(Journal journal, LedgerSteps steps, LedgerStore store, LedgerSettings settings, Clock clock) {
        this.journal = journal;
        this.steps = steps;
        this.store = store;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "ledger";
    }

    @Override
    public @Nullable Instant nextDueAt() {
        return size >= journal.last() ? null : lastAt.plus(settings.pace());
    }

    @Override
    public void fireDue() {
        steps.run();
        lastAt = clock.instant();
        size = store.find().filter(Publication::isPublished).map(Head::size).orElse(-1L);
    }
}
