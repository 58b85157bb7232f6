package io.chengyun.platform.sensing;

import io.chengyun.kernel.CityException;
import io.chengyun.kernel.Fault;
import io.chengyun.platform.sensing.account.Accounts;
import io.chengyun.platform.sensing.lane.FairQueue;
import io.chengyun.platform.sensing.lane.Parcel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * The one lane on which observations are written (入库通道).
 *
 * <p>Senders wait in a bounded queue that is fair between sources; one thread takes what is waiting and writes it in one
 * transaction, so that many small requests share one commit. Whatever goes wrong with a write is told to its senders; the lane itself goes on.
 */
@Component
class WriterLane implements SmartLifecycle {

    /** Before the web server in starting, after it in stopping. */
    private static final int PHASE = 0;

    private static final Logger LOG = LoggerFactory.getLogger(WriterLane.class);
    private static final Duration LOOK_UP = Duration.ofMillis(200);
    private static final String NOT_STORED = "sensing:not-stored";

    private final ObservationWriter writer;
    private final SensingSettings settings;
    private final SourceGuard guard;
    private final Accounts accounts;
    private final Clock clock;
    private final FairQueue<Sender> queue;
    private volatile boolean running;
    private @Nullable Thread thread;

    private record Sender(ObservationBatch batch, CompletableFuture<Receipt> answer) {}

    WriterLane(ObservationWriter writer, SensingSettings settings, SourceGuard guard, Accounts accounts, Clock clock) {
        this.writer = writer;
        this.settings = settings;
        this.guard = guard;
        this.accounts = accounts;
        this.clock = clock;
        this.queue = new FairQueue<>(settings.queueLength());
        accounts.follow(queue::waiting);
    }

    /**
     * Puts the batch into the queue of a sender that can wait: beyond its source's rate it waits longer. The answer comes
     * after the commit, on the one thread that gives all answers, so whoever follows it does little there. A fault or a refusal means that
     * nothing of the batch was kept and it may be sent again.
     */
    CompletableFuture<Receipt> offer(ObservationBatch batch) {
        try {
            var source = accounts.nameOf(batch.source());
            return queued(batch, source, guard.turn(source, batch.size()));
        } catch (CityException refused) {
            return CompletableFuture.failedFuture(refused);
        }
    }

    /** Waits until the batch is committed; beyond its source's rate it is refused at once. */
    Receipt send(ObservationBatch batch) {
        var source = accounts.nameOf(batch.source());
        guard.admit(source, batch.size());
        try {
            return queued(batch, source, Instant.MIN)
                    .get(settings.answerWithin().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof CityException told ? told : new Fault(NOT_STORED, failed);
        } catch (TimeoutException late) {
            throw new Fault(NOT_STORED, late);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Fault(NOT_STORED, stopped);
        }
    }

    private CompletableFuture<Receipt> queued(ObservationBatch batch, String source, Instant turn) {
        var sender = new Sender(batch, new CompletableFuture<>());
        var parcel = new Parcel<>(source, batch.size(), clock.instant(), turn, sender);
        var displaced = running ? queue.offer(parcel) : parcel;
        if (displaced != null) {
            displaced
                    .content()
                    .answer()
                    .completeExceptionally(new Fault(
                            "sensing:queue-full",
                            new RejectedExecutionException(
                                    "the writer's queue takes no more of " + displaced.source())));
        }
        return sender.answer();
    }

    /** How many senders' batches wait for the next write. */
    int waiting() {
        return queue.size();
    }

    @Override
    public synchronized void start() {
        if (!running) {
            running = true;
            // senders are woken, in order, by another thread, while the lane writes on
            var answers = Executors.newSingleThreadExecutor(task -> new Thread(task, "sensing-answers"));
            thread = new Thread(() -> work(answers), "sensing-writer");
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

    private void work(ExecutorService answers) {
        try {
            while (running || queue.size() > 0) {
                var group = queue.take(settings.batchRows(), LOOK_UP, clock.instant());
                if (!group.isEmpty()) {
                    write(group, answers);
                }
            }
            answers.shutdown();
            answers.awaitTermination(settings.answerWithin().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            // Whoever still waits hears nothing, and sends again when the time for an answer is over.
            Thread.currentThread().interrupt();
        } finally {
            answers.shutdown();
        }
    }

    /** Writes the senders together; if one of them spoils it for the others, each alone. */
    private void write(List<Parcel<Sender>> group, Executor answers) throws InterruptedException {
        // As a task, so that whatever goes wrong, even an error, becomes the senders' answer and not the lane's end.
        var task = new FutureTask<>(() -> writer.write(
                group.stream().map(parcel -> parcel.content().batch()).toList(), () -> queue.done(group)));
        task.run();
        try {
            var receipts = task.get();
            answers.execute(() -> tell(group, receipts));
            judge(group, receipts);
        } catch (ExecutionException failed) {
            if (group.size() > 1 && !databaseGone(failed.getCause())) {
                for (var one : group) {
                    write(List.of(one), answers);
                }
            } else {
                queue.done(group);
                answers.execute(() -> group.forEach(
                        parcel -> parcel.content().answer().completeExceptionally(new Fault(NOT_STORED, failed))));
            }
        }
    }

    private static void tell(List<Parcel<Sender>> group, List<Receipt> receipts) {
        for (int i = 0; i < receipts.size(); i++) {
            group.get(i).content().answer().complete(receipts.get(i));
        }
    }

    /** Duplicates are what an honest sender brings after an outage; everything else that is bad speaks against it. */
    private void judge(List<Parcel<Sender>> group, List<Receipt> receipts) throws InterruptedException {
        var task = new FutureTask<>(
                () -> {
                    for (int i = 0; i < receipts.size(); i++) {
                        var receipt = receipts.get(i);
                        long bad = receipt.rejected().stream()
                                .filter(one -> one.why() != Reject.DUPLICATE)
                                .count();
                        guard.weigh(group.get(i).source(), receipt.received(), bad);
                    }
                },
                null);
        task.run();
        try {
            task.get();
        } catch (ExecutionException failed) {
            LOG.warn("a source that sends too much that is bad could not be kept out", failed);
        }
    }

    private static boolean databaseGone(@Nullable Throwable cause) {
        return cause instanceof TransactionException
                || cause instanceof TransientDataAccessException
                || cause instanceof RecoverableDataAccessException
                || cause instanceof NonTransientDataAccessResourceException;
    }
}
