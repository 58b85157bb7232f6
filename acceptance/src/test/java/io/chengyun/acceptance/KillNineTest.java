package io.chengyun.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.chengyun.acceptance.bench.Senders;
import io.chengyun.acceptance.house.Books;
import io.chengyun.acceptance.house.RunningHouse;
import io.chengyun.acceptance.house.Visitor;
import io.chengyun.proof.Policy;
import io.chengyun.proof.audit.Fsck;
import io.chengyun.proof.tile.FolderTiles;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The plug is pulled again and again, while devices send and people work: what was acknowledged is there afterwards. */
class KillNineTest {

    private static final int KILLS = Integer.getInteger("chengyun.kills", 20);
    private static final int ROWS_A_REQUEST = 40;
    private static final String[] SETTINGS = {
        "--chengyun.access.sample-accounts=true", "--chengyun.access.hash-strength=4"
    };

    @TempDir
    private Path folder;

    private final Random random = new Random(9);
    private final AtomicLong clock = new AtomicLong(Instant.now()
            .minus(Duration.ofDays(300))
            .truncatedTo(ChronoUnit.HOURS)
            .getEpochSecond());
    /** Acknowledged observations, seconds since 1970. */
    private final Set<Long> observed = ConcurrentHashMap.newKeySet();
    /** Acknowledged cases and the deadline that was promised. */
    private final Map<String, String> promised = new ConcurrentHashMap<>();
    /** Cases whose acceptance was acknowledged. */
    private final Set<String> accepted = ConcurrentHashMap.newKeySet();

    private long stream;

    @Test
    void whatWasAcknowledgedIsThereAfterTwentyKills() throws InterruptedException {
        try (var first = RunningHouse.start(folder, SETTINGS)) {
            stream = Senders.register(first.address(), 1).streams().get(0);
        }
        for (int kill = 0; kill < KILLS; kill++) {
            workAndDie();
        }
        try (var house = RunningHouse.start(folder, SETTINGS)) {
            promisesHold(house);
            try (var books = Books.open(folder)) {
                booksAreWhole(books);
                theLogIsWhole(house, books);
            }
        }
    }

    private void workAndDie() throws InterruptedException {
        var house = RunningHouse.start(folder, SETTINGS);
        var workers = Executors.newFixedThreadPool(3);
        workers.execute(() -> untilItDies(() -> send(house.address())));
        workers.execute(() -> untilItDies(() -> send(house.address())));
        workers.execute(() -> work(house));
        RunningHouse.pause(Duration.ofMillis(2_000 + random.nextInt(2_000)));
        house.kill();
        workers.shutdown();
        assertThat(workers.awaitTermination(90, TimeUnit.SECONDS)).isTrue();
    }

    private void work(RunningHouse house) {
        untilItDies(() -> {
            var acceptor = house.visitor("acceptor");
            for (int i = 0; i < 10_000; i++) {
                report(acceptor);
            }
        });
    }

    /** The house dies in the middle of a request: that one was not acknowledged, and nobody claims it. */
    private static void untilItDies(Runnable work) {
        try {
            for (int i = 0; i < 10_000; i++) {
                work.run();
            }
        } catch (UncheckedIOException dead) {
            assertThat(dead.getCause()).isNotNull();
        }
    }

    private void send(URI house) {
        long from = clock.getAndAdd(ROWS_A_REQUEST);
        var rows = new StringBuilder();
        for (int i = 0; i < ROWS_A_REQUEST; i++) {
            rows.append(i == 0 ? "" : ",")
                    .append("[\"")
                    .append(Instant.ofEpochSecond(from + i))
                    .append("\",3.5]");
        }
        var answer = new Visitor(house)
                .postJson(
                        "/v1.1/CreateObservations",
                        "[{\"Datastream\":{\"@iot.id\":" + stream
                                + "},\"components\":[\"phenomenonTime\",\"result\"],\"dataArray\":[" + rows + "]}]");
        if (answer.status() == 201) {
            for (int i = 0; i < ROWS_A_REQUEST; i++) {
                observed.add(from + i);
            }
        }
    }

    private void report(Visitor acceptor) {
        var report = Map.of("caseClass", "0506", "title", "积水", "description", "", "lon", 121.41, "lat", 31.08);
        var answer = acceptor.post("/api/cases", report);
        if (answer.status() != 201) {
            return;
        }
        var id = answer.text("/card/id");
        promised.put(id, answer.text("/card/businessDeadlineAt"));
        if (acceptor.post("/api/cases/" + id + "/actions/accept", Map.of()).status() == 200) {
            accepted.add(id);
        }
    }

    /** No entry is missing in the log, none is in it twice, and each tile is what the entries make it. */
    private void theLogIsWhole(RunningHouse house, Books books) {
        var policy =
                Policy.parse(new String(new Visitor(house.address()).fetch("/log/policy"), StandardCharsets.UTF_8));
        var log = new Fsck(new FolderTiles(folder.resolve("ledger/log")), policy);
        long entries = books.number("select max(number) from journal.entry");
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(log.check().size()).isGreaterThanOrEqualTo(entries));
    }

    private void promisesHold(RunningHouse house) {
        var commander = house.visitor("commander");
        assertThat(promised)
                .as("nothing was acknowledged, so nothing was proven")
                .hasSizeGreaterThan(KILLS);
        promised.forEach((id, deadline) -> {
            var card = commander.get("/api/cases/" + id).body().at("/card");
            assertThat(card.at("/businessDeadlineAt").asString())
                    .as("the clock of " + id)
                    .isEqualTo(deadline);
            if (accepted.contains(id)) {
                assertThat(card.at("/state").asString()).isEqualTo("PENDING_FILING");
                assertThat(card.at("/holderDeadlineAt").isNull())
                        .as("the holder's clock runs")
                        .isFalse();
            }
        });
    }

    private void booksAreWhole(Books books) {
        var stored =
                Set.copyOf(books.numbers("select extract(epoch from phenomenon_at)::bigint from sensing.observation"));
        assertThat(observed).isNotEmpty().allMatch(stored::contains);
        assertThat(books.number("select count(*) from sensing.observation"))
                .as("digests in the journal speak of exactly what is stored")
                .isEqualTo(books.number("select sum((payload::json->'now'->>'stored')::int) from journal.line"
                        + " where type = 'sensing.BatchStored'"));
        assertThat(books.number("select max(number) - count(*) from journal.entry"))
                .as("gaps")
                .isZero();
        assertThat(books.number("select count(*) - count(distinct subject) from journal.entry"
                        + " where type = 'casework.Reported'"))
                .as("a case was reported twice")
                .isZero();
        assertThat(books.number("select count(*) from journal.inbox"))
                .as("left without a number")
                .isZero();
    }
}
