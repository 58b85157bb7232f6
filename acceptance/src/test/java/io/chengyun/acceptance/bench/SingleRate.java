package io.chengyun.acceptance.bench;

import io.chengyun.acceptance.house.RunningHouse;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** Single observations a second, each a POST of its own and answered after its commit, over 16 connections. */
final class SingleRate implements Measurement {

    static final int CONNECTIONS = 16;
    private static final int WARM = 200_000;
    private static final int OBSERVATIONS = 100_000;
    private static final int INSERTS = 20_000;

    /** Does one of many; each worker has its own. */
    interface Worker extends AutoCloseable {
        void step(int number) throws Exception;

        @Override
        default void close() throws Exception {}
    }

    /** Makes a worker. */
    interface Hiring {
        Worker hire(int number) throws Exception;
    }

    @Override
    public String name() {
        return "sensing.single";
    }

    @Override
    public Figure measure(Path folder) throws Exception {
        try (var house = RunningHouse.start(folder)) {
            var streams = Senders.register(house.address(), CONNECTIONS).streams();
            var from = Instant.now().minus(Duration.ofDays(6)).truncatedTo(ChronoUnit.MINUTES);
            rate(WARM, poster(house.address(), streams, from));
            double rate = rate(OBSERVATIONS, poster(house.address(), streams, from.plusSeconds(WARM)));
            double plain = rate(INSERTS, PlainInserts.into(folder, streams, from));
            var note = OBSERVATIONS + " after " + WARM + " to warm up, by " + CONNECTIONS
                    + " connections, one a request and answered after the commit;"
                    + " single inserts of the same rows by as many JDBC connections, one a transaction";
            return new Figure(name(), rate, "obs/s", new Figure.Reference("plain inserts", plain), note);
        }
    }

    private static Hiring poster(URI house, List<Long> streams, Instant from) {
        return number -> {
            var post = new RawPost(house, "/v1.1/Datastreams(" + streams.get(number) + ")/Observations");
            return new Worker() {
                @Override
                public void step(int step) throws Exception {
                    post.send("{\"phenomenonTime\":\"" + from.plusSeconds(step) + "\",\"result\":"
                            + Senders.value(number, step) + "}");
                }

                @Override
                public void close() throws Exception {
                    post.close();
                }
            };
        };
    }

    /** Steps a second, done by as many workers as there are connections. */
    static double rate(int steps, Hiring hiring) throws Exception {
        var pool = Executors.newFixedThreadPool(CONNECTIONS);
        try {
            var parts = new ArrayList<Callable<Boolean>>();
            for (int worker = 0; worker < CONNECTIONS; worker++) {
                int number = worker;
                parts.add(() -> {
                    try (var hired = hiring.hire(number)) {
                        for (int step = number; step < steps; step += CONNECTIONS) {
                            hired.step(step);
                        }
                    }
                    return true;
                });
            }
            long begin = System.nanoTime();
            for (var part : pool.invokeAll(parts)) {
                part.get();
            }
            return steps / DataArrayRate.seconds(begin);
        } finally {
            pool.shutdown();
        }
    }
}
