package io.chengyun.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.chengyun.acceptance.bench.Senders;
import io.chengyun.acceptance.house.Books;
import io.chengyun.acceptance.house.RunningHouse;
import io.chengyun.acceptance.house.Visitor;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database is killed again and again while devices send: what was acknowledged is stored, once. */
class KillPostgresTest {

    private static final int KILLS = Integer.getInteger("chengyun.kills", 20);
    private static final int ROWS_A_REQUEST = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private final Random random = new Random(18);
    private final AtomicLong clock = new AtomicLong(Instant.now()
            .minus(Duration.ofDays(30))
            .truncatedTo(ChronoUnit.HOURS)
            .getEpochSecond());
    private final AtomicBoolean over = new AtomicBoolean();
    /** Seconds since 1970 of observations whose storing was acknowledged. */
    private final Set<Long> acknowledged = ConcurrentHashMap.newKeySet();
    /** Of those whose senders were told to come again, or heard nothing. */
    private final Set<Long> refused = ConcurrentHashMap.newKeySet();

    @Test
    void whatWasAcknowledgedIsStoredAfterTwentyKillsOfTheDatabase() throws InterruptedException, ExecutionException {
        try (var house = RunningHouse.start(folder)) {
            long stream = Senders.register(house.address(), 1).streams().get(0);
            var senders = Executors.newFixedThreadPool(2);
            Future<?> one = senders.submit(() -> sendUntilOver(house.address(), stream));
            Future<?> other = senders.submit(() -> sendUntilOver(house.address(), stream));
            for (int kill = 0; kill < KILLS; kill++) {
                killInTheMiddle();
            }
            awaitMore();
            over.set(true);
            senders.shutdown();
            one.get();
            other.get();
            try (var books = Books.open(folder)) {
                booksAreWhole(books);
            }
        }
    }

    private void killInTheMiddle() {
        awaitMore();
        RunningHouse.pause(Duration.ofMillis(random.nextInt(300)));
        var server = RunningHouse.databasePid(folder).flatMap(ProcessHandle::of).orElseThrow();
        var family = server.descendants().collect(Collectors.toList());
        server.destroyForcibly();
        family.forEach(ProcessHandle::destroyForcibly);
        await().pollInterval(Duration.ofMillis(50))
                .atMost(PATIENCE)
                .until(() -> RunningHouse.databasePid(folder)
                        .filter(pid -> pid != server.pid())
                        .isPresent());
    }

    /** Until something was stored again. */
    private void awaitMore() {
        int before = acknowledged.size();
        await().pollInterval(Duration.ofMillis(20)).atMost(PATIENCE).until(() -> acknowledged.size() > before);
    }

    private void sendUntilOver(URI house, long stream) {
        var visitor = new Visitor(house);
        while (!over.get()) {
            long from = clock.getAndAdd(ROWS_A_REQUEST);
            var seconds = LongStream.range(from, from + ROWS_A_REQUEST).boxed().toList();
            var rows = seconds.stream()
                    .map(second -> "[\"" + Instant.ofEpochSecond(second) + "\",3.5]")
                    .collect(Collectors.joining(","));
            int status = visitor.postJson(
                            "/v1.1/CreateObservations",
                            "[{\"Datastream\":{\"@iot.id\":" + stream
                                    + "},\"components\":[\"phenomenonTime\",\"result\"],\"dataArray\":[" + rows + "]}]")
                    .status();
            assertThat(status).isIn(201, 503);
            (status == 201 ? acknowledged : refused).addAll(seconds);
        }
    }

    private void booksAreWhole(Books books) {
        var stored = books.numbers("select extract(epoch from phenomenon_at)::bigint from sensing.observation");
        var unclaimed = new HashSet<>(stored);
        unclaimed.removeAll(acknowledged);
        assertThat(refused).as("no kill hit anybody, so nothing was proven").isNotEmpty();
        assertThat(new HashSet<>(stored)).containsAll(acknowledged);
        assertThat(refused)
                .as("a commit whose answer was lost may be stored, nothing else")
                .containsAll(unclaimed);
        assertThat((long) stored.size())
                .as("digests in the journal speak of exactly what is stored")
                .isEqualTo(books.number("select sum((payload::json->'now'->>'stored')::int) from journal.line"
                        + " where type = 'sensing.BatchStored'"))
                .isEqualTo(books.number("select sum(rows) from sensing.tally where code = 'stored'"));
        assertThat(books.number("select sum(case code when 'received' then rows else -rows end) from sensing.tally"))
                .as("received = stored + rejected")
                .isZero();
    }
}
