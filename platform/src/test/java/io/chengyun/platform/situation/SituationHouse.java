package io.chengyun.platform.situation;

import io.chengyun.kernel.DomainEvent;
import io.chengyun.platform.SetClock;
import io.chengyun.platform.access.Access;
import io.chengyun.platform.journal.House;
import io.chengyun.platform.journal.Journal;
import io.chengyun.platform.place.Position;
import io.chengyun.platform.postgres.TestDatabase;
import io.chengyun.platform.sensing.Datastream;
import io.chengyun.platform.sensing.NewThing;
import io.chengyun.platform.sensing.Sensing;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Access, place, sensing and situation over real HTTP on a real database, with a clock that tests move. */
@ApplicationModuleTest(
        mode = BootstrapMode.STANDALONE,
        extraIncludes = {"postgres", "web", "journal", "access", "place", "sensing"},
        webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.class)
@TestPropertySource(
        properties = {
            "chengyun.access.sample-accounts=true",
            "chengyun.access.hash-strength=4",
            "chengyun.access.idle=150m",
            "chengyun.situation.listeners=3",
            "chengyun.situation.queue=50"
        })
@Import(SituationHouse.Now.class)
@NullUnmarked
abstract class SituationHouse {

    static final Duration SOON = Duration.ofSeconds(30);
    private static final AtomicInteger COUNT = new AtomicInteger();

    /** A clock that stands until it is moved. */
    @TestConfiguration
    static class Now {
        @Bean
        @Primary
        SetClock setClock() {
            return new SetClock(Instant.parse("2026-11-22T04:00:00Z"));
        }
    }

    @DynamicPropertySource
    static void district(DynamicPropertyRegistry registry) {
        var district = Path.of("..", "districts", "minhang").toAbsolutePath().normalize();
        registry.add("chengyun.place.district", district::toString);
        registry.add(
                "chengyun.access.staff-file",
                () -> district.resolve("staff.csv").toString());
    }

    @LocalServerPort
    int port;

    @Autowired
    SetClock clock;

    @Autowired
    Journal journal;

    @Autowired
    House house;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Sensing sensing;

    @Autowired
    Broadcast broadcast;

    @Autowired
    StandingWarnings warnings;

    @Autowired
    PictureStore store;

    @Autowired
    CityFollower follower;

    @Autowired
    Access access;

    @Autowired
    JsonMapper json;

    private final HttpClient http = HttpClient.newHttpClient();
    String cookie;
    Datastream gauge;

    @BeforeEach
    void openTheHouse() throws Exception {
        cookie = signIn("commander");
        var thing = "gauge-" + COUNT.incrementAndGet();
        var gauges = sensing.register(
                new NewThing(thing, "莘庄雨量站", new Position(121.38, 31.11), List.of(NewThing.NewStream.of("rainfall"))));
        gauge = gauges.get(0);
        house.settle();
    }

    void happen(DomainEvent... events) {
        transaction.executeWithoutResult(status -> List.of(events).forEach(journal::append));
        house.settle();
    }

    JsonNode picture() throws IOException, InterruptedException {
        return json.readTree(send(request("/api/situation")).body());
    }

    JsonNode sensor() throws IOException, InterruptedException {
        return picture()
                .get("sensors")
                .valueStream()
                .filter(sensor -> sensor.get("stream").asLong() == gauge.id())
                .findFirst()
                .orElseThrow();
    }

    static List<String> ids(JsonNode things) {
        return things.valueStream().map(thing -> thing.get("id").asString()).toList();
    }

    EventStream listen(String lastEventId) throws IOException, InterruptedException {
        return EventStream.open(uri("/api/stream"), cookie, lastEventId);
    }

    String signIn(String name) throws IOException, InterruptedException {
        var answer = send(HttpRequest.newBuilder(uri("/api/session"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"name\":\"" + name + "\",\"password\":\"chengyun\"}")));
        return answer.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(uri(path)).header("Cookie", cookie);
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
