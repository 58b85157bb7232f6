package io.chengyun.platform.sensing.lane;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Who waits for the writer (公平队列): a line for each source, and next is always the source that was served the fewest rows,
 * so one that sends much cannot make others wait for more than one of its batches. When it is full, the newest of the longest
 * line gives way, and its sender is told. Threads may offer at once; one takes.
 */
public final class FairQueue<T> {

    private final int most;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition came = lock.newCondition();
    private final Map<String, Line<T>> lines = new HashMap<>();
    private final PriorityQueue<Line<T>> ready = new PriorityQueue<>(
            Comparator.<Line<T>>comparingLong(line -> line.served).thenComparingLong(line -> line.number));
    /** Lines whose first parcel's turn has not come. */
    private final PriorityQueue<Line<T>> resting = new PriorityQueue<>(Comparator.comparing(Line::turn));

    /** What was taken and may not be stored yet. */
    private final Set<Parcel<T>> taken = Collections.newSetFromMap(new IdentityHashMap<>());

    private int parcels;
    /** What the line served last had been served: a newcomer begins there, and not with the past of the others. */
    private long level;

    private long numbers;

    /**
     * @param most parcels that may wait
     */
    public FairQueue(int most) {
        this.most = most;
    }

    private static final class Line<T> {
        private final String source;
        private final long number;
        private final ArrayDeque<Parcel<T>> parcels = new ArrayDeque<>();
        private long served;

        Line(String source, long number) {
            this.source = source;
            this.number = number;
        }

        Instant turn() {
            return parcels.isEmpty() ? Instant.MAX : parcels.getFirst().turn();
        }
    }

    /** What waits of one source. */
    public record Waiting(String source, int parcels, long rows, Instant oldestAt) {

        static Waiting of(Parcel<?> parcel) {
            return new Waiting(parcel.source(), 1, parcel.rows(), parcel.at());
        }

        Waiting plus(Waiting other) {
            var oldest = oldestAt.isBefore(other.oldestAt) ? oldestAt : other.oldestAt;
            return new Waiting(source, parcels + other.parcels, rows + other.rows, oldest);
        }
    }

    /** Takes a parcel in; gives the one that found no place, which may be this one, and null when there was room. */
    public @Nullable Parcel<T> offer(Parcel<T> parcel) {
        lock.lock();
        try {
            if (parcels >= most) {
                var longest = longest();
                if (longest == null || length(parcel.source()) + 1 >= longest.parcels.size()) {
                    return parcel;
                }
                var displaced = longest.parcels.removeLast();
                parcels--;
                add(parcel);
                return displaced;
            }
            add(parcel);
            return null;
        } finally {
            lock.unlock();
        }
    }

    private void add(Parcel<T> parcel) {
        var line = lines.get(parcel.source());
        if (line == null) {
            line = new Line<>(parcel.source(), numbers++);
            lines.put(parcel.source(), line);
        }
        line.parcels.addLast(parcel);
        parcels++;
        if (line.parcels.size() == 1) {
            line.served = Math.max(line.served, level);
            resting.add(line);
        }
        came.signal();
    }

    /**
     * Waits for something whose turn has come, and takes parcels until they hold so many rows. They count as waiting until
     * {@link #done}.
     */
    public List<Parcel<T>> take(int rows, Duration patience, Instant now) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            if (!awake(now)) {
                came.await(untilNextTurn(patience, now).toMillis(), TimeUnit.MILLISECONDS);
                awake(now);
            }
            var group = new ArrayList<Parcel<T>>();
            int size = 0;
            while (size < rows && !ready.isEmpty()) {
                var parcel = next(now);
                group.add(parcel);
                size += parcel.rows();
            }
            taken.addAll(group);
            forgetIdle();
            return group;
        } finally {
            lock.unlock();
        }
    }

    private Duration untilNextTurn(Duration patience, Instant now) {
        if (resting.isEmpty()) {
            return patience;
        }
        var turn = Duration.between(now, resting.element().turn());
        return turn.compareTo(patience) < 0 ? turn.plusMillis(1) : patience;
    }

    /** Brings lines whose turn has come among those that are ready. */
    private boolean awake(Instant now) {
        while (!resting.isEmpty() && !resting.element().turn().isAfter(now)) {
            ready.add(resting.remove());
        }
        return !ready.isEmpty();
    }

    private Parcel<T> next(Instant now) {
        var line = ready.remove();
        var parcel = line.parcels.removeFirst();
        parcels--;
        level = Math.max(level, line.served);
        line.served += parcel.rows();
        if (!line.parcels.isEmpty()) {
            (line.turn().isAfter(now) ? resting : ready).add(line);
        }
        return parcel;
    }

    /** A source that waits for nothing and was served no more than the others has no past that counts. */
    private void forgetIdle() {
        if (lines.size() > 2 * (ready.size() + resting.size()) + 64) {
            lines.values().removeIf(line -> line.parcels.isEmpty() && line.served <= level);
        }
    }

    private @Nullable Line<T> longest() {
        return lines.values().stream()
                .filter(line -> line.parcels.size() > 1)
                .max(Comparator.comparingInt(line -> line.parcels.size()))
                .orElse(null);
    }

    private int length(String source) {
        var line = lines.get(source);
        return line == null ? 0 : line.parcels.size();
    }

    /** These do not wait any more: they are written, or given back. */
    public void done(Collection<Parcel<T>> parcels) {
        lock.lock();
        try {
            parcels.forEach(taken::remove);
        } finally {
            lock.unlock();
        }
    }

    /** How many parcels wait to be taken. */
    public int size() {
        lock.lock();
        try {
            return parcels;
        } finally {
            lock.unlock();
        }
    }

    /** What waits, by source, what is being written included. */
    public Collection<Waiting> waiting() {
        lock.lock();
        try {
            var waiting = new TreeMap<String, Waiting>();
            taken.forEach(parcel -> waiting.merge(parcel.source(), Waiting.of(parcel), Waiting::plus));
            lines.values()
                    .forEach(line -> line.parcels.forEach(
                            parcel -> waiting.merge(parcel.source(), Waiting.of(parcel), Waiting::plus)));
            return List.copyOf(waiting.values());
        } finally {
            lock.unlock();
        }
    }
}
