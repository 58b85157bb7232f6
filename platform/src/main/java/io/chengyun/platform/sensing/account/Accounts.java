package io.chengyun.platform.sensing.account;

import io.chengyun.platform.sensing.lane.FairQueue;
import io.chengyun.platform.sensing.lane.LaneSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * What came from each source and what became of it (对账): received = stored + rejected + waiting, at every moment. What was
 * committed is mirrored from the database; what waits is asked of the queue.
 */
@Service
public class Accounts {

    private final QuarantineStore store;
    private final LaneSettings settings;
    private final Clock clock;
    private final Map<String, Lags> lags = new HashMap<>();
    private final Set<String> told = new HashSet<>();
    private volatile Supplier<Collection<FairQueue.Waiting>> queue = List::of;
    private Consumer<String> newcomers = source -> {};
    private @Nullable Tally committed;

    Accounts(QuarantineStore store, LaneSettings settings, Clock clock) {
        this.store = store;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * A source's account.
     *
     * @param received rows taken over from the sender: stored + all rejected + waiting
     * @param rejected by reject code
     * @param waiting rows taken over and not yet written
     * @param oldestWaiting how long the oldest of them has been waiting, null when none waits
     * @param lag how old what came in the last minute was, null when nothing came
     */
    public record Account(
            String source,
            long received,
            long stored,
            Map<String, Long> rejected,
            long waiting,
            @Nullable Duration oldestWaiting,
            Lags.@Nullable Figure lag) {

        /** All rows that were rejected. */
        public long rejectedRows() {
            return rejected.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /** Says where what waits can be asked for. */
    public void follow(Supplier<Collection<FairQueue.Waiting>> waiting) {
        queue = waiting;
    }

    /** Tells of every source that has an account, and from now on of each that gets one. */
    public synchronized void announce(Consumer<String> to) {
        newcomers = to;
        told.clear();
        tell(committed().sources());
    }

    private void tell(Collection<String> sources) {
        for (var source : sources) {
            if (told.add(source)) {
                newcomers.accept(source);
            }
        }
    }

    /** The name under which a source is counted: its own, or its door's others when there are too many. */
    public synchronized String nameOf(String source) {
        if (committed().knows(source) || committed().sources().size() < settings.maxSources()) {
            return source;
        }
        return source.substring(0, source.indexOf(':') + 1) + "others";
    }

    /**
     * Takes over what was committed.
     *
     * @param written takes it from what waits, so that nobody ever sees it in both
     */
    public synchronized void add(Tally batch, Runnable written) {
        // Read from the database only now, the mirror would hold this batch already.
        var known = committed;
        if (known != null) {
            known.add(batch);
        }
        written.run();
        tell(batch.sources());
    }

    /** Notes how old the newest row of a batch was when it was stored. */
    public synchronized void arrived(String source, Duration age, Instant now) {
        lags.computeIfAbsent(source, fresh -> new Lags()).add(age, now);
    }

    /** Forgets the mirror, after a write of which nobody knows whether it was committed. */
    public synchronized void forget() {
        committed = null;
    }

    /** Every source's account, by name. */
    public synchronized List<Account> list() {
        var waiting = waiting();
        var sources = new TreeSet<>(committed().sources());
        sources.addAll(waiting.keySet());
        var accounts = new ArrayList<Account>();
        for (var source : sources) {
            accounts.add(account(source, waiting.get(source), clock.instant()));
        }
        return accounts;
    }

    /** One source's account; all zero if nothing came from it. */
    public synchronized Account get(String source) {
        return account(source, waiting().get(source), clock.instant());
    }

    private Map<String, FairQueue.Waiting> waiting() {
        var waiting = new TreeMap<String, FairQueue.Waiting>();
        queue.get().forEach(one -> waiting.put(one.source(), one));
        return waiting;
    }

    private Account account(String source, FairQueue.@Nullable Waiting waiting, Instant now) {
        var rejected = new TreeMap<>(committed().of(source));
        var received = rejected.remove(Tally.RECEIVED);
        var stored = rejected.remove(Tally.STORED);
        long rows = waiting == null ? 0 : waiting.rows();
        var lag = lags.get(source);
        return new Account(
                source,
                (received == null ? 0 : received) + rows,
                stored == null ? 0 : stored,
                rejected,
                rows,
                waiting == null ? null : Duration.between(waiting.oldestAt(), now),
                lag == null ? null : lag.figure(now));
    }

    private Tally committed() {
        var known = committed;
        if (known == null) {
            known = new Tally();
            for (var source : store.counts().entrySet()) {
                for (var code : source.getValue().entrySet()) {
                    known.add(source.getKey(), code.getKey(), code.getValue());
                }
            }
            committed = known;
        }
        return known;
    }
}
