package io.chengyun.kernel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * Answers that serve again for a while (短时记忆): for what is asked with each step and hardly ever changes. Whoever changes it
 * in this process says so after the commit; what another process changed is known when the while is over. Thread-safe.
 *
 * @param <K> what is asked for: few enough to be kept for good
 * @param <T> an answer
 */
public final class Remembered<K, T> {

    private final Clock clock;
    private final Duration holds;
    private final Function<K, T> ask;
    private final Map<K, Answer<T>> answers = new ConcurrentHashMap<>();
    private final AtomicLong forgotten = new AtomicLong();

    /**
     * @param holds so long an answer serves
     * @param ask gives an answer as it is now
     */
    public Remembered(Clock clock, Duration holds, Function<K, T> ask) {
        this.clock = clock;
        this.holds = holds;
        this.ask = ask;
    }

    /** The answer as it was at most so long ago. */
    public T get(K key) {
        var now = clock.instant();
        var known = answers.get(key);
        if (known != null && known.servesAt(now)) {
            return known.value;
        }
        long before = forgotten.get();
        var value = ask.apply(key);
        answers.put(key, new Answer<>(value, now, now.plus(holds)));
        if (before != forgotten.get()) {
            answers.remove(key); // it may be from before what was changed meanwhile
        }
        return value;
    }

    /** Something was changed, and is committed. */
    public void forget() {
        forgotten.incrementAndGet();
        answers.clear();
    }

    private record Answer<T>(T value, Instant from, Instant until) {

        /** Not before it was asked either: a clock may be set back. */
        boolean servesAt(Instant at) {
            return !at.isBefore(from) && at.isBefore(until);
        }
    }
}
