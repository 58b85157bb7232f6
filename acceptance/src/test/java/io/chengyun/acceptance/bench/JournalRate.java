package io.chengyun.acceptance.bench;

import io.chengyun.platform.Chengyun;
import io.chengyun.platform.journal.Follower;
import io.chengyun.platform.journal.Journal;
import io.chengyun.platform.sensing.SourceEvent;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.IntConsumer;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Events a second appended, each in a transaction of its own, numbered, and heard by a follower. */
final class JournalRate implements Measurement {

    private static final int WRITERS = 8;
    private static final int EVENTS = 40_000;
    private static final int WARM = 5_000;

    @Override
    public String name() {
        return "journal.append";
    }

    @Override
    public Figure measure(Path folder) throws Exception {
        var counter = new Counter(WARM, EVENTS);
        try (var house = new SpringApplicationBuilder(Chengyun.class)
                .initializers(context -> context.getBeanFactory().registerSingleton("benchCounter", counter))
                .properties(settings(folder))
                .run()) {
            var journal = house.getBean(Journal.class);
            var transaction = house.getBean(TransactionTemplate.class);
            IntConsumer append = i -> transaction.executeWithoutResult(status -> journal.append(event(i)));
            inParallel(WARM, append);
            counter.warm.await();
            long begin = System.nanoTime();
            inParallel(EVENTS, append);
            counter.all.await();
            double rate = EVENTS / DataArrayRate.seconds(begin);
            double plain = plainInserts(house.getBean(JdbcClient.class), transaction);
            var note =
                    EVENTS + " events by " + WRITERS + " writers, one a transaction, until the follower had the last";
            return new Figure(name(), rate, "events/s", new Figure.Reference("plain inserts", plain), note);
        }
    }

    private static Map<String, Object> settings(Path folder) {
        return Map.of(
                "chengyun.postgres.data", folder.resolve("postgres").toString(),
                "chengyun.access.sample-accounts", "true",
                "chengyun.access.hash-strength", "4",
                "server.port", "0",
                "logging.threshold.console", "off");
    }

    private static double plainInserts(JdbcClient jdbc, TransactionTemplate transaction) throws Exception {
        jdbc.sql("create schema bench").update();
        jdbc.sql(PlainInbox.TABLE).update();
        var payload = jdbc.sql("select payload from journal.line where type = 'sensing.BatchStored' limit 1")
                .query(String.class)
                .single();
        long begin = System.nanoTime();
        inParallel(
                EVENTS,
                i -> transaction.executeWithoutResult(status -> jdbc.sql(
                                "insert into bench.inbox (type, subject, at, payload) values ('b', ?, now(), ?)")
                        .params("b-" + i, payload)
                        .update()));
        return EVENTS / DataArrayRate.seconds(begin);
    }

    private static void inParallel(int count, IntConsumer work) throws Exception {
        var pool = Executors.newFixedThreadPool(WRITERS);
        try {
            var parts = new ArrayList<Callable<Boolean>>();
            for (int writer = 0; writer < WRITERS; writer++) {
                int first = writer;
                parts.add(() -> {
                    for (int i = first; i < count; i += WRITERS) {
                        work.accept(i);
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
    }

    private static SourceEvent event(int number) {
        var at = Instant.parse("2020-07-01T00:00:00Z").plusMillis(number);
        var digest = new SourceEvent.Digest("b-" + number, 100, 99, Map.of("duplicate", 1), at, at, "0".repeat(64));
        return new SourceEvent.BatchStored(digest, at);
    }

    /** Hears the batches and counts down. */
    private static final class Counter implements Follower<SourceEvent> {

        private final CountDownLatch warm;
        private final CountDownLatch all;

        Counter(int warm, int all) {
            this.warm = new CountDownLatch(warm);
            this.all = new CountDownLatch(warm + all);
        }

        @Override
        public String name() {
            return "bench.counter";
        }

        @Override
        public Class<SourceEvent> hears() {
            return SourceEvent.class;
        }

        @Override
        public void on(long number, SourceEvent event) {
            warm.countDown();
            all.countDown();
        }
    }
}
