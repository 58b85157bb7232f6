package io.chengyun.platform.casework.timer;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What failed when its time came (搁置): tried again after pauses that grow, while everything else goes on. Kept in memory: a
 * restart tries anew. Any thread may ask. With {@code Loop} the only place that catches everything.
 */
@Component
public class Aside implements MeterBinder {

    private static final Logger log = LoggerFactory.getLogger(Aside.class);
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private final Clock clock;
    private final Map<String, Failed> failed = new ConcurrentHashMap<>();

    Aside(Clock clock) {
        this.clock = clock;
    }

    private record Failed(int times, Instant againAt) {

        static Failed after(int times, Instant at) {
            var doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(times - 1, 10));
            return new Failed(times, at.plus(doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE));
        }
    }

    /** What a step for many gave; empty if it failed, so that each has to go alone. */
    public <T> Optional<T> goes(Supplier<T> step) {
        try {
            return Optional.of(step.get());
        } catch (RuntimeException broken) {
            log.warn("cases that are due go one by one: {}", broken.toString());
            return Optional.empty();
        }
    }

    /** Does the step for one, which is set aside if that fails. */
    public void attempt(String id, Runnable step) {
        try {
            step.run();
            failed.remove(id);
        } catch (RuntimeException broken) {
            var known = failed.get(id);
            var next = Failed.after(known == null ? 1 : known.times() + 1, clock.instant());
            failed.put(id, next);
            log.error("case {} is set aside until {}, failed {} times", id, next.againAt(), next.times(), broken);
        }
    }

    /** All that is set aside. */
    public Set<String> ids() {
        return Set.copyOf(failed.keySet());
    }

    /** What is to be tried again now. */
    public List<String> ripe() {
        var now = clock.instant();
        return failed.entrySet().stream()
                .filter(one -> !one.getValue().againAt().isAfter(now))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** When something is next to be tried again. */
    public Optional<Instant> nextAt() {
        return failed.values().stream().map(Failed::againAt).min(Instant::compareTo);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("chengyun.casework.aside", failed, Map::size)
                .description("cases that failed when their time came and wait to be tried again")
                .register(registry);
    }
}
