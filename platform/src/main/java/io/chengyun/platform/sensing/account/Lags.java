package io.chengyun.platform.sensing.account;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** How old what came from a source was when it was stored (滞后), over the last minute, of its newest batches. */
public final class Lags {

    private static final Duration SPAN = Duration.ofMinutes(1);
    private static final int MOST = 256;

    private final ArrayDeque<Sample> samples = new ArrayDeque<>();

    private record Sample(Instant at, Duration age) {}

    /** Half of the batches were no older than the median. */
    public record Figure(Duration median, Duration max) {}

    void add(Duration age, Instant now) {
        samples.addLast(new Sample(now, age));
        if (samples.size() > MOST) {
            samples.removeFirst();
        }
    }

    @Nullable
    Figure figure(Instant now) {
        var since = now.minus(SPAN);
        var ages = samples.stream()
                .filter(sample -> sample.at().isAfter(since))
                .map(Sample::age)
                .sorted(Comparator.naturalOrder())
                .toList();
        return ages.isEmpty() ? null : new Figure(ages.get((ages.size() - 1) / 2), ages.get(ages.size() - 1));
    }
}
