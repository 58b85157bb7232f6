package io.chengyun.platform.journal;

import io.chengyun.platform.journal.JournalStore.Numbered;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives committed events their numbers. One at a time in the whole database, whoever holds the lock. */
@Component
class Sequencer {

    private static final int BATCH = 1_000;

    private final JournalStore store;
    private final TransactionTemplate transaction;
    private final Bell bell;
    private final Fresh fresh;
    private final Tail tail = new Tail();
    private final AtomicLong last = new AtomicLong(-1);
    /** How often the bell had been rung when the last step began that took all there was. */
    private volatile long level = -1;

    Sequencer(JournalStore store, TransactionTemplate transaction, Bell bell, Fresh fresh) {
        this.store = store;
        this.transaction = transaction;
        this.bell = bell;
        this.fresh = fresh;
    }

    /**
     * Numbers one batch.
     *
     * @return how many entries got a number
     */
    int step() {
        long rings = bell.rings();
        var numbered = transaction.execute(status -> store.mayNumber() ? store.number(BATCH) : List.<Numbered>of());
        level = numbered == null || numbered.size() < BATCH ? rings : -1;
        if (numbered == null || numbered.isEmpty()) {
            return 0;
        }
        tail.add(told(numbered));
        last.set(numbered.get(numbered.size() - 1).number());
        return numbered.size();
    }

    /** What was numbered, in order; what another process had put into the inbox is read back. */
    private List<Told> told(List<Numbered> numbered) {
        var told = new TreeMap<Long, Told>();
        numbered.forEach(one ->
                fresh.take(one.id()).ifPresent(event -> told.put(one.number(), new Told(one.number(), event))));
        var others = numbered.stream()
                .map(Numbered::number)
                .filter(number -> !told.containsKey(number))
                .toList();
        if (!others.isEmpty()) {
            store.read(others).forEach(one -> told.put(one.number(), one));
        }
        return List.copyOf(told.values());
    }

    /** Whether the last step left nothing that this process has put into the inbox, or left it to another that numbers. */
    boolean isLevel() {
        return level == bell.rings();
    }

    /** The next entries after a number. For whoever fell behind only those are read back that the tail no longer holds. */
    List<Told> after(long number, int limit) {
        return tail.after(number, limit).orElseGet(() -> {
            var all = new ArrayList<Told>();
            store.list(number, tail.missing(number, limit)).forEach(entry -> all.add(Told.of(entry)));
            long reached = number + all.size();
            tail.after(reached, limit - all.size()).ifPresent(all::addAll);
            return all;
        });
    }

    long last() {
        return last.updateAndGet(known -> known < 0 ? store.last() : known);
    }

    /** Looks for entries that another process numbered, and says whether there are any. */
    boolean refresh() {
        long now = store.last();
        return last.getAndSet(now) != now;
    }
}
