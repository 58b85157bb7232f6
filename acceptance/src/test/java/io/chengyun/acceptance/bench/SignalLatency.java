package io.chengyun.acceptance.bench;

import io.chengyun.acceptance.house.RunningHouse;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.IntStream;

/**
 * How long after an observation its signal is committed, while a thousand observations a second come by single POSTs: from
 * the moment at which the observation was due to be sent to its answer, which comes after the commit that holds both.
 */
final class SignalLatency implements Measurement {

    static final int A_SECOND = 1_000;
    private static final int WARM_SECONDS = 120;
    private static final int SECONDS = 60;
    /** Every so many observations the wind is a storm, which its rule signals: an odd number, so that each stream has its turn. */
    static final int STORM_EVERY = 25;

    @Override
    public String name() {
        return "sensing.latency";
    }

    @Override
    public Figure measure(Path folder) throws Exception {
        try (var house = RunningHouse.start(folder)) {
            var streams =
                    Senders.register(house.address(), SingleRate.CONNECTIONS).streams();
            var from = Instant.now().minus(Duration.ofDays(5)).truncatedTo(ChronoUnit.MINUTES);
            steadily(WARM_SECONDS, poster(house.address(), streams, from));
            long before = signals(folder);
            var storms = steadily(SECONDS, poster(house.address(), streams, from.plus(Duration.ofDays(2))));
            long signals = signals(folder) - before;
            // one when the storm comes and one when it is over
            if (signals < 2L * storms.length - 2L * streams.size()) {
                throw new IllegalStateException(storms.length + " storms gave " + signals + " signals");
            }
            var plain = steadily(SECONDS, PlainInserts.into(folder, streams, from));
            var ours = new Latencies(storms);
            var note =
                    "p99 of %d signals at %d observations a second, every %dth a storm, after %d s, p50 %.1f ms; one insert a"
                                    .formatted(storms.length, A_SECOND, STORM_EVERY, WARM_SECONDS, ours.millis(0.5))
                            + " transaction at the same pace";
            return new Figure(
                    name(),
                    ours.millis(0.99),
                    "ms",
                    new Figure.Reference("plain inserts p99", new Latencies(plain).millis(0.99)),
                    note);
        }
    }

    static SingleRate.Hiring poster(URI house, List<Long> streams, Instant from) {
        return number -> {
            var post = new RawPost(house, "/v1.1/Datastreams(" + streams.get(number) + ")/Observations");
            return new SingleRate.Worker() {
                @Override
                public void step(int step) throws Exception {
                    double gust = isStorm(step) ? 15 : Senders.value(number, step);
                    post.send("{\"phenomenonTime\":\"" + from.plusSeconds(step) + "\",\"result\":" + gust + "}");
                }

                @Override
                public void close() throws Exception {
                    post.close();
                }
            };
        };
    }

    private static boolean isStorm(int step) {
        return step % STORM_EVERY == 0;
    }

    /** Steps at a steady pace, each due at its own time whether the one before is done or not; how long the storms took. */
    static long[] steadily(int seconds, SingleRate.Hiring hiring) throws Exception {
        int steps = seconds * A_SECOND;
        long pause = TimeUnit.SECONDS.toNanos(1) / A_SECOND;
        var took = new AtomicLongArray(steps);
        var pool = Executors.newFixedThreadPool(SingleRate.CONNECTIONS);
        try {
            var parts = new ArrayList<Callable<Boolean>>();
            long begin = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(200);
            for (int worker = 0; worker < SingleRate.CONNECTIONS; worker++) {
                int number = worker;
                parts.add(() -> {
                    try (var hired = hiring.hire(number)) {
                        for (int step = number; step < steps; step += SingleRate.CONNECTIONS) {
                            long due = begin + step * pause;
                            TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
                            hired.step(step);
                            took.set(step, System.nanoTime() - due);
                        }
                    }
                    return true;
                });
            }
            for (var part : pool.invokeAll(parts)) {
                part.get();
            }
        } finally {
            pool.shutdown();
        }
        return IntStream.range(0, steps)
                .filter(SignalLatency::isStorm)
                .mapToLong(took::get)
                .toArray();
    }

    private static long signals(Path folder) throws Exception {
        try (var connection = RawCopy.connect(folder);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from assessment.signal")) {
            if (!rows.next()) {
                throw new SQLException("a count has a row");
            }
            return rows.getLong(1);
        }
    }
}
