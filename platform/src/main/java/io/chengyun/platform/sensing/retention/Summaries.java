package io.chengyun.platform.sensing.retention;

import io.chengyun.platform.sensing.table.RetentionSettings;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps the hours and days of every stream (小时与日汇总), behind the lane. Batches carry increasing times of storing and are
 * committed in their order, so what was stored after a mark is added once, however late it was observed; an hour of which
 * something was changed or deleted is made anew.
 */
@Service
class Summaries {

    private static final int HOURS_AT_ONCE = 2_000;

    private final SummaryStore store;
    private final TransactionTemplate transaction;
    private final RetentionSettings settings;
    private final Clock clock;

    Summaries(SummaryStore store, TransactionTemplate transaction, RetentionSettings settings, Clock clock) {
        this.store = store;
        this.transaction = transaction;
        this.settings = settings;
        this.clock = clock;
    }

    /** Brings hours and days up to what is stored now, in a transaction of its own. */
    void catchUp() {
        transaction.executeWithoutResult(status -> catchUpHere());
    }

    /** The same in the caller's transaction; gives up to which time of storing they stand now. */
    Instant catchUpHere() {
        var mark = store.mark().orElse(Instant.EPOCH);
        var until = store.newestStored().orElse(mark);
        if (until.isAfter(mark)) {
            store.addHours(mark, until, zone());
            store.mark(until);
        }
        remakeDoubtful(until);
        store.remakeDays(zone());
        return until;
    }

    private void remakeDoubtful(Instant until) {
        // Of a month that is gone nothing can be made anew: its hours stay as they are.
        var kept = settings.rawSince(clock.instant());
        for (var hours = store.listDoubtful(HOURS_AT_ONCE); !hours.isEmpty(); ) {
            var here = hours.stream().filter(hour -> !hour.at().isBefore(kept)).toList();
            if (!here.isEmpty()) {
                store.remake(here, until, zone());
            }
            store.settle(hours);
            hours = store.listDoubtful(HOURS_AT_ONCE);
        }
    }

    private ZoneId zone() {
        return clock.getZone();
    }
}
