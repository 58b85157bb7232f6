package io.chengyun.platform.sensing.lane;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * How much each source may bring now (令牌桶). A bucket fills at the source's rate up to its burst; who has something in it
 * may bring a batch of any size and goes into debt with it, so that no batch is too large for ever.
 */
@Component
public class TokenBuckets {

    private static final double NANOS = 1e9;

    private final LaneSettings settings;
    private final Map<String, Bucket> buckets = new HashMap<>();

    public TokenBuckets(LaneSettings settings) {
        this.settings = settings;
    }

    private static final class Bucket {
        private final double rate;
        private final double burst;
        private double rows;
        private Instant at;

        Bucket(double rate, double burst, Instant at) {
            this.rate = rate;
            this.burst = burst;
            this.rows = burst;
            this.at = at;
        }

        void fill(Instant now) {
            if (now.isAfter(at)) {
                rows = Math.min(burst, rows + rate * Duration.between(at, now).toNanos() / NANOS);
                at = now;
            }
        }

        Duration wait(Instant now) {
            fill(now);
            return rows > 0 ? Duration.ZERO : Duration.ofNanos((long) ((1 - rows) / rate * NANOS));
        }
    }

    /** Takes the rows if there is something in the bucket; otherwise takes nothing and says how long to wait. */
    public synchronized Duration tryTake(String source, int rows, Instant now) {
        var bucket = bucket(source, now);
        var wait = bucket.wait(now);
        if (wait.isZero()) {
            bucket.rows -= rows;
        }
        return wait;
    }

    /** Takes the rows in any case, and says when their turn is; it has come already when there was something. */
    public synchronized Instant take(String source, int rows, Instant now) {
        var bucket = bucket(source, now);
        var wait = bucket.wait(now);
        bucket.rows -= rows;
        return wait.isZero() ? Instant.MIN : now.plus(wait);
    }

    private Bucket bucket(String source, Instant now) {
        if (buckets.size() > settings.maxSources()) {
            buckets.values().removeIf(bucket -> {
                bucket.fill(now);
                return bucket.rows >= bucket.burst;
            });
        }
        return buckets.computeIfAbsent(
                source, fresh -> new Bucket(settings.rateOf(source), settings.burstOf(source), now));
    }
}
