package io.chengyun.platform.sensing.retention;

import io.chengyun.platform.journal.Timed;
import io.chengyun.platform.sensing.ObservationListener;
import io.chengyun.platform.sensing.StoredBatch;
import io.chengyun.platform.sensing.table.RetentionSettings;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Lets hours and days follow what is stored (汇总计时): some time after the first batch that they do not hold, or when much
 * came. All that the lane pays for it is a number in memory.
 */
@Component
class SummaryTimer implements Timed, ObservationListener {

    private static final Logger LOG = LoggerFactory.getLogger(SummaryTimer.class);

    private final Summaries summaries;
    private final RetentionSettings settings;
    private final Clock clock;
    private @Nullable Instant dueAt;
    private long rows;
    private boolean begun;

    SummaryTimer(Summaries summaries, RetentionSettings settings, Clock clock) {
        this.summaries = summaries;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "sensing.summaries";
    }

    @Override
    public void onStored(StoredBatch batch) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                note(batch);
            }
        });
    }

    private synchronized void note(StoredBatch batch) {
        rows += batch.size();
        if (rows >= settings.rows()) {
            dueAt = batch.at();
        } else if (dueAt == null) {
            dueAt = batch.at().plus(settings.every());
        }
    }

    @Override
    public synchronized @Nullable Instant nextDueAt() {
        if (!begun) {
            // What was stored before the house was started anew is nobody's news.
            begun = true;
            dueAt = clock.instant();
        }
        return dueAt;
    }

    @Override
    public void fireDue() {
        if (!take()) {
            return;
        }
        try {
            summaries.catchUp();
        } catch (DataAccessException notNow) {
            // Other timers of the house wait behind this one: they are not to wait for hours and days.
            LOG.warn("hours and days could not be brought up to date; they will be in {}", settings.every(), notNow);
            again(clock.instant().plus(settings.every()));
        }
    }

    /** Whether it is time; what comes from now on asks for another. */
    private synchronized boolean take() {
        if (dueAt == null || dueAt.isAfter(clock.instant())) {
            return false;
        }
        dueAt = null;
        rows = 0;
        return true;
    }

    private synchronized void again(Instant at) {
        dueAt = at;
    }
}
