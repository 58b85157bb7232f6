package io.chengyun.platform.sensing.sensorthings;

import static org.assertj.core.api.Assertions.assertThat;

import io.chengyun.platform.postgres.TestDatabase;
import io.chengyun.platform.sensing.Sensing;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A device that talks to the SensorThings door over real HTTP. */
@ApplicationModuleTest(
        module = "sensing",
        mode = BootstrapMode.DIRECT_DEPENDENCIES,
        extraIncludes = {"postgres", "web"},
        webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.class)
@TestPropertySource(
        properties = {
            "chengyun.sensing.max-body=2MB",
            "chengyun.sensing.query.max-entities=60",
            "chengyun.access.sample-accounts=true",
            "chengyun.access.hash-strength=4",
            "chengyun.access.staff-file=../districts/minhang/staff.csv"
        })
abstract class DeviceCalls {

    static final AtomicInteger CODES = new AtomicInteger();
    static final JsonMapper JSON = JsonMapper.builder().build();

    @LocalServerPort
    int port;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Sensing sensing;

    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    Instant begin = Instant.EPOCH;

    @BeforeEach
    void anHourAgo() {
        begin = clock.instant().truncatedTo(ChronoUnit.SECONDS).minusSeconds(3_600);
    }

    static String thing(String code, String unit) {
        return """
                {"name": "雨量计", "description": "on the roof", "properties": {"code": "%s"},
                 "Locations": [{"name": "roof", "description": "roof", "encodingType": "application/geo+json",
                    "location": {"type": "Point", "coordinates": [121.4, 31.1]}}],
                 "Datastreams": [{"name": "rain", "description": "rain",
                    "observationType": "http://www.opengis.net/def/observationType/OGC-OM/2.0/OM_Measurement",
                    "unitOfMeasurement": {"name": "millimetre", "symbol": "%s", "definition": "ucum:mm"},
                    "properties": {"interval": "PT10M"},
                    "ObservedProperty": {"name": "rainfall", "definition": "urn:x:rainfall", "description": "rain"},
                    "Sensor": {"name": "tipping bucket", "description": "0.1 mm",
                        "encodingType": "application/pdf", "metadata": "http://example.org/bucket.pdf"}}]}
                """.formatted(code, unit);
    }

    String url(String path) {
        return path.startsWith("http") ? path : "http://127.0.0.1:" + port + path;
    }

    HttpResponse<String> post(String path, BodyPublisher body) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(url(path)))
                        .header("Content-Type", "application/json")
                        .POST(body)
                        .build(),
                BodyHandlers.ofString());
    }

    HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return post(path, BodyPublishers.ofString(body));
    }

    HttpResponse<String> send(String method, String path, String body) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(url(path)))
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    /** A query of one option, whatever its text is. */
    HttpResponse<String> ask(String collection, String option, String text) throws IOException, InterruptedException {
        return send("GET", collection + "?" + option + "=" + URLEncoder.encode(text, StandardCharsets.UTF_8), "");
    }

    /** Ids of what a filter finds. */
    List<Long> found(String collection, String filter) throws IOException, InterruptedException {
        var answer = ask(collection, "$filter", filter);
        assertThat(answer.statusCode()).as(filter + ": " + answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body())
                .path("value")
                .valueStream()
                .map(one -> one.path("@iot.id").longValue())
                .toList();
    }

    /** Creates and gives what was created. */
    JsonNode make(String path, String body) throws IOException, InterruptedException {
        var answer = post(path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return JSON.readTree(answer.body());
    }

    /** Signs in as a person: counts and quarantine are not for devices. */
    void signIn() throws IOException, InterruptedException {
        var answer = post("/api/session", "{\"name\": \"commander\", \"password\": \"chengyun\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        var answer = http.send(HttpRequest.newBuilder(URI.create(url(path))).build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    int status(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(url(path))).build(), BodyHandlers.discarding())
                .statusCode();
    }

    long newStream() throws IOException, InterruptedException {
        var answer = post("/v1.1/Things", thing("g-" + CODES.incrementAndGet(), "mm"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        var thing = JSON.readTree(answer.body());
        var streams = get(thing.path("Datastreams@iot.navigationLink").stringValue());
        return streams.path("value").path(0).path("@iot.id").longValue();
    }

    String dataArray(long stream, String rows) {
        return """
                [{"Datastream": {"@iot.id": %d}, "components": ["phenomenonTime", "result"], "dataArray": [%s]}]
                """.formatted(stream, rows);
    }

    String row(int second, Object result) {
        return "[\"" + begin.plusSeconds(second) + "\", " + result + "]";
    }

    long stored(long stream) {
        return jdbc.sql("select count(*) from sensing.observation where datastream_id = ?")
                .param(stream)
                .query(Long.class)
                .single();
    }

    static String code(HttpResponse<String> problem) {
        return JSON.readTree(problem.body()).path("code").asString();
    }
}
