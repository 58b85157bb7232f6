package io.chengyun.platform.assessment;

import io.chengyun.platform.sensing.Datastream;
import io.chengyun.platform.sensing.Sensing;
import io.chengyun.rules.RuleState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * All streams under watch (研判表), in memory as of the last commit.
 *
 * <p>Observations come on one thread and time on another: whoever opens it in a transaction has it alone until that
 * transaction ends. After an end of which nobody knows whether it was a commit everything is read anew.
 */
@Component
class Watches {

    private final StateStore store;
    private final RuleBook rules;
    private final Sensing sensing;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Long, StreamWatch> byStream = new HashMap<>();
    private final List<Weighing> weighings = new ArrayList<>();
    private final DueList due = new DueList();
    private volatile boolean loaded;

    Watches(StateStore store, RuleBook rules, Sensing sensing) {
        this.store = store;
        this.rules = rules;
        this.sensing = sensing;
    }

    /** Keeps others out until the present transaction ends. */
    void open() {
        if (lock.isHeldByCurrentThread()) {
            return;
        }
        lock.lock();
        boolean registered = false;
        try {
            TransactionSynchronizationManager.registerSynchronization(new Ending());
            registered = true;
        } finally {
            if (!registered) {
                lock.unlock();
            }
        }
        load();
    }

    /** The present transaction's weighing of a stream. */
    Weighing weighing(Datastream stream) {
        var watch = byStream.get(stream.id());
        if (watch == null || !watch.stream().equals(stream)) {
            watch = watch(stream, watch == null ? Map.of() : StateStore.byKey(watch));
            byStream.put(stream.id(), watch);
        }
        return weighing(watch);
    }

    private Weighing weighing(StreamWatch watch) {
        var open = watch.open();
        if (open == null) {
            open = new Weighing(watch);
            watch.begin(open);
            weighings.add(open);
        }
        return open;
    }

    /** Weighings of streams that are due by the clock, earliest first. */
    List<Weighing> takeDue(Instant now, int limit) {
        return due.take(now, limit).stream()
                .map(byStream::get)
                .filter(Objects::nonNull)
                .map(this::weighing)
                .toList();
    }

    private StreamWatch watch(Datastream stream, Map<String, RuleState> remembered) {
        var applied = rules.rulesFor(stream.property(), stream.interval());
        var states = new RuleState[applied.size()];
        for (int i = 0; i < states.length; i++) {
            var state = remembered.get(applied.get(i).key());
            states[i] = state == null ? applied.get(i).rule().initial() : state;
        }
        return new StreamWatch(stream, applied, states);
    }

    /** When the next stream is due; null when none is. */
    @Nullable
    Instant nextDueAt() {
        if (!loaded) {
            lock.lock();
            try {
                load();
            } finally {
                lock.unlock();
            }
        }
        return due.first();
    }

    private void load() {
        if (loaded) {
            return;
        }
        byStream.clear();
        due.clear();
        var remembered = store.load(rules.list());
        for (var stream : sensing.listStreams()) {
            var states = remembered.get(stream.id());
            if (states != null) {
                var watch = watch(stream, states);
                byStream.put(stream.id(), watch);
                due.put(stream.id(), watch.dueAt());
            }
        }
        loaded = true;
    }

    /** Takes over what was committed, forgets what was not, and lets the next one in. */
    private final class Ending implements TransactionSynchronization {

        @Override
        public void afterCompletion(int status) {
            try {
                for (var weighing : weighings) {
                    var watch = weighing.watch();
                    watch.end(weighing, status == STATUS_COMMITTED);
                    due.put(watch.stream().id(), watch.dueAt());
                }
                weighings.clear();
                if (status == STATUS_UNKNOWN) {
                    loaded = false;
                }
            } finally {
                lock.unlock();
            }
        }
    }
}
