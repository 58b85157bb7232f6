package io.chengyun.platform.journal;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Runs the house live: the sequencer, one loop a follower, and the timers. A replay drives the same steps itself. */
@Component
@ConditionalOnProperty(name = "chengyun.journal.live", havingValue = "true", matchIfMissing = true)
class HouseLoops implements SmartLifecycle {

    private static final Duration LOOK_FOR_OTHERS = Duration.ofSeconds(1);
    private static final Duration TICK = Duration.ofMillis(100);
    private static final long STOP_MILLIS = 5_000;

    private final List<Loop> followers = new ArrayList<>();
    private final Loop sequencer;
    private final List<Loop> all = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    HouseLoops(House house, Bell bell, Clock clock) {
        var entries = house.sequencer();
        for (var desk : house.desks()) {
            followers.add(new Loop("follower " + desk.name(), LOOK_FOR_OTHERS, () -> desk.step(entries)));
        }
        sequencer = new Loop("sequencer", LOOK_FOR_OTHERS, () -> {
            int gave = entries.step();
            if (gave > 0 || entries.refresh()) {
                followers.forEach(Loop::wake);
            }
            return gave;
        });
        all.add(sequencer);
        all.addAll(followers);
        for (var timed : house.timed()) {
            all.add(new Loop("timer " + timed.name(), TICK, () -> {
                var due = timed.nextDueAt();
                if (due != null && !due.isAfter(clock.instant())) {
                    timed.fireDue();
                }
                return 0;
            }));
        }
        bell.onRing(sequencer::wake);
    }

    List<Loop> loops() {
        return List.copyOf(all);
    }

    @Override
    public void start() {
        all.forEach(loop -> threads.add(loop.start()));
    }

    @Override
    public void stop() {
        all.forEach(Loop::stop);
        for (var thread : threads) {
            try {
                thread.join(STOP_MILLIS);
            } catch (InterruptedException hurry) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        threads.clear();
    }

    @Override
    public boolean isRunning() {
        return !threads.isEmpty();
    }

    /** Before the web server, so that the first request finds the house awake; stopped after it. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 4_096;
    }
}
