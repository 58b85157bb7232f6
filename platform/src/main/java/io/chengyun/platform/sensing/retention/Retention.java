package io.chengyun.platform.sensing.retention;

import io.chengyun.platform.journal.Journal;
import io.chengyun.platform.sensing.retention.RetentionEvent.DroppedPartition;
import io.chengyun.platform.sensing.retention.RetentionEvent.PartitionDropped;
import io.chengyun.platform.sensing.table.Partitions;
import io.chengyun.platform.sensing.table.RetentionSettings;
import java.time.Clock;
import java.time.Instant;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes months ready before they come and drops what the policy does not keep (按期保存). A month goes in one transaction with
 * its event, and only when nobody waits for it and its hours hold all of it.
 */
@Service
class Retention {

    private final Summaries summaries;
    private final RetentionStore store;
    private final Partitions partitions;
    private final Journal journal;
    private final Frame frame;

    Retention(Summaries summaries, RetentionStore store, Partitions partitions, Journal journal, Frame frame) {
        this.summaries = summaries;
        this.store = store;
        this.partitions = partitions;
        this.journal = journal;
        this.frame = frame;
    }

    /** The policy, the clock, and how it is all or nothing. */
    @Service
    record Frame(RetentionSettings settings, Clock clock, TransactionTemplate transaction) {}

    /**
     * Makes this and the next month ready and drops all that is over.
     *
     * @return whether all of it went; false when something still had to be summed up first
     */
    boolean roll() {
        var now = frame.clock().instant();
        var month = YearMonth.from(now.atOffset(ZoneOffset.UTC));
        frame.transaction().executeWithoutResult(status -> partitions.prepare(Set.of(month, month.plusMonths(1))));
        boolean all = true;
        var rawSince = frame.settings().rawSince(now);
        for (var old : partitions.listMonths()) {
            if (Span.of(old).until().compareTo(rawSince) <= 0) {
                all &= drop(old, now);
            }
        }
        var hourlySince = frame.settings().hourlySince(now);
        for (var old : partitions.listHourlyYears()) {
            if (Span.of(old).until().compareTo(hourlySince) <= 0) {
                drop(old, now);
            }
        }
        return all;
    }

    private boolean drop(YearMonth month, Instant now) {
        summaries.catchUp();
        var span = Span.of(month);
        // Counted before anybody is kept out: counting takes long.
        long rows = store.countObservations(span);
        return Boolean.TRUE.equals(frame.transaction().execute(status -> {
            store.waitBriefly();
            partitions.lock(month);
            var mark = summaries.catchUpHere();
            if (store.behind(span, mark)) {
                status.setRollbackOnly();
                return false;
            }
            store.dropBeside(span);
            partitions.drop(month);
            tell("observation-" + month, span, rows, "hourly", now);
            return true;
        }));
    }

    private void drop(Year year, Instant now) {
        var span = Span.of(year);
        long rows = store.countHours(span);
        frame.transaction().executeWithoutResult(status -> {
            store.waitBriefly();
            partitions.drop(year);
            tell("hourly-" + year, span, rows, "daily", now);
        });
    }

    private void tell(String partition, Span span, long rows, String keptAs, Instant now) {
        journal.append(
                new PartitionDropped(new DroppedPartition(partition, span.from(), span.until(), rows, keptAs), now));
    }
}
