package io.chengyun.platform.assessment;

import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Writes down what rules remember (记事), no more often than must be: at once what a rule says for the first time or has
 * just said, the rest when it has grown old, a bounded number at a time. Guarded by {@link Watches}.
 */
final class Notebook {

    private final MemoryStore store;
    private final AssessmentSettings settings;
    /** Streams that learnt something since they were last written down, and since when, longest first. */
    private final Map<Long, Entry> unwritten = new LinkedHashMap<>();

    private record Entry(StreamWatch watch, Instant since) {}

    Notebook(MemoryStore store, AssessmentSettings settings) {
        this.store = store;
        this.settings = settings;
    }

    /**
     * Notes that streams learnt something.
     *
     * @param atOnce those that must be written down now
     */
    void note(Iterable<StreamWatch> learnt, Set<StreamWatch> atOnce, Instant now) {
        for (var watch : learnt) {
            var before = unwritten.get(watch.stream().id());
            unwritten.put(watch.stream().id(), new Entry(watch, before == null ? now : before.since()));
        }
        var writes = new LinkedHashSet<>(atOnce);
        atOnce.forEach(watch -> unwritten.remove(watch.stream().id()));
        takeAged(now, writes);
        store.save(writes);
        writes.forEach(StreamWatch::written);
    }

    private void takeAged(Instant now, Set<StreamWatch> into) {
        Iterator<Entry> entries = unwritten.values().iterator();
        for (int taken = 0; taken < settings.keepAtOnce() && entries.hasNext(); taken++) {
            var entry = entries.next();
            if (entry.since().plus(settings.keepEvery()).isAfter(now)) {
                return;
            }
            into.add(entry.watch());
            entries.remove();
        }
    }

    /** Tears out the page of a stream that is no more. */
    void remove(long stream) {
        unwritten.remove(stream);
        store.remove(stream);
    }

    /** Forgets what was noted of watches that are no more. */
    void clear() {
        unwritten.clear();
    }
}
