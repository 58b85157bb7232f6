package io.chengyun.platform.sensing;

import io.chengyun.kernel.Refused;
import io.chengyun.platform.journal.Journal;
import io.chengyun.platform.journal.Timed;
import io.chengyun.platform.sensing.SourceEvent.Standing;
import io.chengyun.platform.sensing.account.StandingStore;
import io.chengyun.platform.sensing.account.StandingStore.Row;
import io.chengyun.platform.sensing.lane.LaneSettings;
import io.chengyun.platform.sensing.lane.RejectShare;
import io.chengyun.platform.sensing.lane.TokenBuckets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps one source from spoiling it for the others (来源看守): none beyond its rate, none that sends mostly rubbish. */
@Service
class SourceGuard implements Timed {

    /**
     * Behind another broker nobody can be told no: what was refused would have to be acknowledged and lost, or hold up
     * everybody's. Its rubbish goes to quarantine and is counted all the same.
     */
    private static final String BEYOND_REACH = "outside:";

    private final Limits limits;
    private final StandingStore store;
    private final Journal journal;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private volatile @Nullable Map<String, Standing> keptOut;

    SourceGuard(Limits limits, StandingStore store, Journal journal, TransactionTemplate transaction, Clock clock) {
        this.limits = limits;
        this.store = store;
        this.journal = journal;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What a source may do. */
    @Service
    record Limits(LaneSettings settings, TokenBuckets buckets, RejectShare share) {}

    /** Lets a sender pass who cannot wait, or refuses and says when to come again. */
    void admit(String source, int rows) {
        refuseKeptOut(source);
        var wait = limits.buckets().tryTake(source, rows, clock.instant());
        if (!wait.isZero()) {
            throw new Refused(SensingRefusal.SLOW_DOWN, wait);
        }
    }

    /** Lets a sender pass who can wait, and says when its turn is. */
    Instant turn(String source, int rows) {
        refuseKeptOut(source);
        return limits.buckets().take(source, rows, clock.instant());
    }

    private void refuseKeptOut(String source) {
        var standing = keptOut().get(source);
        if (standing != null) {
            var left = Duration.between(clock.instant(), standing.until());
            throw new Refused(SensingRefusal.KEPT_OUT, left.isNegative() ? Duration.ofSeconds(1) : left);
        }
    }

    /** Weighs what came from a source; from too much rubbish on it is kept out. */
    void weigh(String source, long received, long bad) {
        var now = clock.instant();
        var window = limits.share().add(source, received, bad, now);
        if (window != null && !keptOut().containsKey(source) && !source.startsWith(BEYOND_REACH)) {
            var until = now.plus(limits.settings().keptOut());
            var standing = new Standing(source, window.since(), until, window.received(), window.bad());
            transaction.executeWithoutResult(status -> {
                store.save(new Row(source, standing.since(), until, window.received(), window.bad()));
                journal.append(new SourceEvent.SourceQuarantined(standing, now));
            });
            keptOut().put(source, standing);
        }
    }

    /** Lets a source in before its time is over. */
    void release(String source, @Nullable String by) {
        var standing = keptOut().get(source);
        if (standing == null) {
            throw new Refused(
                    SensingRefusal.NO_SUCH_SOURCE, List.copyOf(keptOut().keySet()));
        }
        transaction.executeWithoutResult(status -> {
            if (store.remove(source)) {
                journal.append(new SourceEvent.SourceReleased(standing, by, clock.instant()));
            }
        });
        keptOut().remove(source);
    }

    /** Who is kept out until when. */
    Map<String, Standing> keptOut() {
        var known = keptOut;
        if (known == null) {
            known = load();
        }
        return known;
    }

    private synchronized Map<String, Standing> load() {
        var known = new ConcurrentHashMap<String, Standing>();
        for (var row : store.list()) {
            known.put(
                    row.source(), new Standing(row.source(), row.since(), row.until(), row.received(), row.rejected()));
        }
        keptOut = known;
        return known;
    }

    @Override
    public String name() {
        return "sensing.sources";
    }

    @Override
    public @Nullable Instant nextDueAt() {
        return keptOut().values().stream()
                .map(Standing::until)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    @Override
    public void fireDue() {
        var now = clock.instant();
        keptOut().values().stream()
                .filter(standing -> !standing.until().isAfter(now))
                .forEach(standing -> release(standing.source(), null));
    }
}
