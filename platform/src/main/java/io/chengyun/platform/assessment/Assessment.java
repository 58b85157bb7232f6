package io.chengyun.platform.assessment;

import io.chengyun.platform.sensing.ObservationListener;
import io.chengyun.platform.sensing.StoredBatch;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Weighs what was observed, and what was not, by the scenarios' rules (研判), and gives signals. */
@Service
public class Assessment implements ObservationListener {

    private static final int DUE_AT_ONCE = 500;

    private final Watches watches;
    private final StateStore states;
    private final Signaller signaller;
    private final SignalStore signals;
    private final Clock clock;

    Assessment(Watches watches, StateStore states, Signaller signaller, SignalStore signals, Clock clock) {
        this.watches = watches;
        this.states = states;
        this.signaller = signaller;
        this.signals = signals;
        this.clock = clock;
    }

    /** The newest signals, newest first. */
    public List<Signal> listSignals(int limit) {
        return signals.list(limit);
    }

    @Override
    public void onStored(StoredBatch batch) {
        watches.open();
        var touched = new ArrayList<Weighing>(batch.series().size());
        for (var series : batch.series()) {
            var weighing = watches.weighing(series.stream());
            if (!weighing.watch().rules().isEmpty()) {
                touched.add(weighing);
                tell(weighing, weighing.on(series.readings()));
            }
        }
        keep(touched);
    }

    /** When a stream falls silent next, if nothing comes; null when none can. */
    @Nullable
    Instant nextDueAt() {
        return watches.nextDueAt();
    }

    /** Weighs streams that are due by the clock, a bounded number in the caller's transaction; whether there was one. */
    boolean weighDue() {
        watches.open();
        var now = clock.instant();
        var due = watches.takeDue(now, DUE_AT_ONCE);
        due.forEach(weighing -> tell(weighing, weighing.onTime(now)));
        keep(due);
        return !due.isEmpty();
    }

    private void tell(Weighing weighing, List<Weighing.Said> said) {
        said.forEach(one -> signaller.give(weighing.watch().stream(), one));
    }

    private void keep(List<Weighing> touched) {
        if (!touched.isEmpty()) {
            states.save(touched);
        }
    }
}
