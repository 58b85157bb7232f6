package io.chengyun.platform.sensing;

import io.chengyun.kernel.CityException;
import io.chengyun.kernel.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * The one lane on which observations are written (入库通道).
 *
 * <p>Senders wait in a bounded queue; one thread takes what is waiting and writes it in one transaction, so that many
 * small requests share one commit. Whatever goes wrong with a write is told to its senders; the lane itself goes on.
 */
@Component
class WriterLane implements SmartLifecycle {

    /** Before the web server in starting, after it in stopping. */
    private static final int PHASE = 0;

    private static final long LOOK_UP_MILLIS = 200;
    private static final String NOT_STORED = "sensing:not-stored";

    private final ObservationWriter writer;
    private final SensingSettings settings;
    private final BlockingQueue<Waiting> queue;
    private volatile boolean running;
    private @Nullable Thread thread;

    private record Waiting(ObservationBatch batch, CompletableFuture<Receipt> answer) {}

    WriterLane(ObservationWriter writer, SensingSettings settings) {
        this.writer = writer;
        this.settings = settings;
        this.queue = new ArrayBlockingQueue<>(settings.queueLength());
    }

    /**
     * Puts the batch into the queue; the answer comes after the commit, on the lane's own thread, so whoever follows it
     * does little there. A fault means that nothing of the batch was acknowledged and it may be sent again.
     */
    CompletableFuture<Receipt> offer(ObservationBatch batch) {
        var waiting = new Waiting(batch, new CompletableFuture<>());
        if (!running || !queue.offer(waiting)) {
            return CompletableFuture.failedFuture(new Fault(
                    "sensing:queue-full", new RejectedExecutionException("the writer's queue takes no more")));
        }
        return waiting.answer();
    }

    /** Waits until the batch is committed; what goes wrong comes out as {@link #offer} says it. */
    Receipt send(ObservationBatch batch) {
        try {
            return offer(batch).get(settings.answerWithin().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof CityException told ? told : new Fault(NOT_STORED, failed);
        } catch (TimeoutException late) {
            throw new Fault(NOT_STORED, late);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Fault(NOT_STORED, stopped);
        }
    }

    /** How many senders' batches wait for the next write. */
    int waiting() {
        return queue.size();
    }

    @Override
    public synchronized void start() {
        if (!running) {
            running = true;
            thread = new Thread(this::work, "sensing-writer");
            thread.start();
        }
    }

    /** Takes no more, writes what is waiting, and ends. */
    @Override
    public synchronized void stop() {
        running = false;
        if (thread == null) {
            return;
        }
        try {
            thread.join(settings.answerWithin().toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    private void work() {
        try {
            while (running || !queue.isEmpty()) {
                var group = take();
                if (!group.isEmpty()) {
                    write(group);
                }
            }
        } catch (InterruptedException stopped) {
            queue.forEach(waiting -> waiting.answer().completeExceptionally(new Fault(NOT_STORED, stopped)));
        }
    }

    private List<Waiting> take() throws InterruptedException {
        var group = new ArrayList<Waiting>();
        var next = queue.poll(LOOK_UP_MILLIS, TimeUnit.MILLISECONDS);
        int rows = 0;
        while (next != null) {
            group.add(next);
            rows += next.batch().size();
            next = rows < settings.batchRows() ? queue.poll() : null;
        }
        return group;
    }

    /** Writes the senders together; if one of them spoils it for the others, each alone. */
    private void write(List<Waiting> group) throws InterruptedException {
        // As a task, so that whatever goes wrong, even an error, becomes the senders' answer and not the lane's end.
        var task = new FutureTask<>(
                () -> writer.write(group.stream().map(Waiting::batch).toList()));
        task.run();
        try {
            var receipts = task.get();
            for (int i = 0; i < group.size(); i++) {
                group.get(i).answer().complete(receipts.get(i));
            }
        } catch (ExecutionException failed) {
            if (group.size() > 1 && !databaseGone(failed.getCause())) {
                for (var one : group) {
                    write(List.of(one));
                }
            } else {
                group.forEach(waiting -> waiting.answer().completeExceptionally(new Fault(NOT_STORED, failed)));
            }
        }
    }

    private static boolean databaseGone(@Nullable Throwable cause) {
        return cause instanceof TransactionException
                || cause instanceof TransientDataAccessException
                || cause instanceof RecoverableDataAccessException
                || cause instanceof NonTransientDataAccessResourceException;
    }
}
