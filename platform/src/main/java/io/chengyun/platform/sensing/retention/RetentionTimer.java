package io.chengyun.platform.sensing.retention;

import io.chengyun.platform.journal.Timed;
import io.chengyun.platform.sensing.table.RetentionSettings;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Lets the policy act when the house starts and whenever a month begins (保存计时). */
@Component
class RetentionTimer implements Timed {

    private static final Logger LOG = LoggerFactory.getLogger(RetentionTimer.class);

    private final Retention retention;
    private final RetentionSettings settings;
    private final Clock clock;
    private @Nullable Instant dueAt;

    RetentionTimer(Retention retention, RetentionSettings settings, Clock clock) {
        this.retention = retention;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "sensing.retention";
    }

    @Override
    public synchronized @Nullable Instant nextDueAt() {
        if (dueAt == null) {
            dueAt = clock.instant();
        }
        return dueAt;
    }

    @Override
    public void fireDue() {
        var now = clock.instant();
        if (now.isBefore(nextDueAt())) {
            return;
        }
        next(rolled() ? RetentionSettings.nextMonth(now) : now.plus(settings.every()));
    }

    private boolean rolled() {
        try {
            return retention.roll();
        } catch (DataAccessException busy) {
            // Somebody reads what is to go: it goes a little later, and the house's other timers do not wait for it.
            LOG.warn("what is over could not be dropped; it will be tried again in {}", settings.every(), busy);
            return false;
        }
    }

    private synchronized void next(Instant at) {
        dueAt = at;
    }
}
