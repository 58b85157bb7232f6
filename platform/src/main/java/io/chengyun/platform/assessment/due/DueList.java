package io.chengyun.platform.assessment.due;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Which streams, or groups of them, must be asked again when (到期表); each by its number.
 *
 * <p>Nearly every observation puts its stream's time off, so putting off costs one map entry and leaves the queue as it
 * is; entries that have become too early are put right when they come to the front. Safe for all threads.
 */
public final class DueList {

    private final Map<Long, Instant> due = new HashMap<>();
    private final Map<Long, Instant> queued = new HashMap<>();
    private final PriorityQueue<Entry> queue =
            new PriorityQueue<>(Comparator.comparing(Entry::at).thenComparingLong(Entry::stream));

    private record Entry(Instant at, long stream) {}

    /** Sets when a stream is due; null when it is not. */
    public synchronized void put(long stream, @Nullable Instant at) {
        if (at == null) {
            due.remove(stream);
            return;
        }
        due.put(stream, at);
        var before = queued.get(stream);
        if (before == null || at.isBefore(before)) {
            queue(stream, at);
        }
    }

    private void queue(long stream, Instant at) {
        queued.put(stream, at);
        queue.add(new Entry(at, stream));
    }

    /** The earliest time at which a stream is due; null when none is. */
    public synchronized @Nullable Instant first() {
        var entry = front();
        return entry == null ? null : entry.at();
    }

    /** Takes out the streams that are due, earliest first; they are due no more until put again. */
    public synchronized List<Long> take(Instant now, int limit) {
        var taken = new ArrayList<Long>();
        var entry = front();
        while (entry != null && !entry.at().isAfter(now) && taken.size() < limit) {
            queue.remove();
            queued.remove(entry.stream());
            due.remove(entry.stream());
            taken.add(entry.stream());
            entry = front();
        }
        return taken;
    }

    /** The first entry that is still true; those before it are dropped or queued again. */
    private @Nullable Entry front() {
        var entry = queue.peek();
        while (entry != null && !entry.at().equals(due.get(entry.stream()))) {
            queue.remove();
            settle(entry);
            entry = queue.peek();
        }
        return entry;
    }

    private void settle(Entry stale) {
        // An entry that was superseded by an earlier one has its successor in the queue already.
        if (!stale.at().equals(queued.get(stale.stream()))) {
            return;
        }
        queued.remove(stale.stream());
        var at = due.get(stale.stream());
        if (at != null) {
            queue(stale.stream(), at);
        }
    }

    public synchronized void clear() {
        due.clear();
        queued.clear();
        queue.clear();
    }
}
