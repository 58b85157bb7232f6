package io.chengyun.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.chengyun.acceptance.bench.Senders;
import io.chengyun.acceptance.house.Books;
import io.chengyun.acceptance.house.RunningHouse;
import io.chengyun.acceptance.house.Visitor;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database goes away and comes back: nothing acknowledged is lost, the rest is refused with a time to come again. */
class DatabaseGoneTest {

    private static final Duration GONE = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    private Path folder;

    private final Instant from = Instant.now().minus(Duration.ofDays(2)).truncatedTo(ChronoUnit.HOURS);
    private int sent;
    private int acknowledged;

    @Test
    void thirtySecondsWithoutAnExternalDatabase() throws IOException {
        var database = database(0);
        int port = database.getPort();
        var url = "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
        try (var house = RunningHouse.start(folder, "--chengyun.postgres.url=" + url)) {
            long stream = Senders.register(house.address(), 1).streams().get(0);
            assertThat(send(house.address(), stream).status()).isEqualTo(201);
            database.close();
            var until = Instant.now().plus(GONE);
            while (Instant.now().isBefore(until)) {
                var answer = send(house.address(), stream);
                assertThat(answer.status()).isEqualTo(503);
                assertThat(answer.retryAfter()).isNotNull();
            }
            assertThat(house.healthy()).isFalse();
            database = database(port);
            await().atMost(PATIENCE).until(() -> send(house.address(), stream).status() == 201);
            await().atMost(PATIENCE).until(house::healthy);
            try (var books = Books.at(url)) {
                assertThat(books.number("select count(*) from sensing.observation"))
                        .isEqualTo(acknowledged);
            }
        } finally {
            database.close();
        }
    }

    @Test
    void ownDatabaseIsStartedAgainWhenItDies() {
        try (var house = RunningHouse.start(folder)) {
            long stream = Senders.register(house.address(), 1).streams().get(0);
            send(house.address(), stream);
            long dying = RunningHouse.databasePid(folder).orElseThrow();
            ProcessHandle.of(dying).orElseThrow().destroyForcibly();
            await().atMost(PATIENCE)
                    .until(() -> RunningHouse.databasePid(folder)
                            .filter(pid -> pid != dying)
                            .isPresent());
            await().atMost(PATIENCE).until(() -> send(house.address(), stream).status() == 201);
            await().atMost(PATIENCE).until(house::healthy);
            try (var books = Books.open(folder)) {
                assertThat(books.number("select count(*) from sensing.observation"))
                        .isGreaterThanOrEqualTo(acknowledged);
            }
        }
    }

    private EmbeddedPostgres database(int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("external"))
                .setCleanDataDirectory(false)
                .setLocaleConfig("locale", "C.UTF-8")
                .setPort(port)
                .setPGStartupWait(Duration.ofSeconds(60))
                .start();
    }

    private Visitor.Answer send(URI house, long stream) {
        var at = from.plusSeconds(sent++);
        var answer = new Visitor(house)
                .postJson(
                        "/v1.1/CreateObservations",
                        "[{\"Datastream\":{\"@iot.id\":" + stream + "},\"components\":[\"phenomenonTime\",\"result\"],"
                                + "\"dataArray\":[[\"" + at + "\",3.5]]}]");
        acknowledged += answer.status() == 201 ? 1 : 0;
        return answer;
    }
}
