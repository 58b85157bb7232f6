package io.chengyun.platform.casework;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/** A step that somebody takes in a thread of its own. */
final class Task extends FutureTask<CaseFile> {

    private final Thread thread = new Thread(this);

    Task(Supplier<CaseFile> step) {
        super(step::get);
    }

    void start() {
        thread.start();
    }

    /** Starts it, and waits until it stands in line. */
    Task waiting() throws InterruptedException {
        start();
        while (thread.getState() != Thread.State.WAITING) {
            Thread.sleep(1);
        }
        return this;
    }

    static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
