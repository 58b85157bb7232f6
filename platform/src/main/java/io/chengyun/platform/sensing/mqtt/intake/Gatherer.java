package io.chengyun.platform.sensing.mqtt.intake;

import io.chengyun.kernel.Refused;
import io.chengyun.platform.sensing.ObservationBatch;
import io.chengyun.platform.sensing.Receipt;
import io.netty.util.concurrent.EventExecutor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gathers messages by source while the writer is busy and answers them after the commit (收件).
 *
 * <p>Each source has at most one batch under way, so answers keep the order of messages, and no source's flood stands
 * before another's single message. Lives on the door's thread.
 */
public final class Gatherer {

    private static final Logger LOG = LoggerFactory.getLogger(Gatherer.class);
    private static final int UNDER_WAY = 64;
    private static final long FIRST_PAUSE_MILLIS = 50;
    private static final long LONGEST_PAUSE_MILLIS = 2_000;

    private final EventExecutor thread;
    private final Function<ObservationBatch, CompletableFuture<Receipt>> lane;
    private final Bounds bounds;
    private final Listeners listeners;
    private final Map<String, Gathering> gathering = new LinkedHashMap<>();
    private final Set<String> underWay = new HashSet<>();
    private int waiting;
    private boolean full;

    /**
     * How much is kept, and for how long.
     *
     * @param waiting messages that may wait
     */
    public record Bounds(int waiting, Duration hold) {}

    /** Who is told that there is room again after there was none, and that a batch was answered. */
    public record Listeners(Runnable onRoom, Runnable onAnswered) {}

    /** What one source sent. */
    private static final class Gathering {
        final ObservationBatch batch;
        final List<Letter> letters = new ArrayList<>();
        final long since;

        Gathering(String source, long nanos) {
            batch = new ObservationBatch(source);
            since = nanos;
        }
    }

    public Gatherer(
            EventExecutor thread,
            Function<ObservationBatch, CompletableFuture<Receipt>> lane,
            Bounds bounds,
            Listeners listeners) {
        this.thread = thread;
        this.lane = lane;
        this.bounds = bounds;
        this.listeners = listeners;
    }

    /**
     * Takes in a message: {@code rows} adds its rows, and the letter made of them is answered in time.
     *
     * @param letter gets the first row's number and the count of rows
     */
    public void take(String source, Consumer<ObservationBatch> rows, LetterMaker letter) {
        var mine = gathering.computeIfAbsent(
                source, name -> new Gathering(name, thread.ticker().nanoTime()));
        int first = mine.batch.size();
        rows.accept(mine.batch);
        mine.letters.add(letter.make(first, mine.batch.size() - first));
        waiting++;
        full |= waiting >= bounds.waiting();
    }

    /** Makes a letter of the place of its rows. */
    public interface LetterMaker {
        Letter make(int firstRow, int rows);
    }

    /** Sends off what was gathered from every source that has nothing under way. */
    public void sendOff() {
        var ready = gathering.keySet().stream()
                .filter(source -> !underWay.contains(source))
                .limit(Math.max(0, UNDER_WAY - underWay.size()))
                .toList();
        for (var source : ready) {
            var mine = gathering.remove(source);
            if (mine != null) {
                underWay.add(source);
                send(source, mine);
            }
        }
    }

    private void send(String source, Gathering mine) {
        // Composed, so that what the lane throws while it is asked is an answer too: else the source would wait
        // forever.
        CompletableFuture.completedFuture(mine.batch)
                .thenCompose(lane)
                .whenComplete((receipt, fault) -> thread.execute(() -> landed(source, mine, receipt, cause(fault))));
    }

    private static @Nullable Throwable cause(@Nullable Throwable fault) {
        return fault instanceof CompletionException wrapped && wrapped.getCause() != null ? wrapped.getCause() : fault;
    }

    private void landed(String source, Gathering mine, @Nullable Receipt receipt, @Nullable Throwable fault) {
        var refused = fault instanceof Refused no ? no : null;
        long held = TimeUnit.NANOSECONDS.toMillis(thread.ticker().nanoTime() - mine.since);
        if (receipt == null && refused == null && held < bounds.hold().toMillis()) {
            long pause = Math.min(Math.max(FIRST_PAUSE_MILLIS, held), LONGEST_PAUSE_MILLIS);
            thread.schedule(() -> send(source, mine), pause, TimeUnit.MILLISECONDS);
            return;
        }
        underWay.remove(source);
        waiting -= mine.letters.size();
        if (refused != null) {
            var verdict = Verdict.keptOut(refused.refusal().code());
            mine.letters.forEach(letter -> letter.from().answer(letter, verdict));
        } else if (receipt == null) {
            LOG.warn(
                    "{} messages of {} could not be stored: sent back unacknowledged",
                    mine.letters.size(),
                    source,
                    fault);
            mine.letters.forEach(letter -> letter.from().giveUp(letter));
        } else {
            answer(mine.letters, receipt);
        }
        listeners.onAnswered().run();
        if (full && waiting <= bounds.waiting() / 2) {
            full = false;
            listeners.onRoom().run();
        }
        sendOff();
    }

    private static void answer(List<Letter> letters, Receipt receipt) {
        var verdicts = Verdict.of(letters, receipt);
        for (int i = 0; i < letters.size(); i++) {
            letters.get(i).from().answer(letters.get(i), verdicts.get(i));
        }
    }

    /** Whether so much waits that nobody should be read from. */
    public boolean full() {
        return full;
    }

    /** Messages that wait for their commit. */
    public int waiting() {
        return waiting;
    }
}
