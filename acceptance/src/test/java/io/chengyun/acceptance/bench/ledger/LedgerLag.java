package io.chengyun.acceptance.bench.ledger;

import io.chengyun.acceptance.bench.Figure;
import io.chengyun.acceptance.bench.Measurement;
import io.chengyun.acceptance.house.RunningHouse;
import io.chengyun.platform.Chengyun;
import io.chengyun.platform.journal.Journal;
import io.chengyun.platform.sensing.SourceEvent;
import io.chengyun.proof.Checkpoint;
import io.chengyun.proof.Note;
import io.chengyun.proof.tile.FolderTiles;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.transaction.support.TransactionTemplate;

/** Seconds from an event's commit to the checkpoint that holds it, while events come in at the pace that was promised. */
public final class LedgerLag implements Measurement {

    private static final int WRITERS = 8;
    private static final int A_SECOND = 3_000;
    private static final int SECONDS = 30;
    private static final int WARM = 10;
    private static final Duration LOOK = Duration.ofMillis(5);

    @Override
    public String name() {
        return "ledger.lag";
    }

    @Override
    public Figure measure(Path folder) throws Exception {
        try (var house = new SpringApplicationBuilder(Chengyun.class)
                .properties(Map.of(
                        "chengyun.postgres.data", folder.resolve("postgres").toString(),
                        "chengyun.access.sample-accounts", "true",
                        "chengyun.access.hash-strength", "4",
                        "server.port", "0",
                        "logging.threshold.console", "off"))
                .run()) {
            var journal = house.getBean(Journal.class);
            var transaction = house.getBean(TransactionTemplate.class);
            var tiles = new FolderTiles(folder.resolve("ledger/log"));
            long before = journal.last();
            var appended = new long[A_SECOND * (WARM + SECONDS)];
            var count = new AtomicInteger();
            var shown = new ConcurrentSkipListMap<Long, Long>();
            var threads = Executors.newFixedThreadPool(WRITERS + 1);
            long begin = System.nanoTime();
            threads.execute(() -> watch(tiles, before + appended.length, shown));
            for (int writer = 0; writer < WRITERS; writer++) {
                threads.execute(() -> write(journal, transaction, appended, count, begin));
            }
            threads.shutdown();
            if (!threads.awaitTermination(5, TimeUnit.MINUTES)) {
                throw new IllegalStateException("the log never held all");
            }
            return figure(appended, before, shown, begin);
        }
    }

    private static void write(
            Journal journal, TransactionTemplate transaction, long[] appended, AtomicInteger count, long begin) {
        for (int i = count.getAndIncrement(); i < appended.length; i = count.getAndIncrement()) {
            long due = begin + i * 1_000_000_000L / A_SECOND;
            long wait = due - System.nanoTime();
            if (wait > 0) {
                RunningHouse.pause(Duration.ofNanos(wait));
            }
            var event = event(i);
            transaction.executeWithoutResult(status -> journal.append(event));
            appended[i] = System.nanoTime();
        }
    }

    static SourceEvent event(int number) {
        var at = Instant.parse("2020-07-01T00:00:00Z").plusMillis(number);
        var digest = new SourceEvent.Digest("b-" + number, 100, 99, Map.of("duplicate", 1), at, at, "0".repeat(64));
        return new SourceEvent.BatchStored(digest, at);
    }

    private static void watch(FolderTiles tiles, long until, ConcurrentSkipListMap<Long, Long> shown) {
        long size = 0;
        while (size < until) {
            size = tiles.find("checkpoint")
                    .map(bytes -> Checkpoint.parse(Note.parse(bytes).text()).size())
                    .orElse(0L);
            shown.putIfAbsent(size, System.nanoTime());
            RunningHouse.pause(LOOK);
        }
    }

    /** Numbers follow the commits, so the n-th commit has the n-th number, or one of its neighbours'. */
    private Figure figure(long[] appended, long before, ConcurrentSkipListMap<Long, Long> shown, long begin) {
        var inOrder = appended.clone();
        Arrays.sort(inOrder);
        int first = A_SECOND * WARM;
        var lags = new double[inOrder.length - first];
        for (int i = first; i < inOrder.length; i++) {
            lags[i - first] = (shown.ceilingEntry(before + i + 1).getValue() - inOrder[i]) / 1e9;
        }
        Arrays.sort(lags);
        double rate = inOrder.length / ((inOrder[inOrder.length - 1] - begin) / 1e9);
        double behind = inOrder.length / ((shown.lastEntry().getValue() - begin) / 1e9);
        var note =
                "p99 after %d s of warm-up, p50 %.2f s; %.0f events/s came (%d asked), the log took %.0f/s (%.0f %% of it); SHA-256 alone %.0f leaves/s"
                        .formatted(
                                WARM,
                                lags[lags.length / 2],
                                rate,
                                A_SECOND,
                                behind,
                                behind / rate * 100,
                                Leaves.plainRate());
        return new Figure(name(), lags[lags.length * 99 / 100], "s", new Figure.Reference("promised", 2), note);
    }
}
