package io.chengyun.platform.journal;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A supervised loop: does a step, waits to be woken or for its pause, and never dies of a failed step: it parks, waits
 * longer each time, and says so.
 */
final class Loop {

    private static final Logger log = LoggerFactory.getLogger(Loop.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    /** So many times as long as it worked a busy loop rests and lets news gather: what nobody waits for takes a tenth of the time. */
    private static final int REST = 9;
    /** Many small commits would take the disk from those whom people wait for. */
    private static final Duration SHORTEST_REST = Duration.ofMillis(10);

    private static final Duration LONGEST_REST = Duration.ofMillis(100);
    /** Whoever took so much at once is behind, and hardly rests. */
    private static final int MUCH = 1_000;

    private final String name;
    private final Step step;
    private final Duration pause;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition woken = lock.newCondition();
    /** A loop at rest is not disturbed by news: whoever brings them would pay for it. */
    private final Condition stopped = lock.newCondition();

    private boolean wake;
    private volatile boolean running = true;
    private volatile int failures;
    private volatile @Nullable String fault;

    /** One step of a loop. */
    @FunctionalInterface
    interface Step {
        /** Returns how much it took; 0 when there was nothing to do. */
        int run();
    }

    /**
     * @param pause how long it sleeps when nobody wakes it
     */
    Loop(String name, Duration pause, Step step) {
        this.name = name;
        this.pause = pause;
        this.step = step;
    }

    Thread start() {
        var thread = new Thread(this::run, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    String name() {
        return name;
    }

    /** How often in a row the step has failed; 0 when it is well. */
    int failures() {
        return failures;
    }

    @Nullable
    String fault() {
        return fault;
    }

    private void run() {
        while (running) {
            long begin = System.nanoTime();
            int took = runOnce();
            if (took > 0) {
                gather(rest(took, Duration.ofNanos(System.nanoTime() - begin)));
            } else {
                sleep(failures == 0 ? pause : backOff());
            }
        }
    }

    /** How long it rests after a step. */
    static Duration rest(int took, Duration worked) {
        var rest = worked.multipliedBy(REST);
        if (took >= MUCH || rest.compareTo(SHORTEST_REST) < 0) {
            return SHORTEST_REST;
        }
        return rest.compareTo(LONGEST_REST) < 0 ? rest : LONGEST_REST;
    }

    private int runOnce() {
        try {
            int took = step.run();
            failures = 0;
            fault = null;
            return took;
        } catch (Exception anything) {
            failures++;
            fault = anything.toString();
            log.error("{} is parked, try {} in {}", name, failures + 1, backOff(), anything);
            return 0;
        }
    }

    private Duration backOff() {
        var doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(failures, 12) - 1);
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }

    void wake() {
        lock.lock();
        try {
            wake = true;
            woken.signal();
        } finally {
            lock.unlock();
        }
    }

    void stop() {
        running = false;
        wake();
        lock.lock();
        try {
            stopped.signal();
        } finally {
            lock.unlock();
        }
    }

    private void gather(Duration rest) {
        lock.lock();
        try {
            long left = rest.toNanos();
            while (running && left > 0) {
                left = stopped.awaitNanos(left);
            }
        } catch (InterruptedException stopAsked) {
            running = false;
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    private void sleep(Duration longest) {
        lock.lock();
        try {
            long left = longest.toNanos();
            // a parked loop is not to be hurried: only a healthy one is woken by news
            while (running && left > 0 && (failures > 0 || !wake)) {
                left = woken.awaitNanos(left);
            }
            wake = false;
        } catch (InterruptedException stopAsked) {
            running = false;
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }
}
