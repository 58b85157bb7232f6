package io.chengyun.platform.sensing.quality;

import io.chengyun.kernel.Refused;
import io.chengyun.platform.journal.Journal;
import io.chengyun.platform.place.Places;
import io.chengyun.platform.place.Position;
import io.chengyun.platform.sensing.Datastream;
import io.chengyun.platform.sensing.quality.MaintenanceStore.Row;
import io.chengyun.platform.sensing.quality.QualityEvent.Window;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** When which devices are worked on (设备维护), so that nobody is alarmed by the work. */
@Service
public class Maintenance implements InitializingBean {

    /** Late observations of a window that is over are still flagged. */
    private static final Duration REMEMBERED = Duration.ofDays(7);

    private final MaintenanceStore store;
    private final Journal journal;
    private final Places places;
    private final Clock clock;
    private final AtomicLong hushed = new AtomicLong();
    private final AtomicLong edition = new AtomicLong();
    private volatile MutedStreams muted = MutedStreams.NONE;
    private volatile @Nullable Instant nextDueAt;

    Maintenance(MaintenanceStore store, Journal journal, Places places, Clock clock) {
        this.store = store;
        this.journal = journal;
        this.places = places;
        this.clock = clock;
    }

    @Override
    public void afterPropertiesSet() {
        show();
    }

    /** Whether no window is known at all: the usual case, answered at once. */
    public boolean isIdle() {
        return muted.isEmpty();
    }

    /** Whether a stream's observation of this moment lies in a window. */
    public boolean isMuted(Datastream stream, Instant at) {
        return find(stream.thingId(), stream.position(), at).isPresent();
    }

    /** Like {@link #isMuted}, for whoever keeps silent because of it: what was not said is counted. */
    public boolean hushes(Datastream stream, Instant at) {
        boolean hush = !isIdle() && isMuted(stream, at);
        if (hush) {
            hushed.incrementAndGet();
        }
        return hush;
    }

    /** How many findings were not told since the house started because somebody worked there. */
    public long hushed() {
        return hushed.get();
    }

    /** Raised whenever a window may have been entered or ended: whoever waits for an end looks again then. */
    public long edition() {
        return edition.get();
    }

    /** The window in which a device stands at this moment; of several the one that ends last. */
    public Optional<Window> find(String device, @Nullable Position position, Instant at) {
        var known = muted;
        return known.isEmpty()
                ? Optional.empty()
                : known.find(device, position, at, point -> places.find(point, places.today()));
    }

    /** Windows that are open or to come, and those of the last days, by beginning. */
    public List<Window> list() {
        return store.list(clock.instant().minus(REMEMBERED)).stream()
                .map(Row::window)
                .toList();
    }

    /** Enters a window; it begins at its time, at once if that has come. */
    @Transactional
    public Window enter(Window window) {
        window.check();
        if (!window.until().isAfter(clock.instant())) {
            throw new Refused(QualityRefusal.OVER);
        }
        keep(new Row(window, false, false));
        tellDue();
        return window;
    }

    /** The window of this id. */
    public Optional<Window> find(String id) {
        return list().stream().filter(window -> window.id().equals(id)).findFirst();
    }

    /** Ends a window before its time; one that has not begun is called off. */
    @Transactional
    public Window end(String id, String by) {
        var row = store.findForChange(id).orElseThrow(() -> new Refused(QualityRefusal.NO_SUCH_WINDOW));
        var now = clock.instant();
        if (row.ended()) {
            throw new Refused(QualityRefusal.OVER);
        }
        if (!row.window().from().isBefore(now)) {
            store.remove(id);
            afterCommit();
            return row.window();
        }
        var ended = row.window().endingAt(now);
        keep(new Row(ended, true, true));
        journal.append(new QualityEvent.MaintenanceEnded(ended, by, now));
        return ended;
    }

    @Nullable
    Instant nextDueAt() {
        return nextDueAt;
    }

    /** Tells of windows that began or ended by the clock. */
    @Transactional
    void tellDue() {
        var now = clock.instant();
        for (var row : store.list(now.minus(REMEMBERED))) {
            if (!row.ended()) {
                tell(row, now);
            }
        }
        afterCommit();
    }

    private void tell(Row row, Instant now) {
        boolean begins = !row.begun() && !row.window().from().isAfter(now);
        boolean ends = !row.window().until().isAfter(now);
        if (begins) {
            journal.append(new QualityEvent.MaintenanceBegan(row.window(), now));
        }
        if (ends) {
            journal.append(new QualityEvent.MaintenanceEnded(row.window(), null, now));
        }
        if (begins || ends) {
            store.save(new Row(row.window(), true, ends));
        }
    }

    private void keep(Row row) {
        store.save(row);
        afterCommit();
    }

    private void afterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                show();
            }
        });
    }

    /** Shows to everybody what is committed. */
    private synchronized void show() {
        var rows = store.list(clock.instant().minus(REMEMBERED));
        muted = new MutedStreams(rows.stream().map(Row::window).toList());
        nextDueAt = rows.stream()
                .filter(row -> !row.ended())
                .map(Row::dueAt)
                .min(Comparator.naturalOrder())
                .orElse(null);
        edition.incrementAndGet();
    }
}
