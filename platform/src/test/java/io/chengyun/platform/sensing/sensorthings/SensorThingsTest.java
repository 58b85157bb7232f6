package io.chengyun.platform.sensing.sensorthings;

import static org.assertj.core.api.Assertions.assertThat;

import io.chengyun.platform.postgres.TestDatabase;
import io.chengyun.platform.sensing.Sensing;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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

/** The SensorThings door over real HTTP, as devices meet it. */
@ApplicationModuleTest(
        module = "sensing",
        mode = BootstrapMode.DIRECT_DEPENDENCIES,
        extraIncludes = {"postgres", "web"},
        webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.class)
@TestPropertySource(properties = {"chengyun.place.district=file:../districts/minhang", "chengyun.sensing.max-body=2MB"})
class SensorThingsTest {

    private static final AtomicInteger CODES = new AtomicInteger();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @LocalServerPort
    int port;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Sensing sensing;

    private final HttpClient http = HttpClient.newHttpClient();
    private Instant begin = Instant.EPOCH;

    @BeforeEach
    void anHourAgo() {
        begin = clock.instant().truncatedTo(ChronoUnit.SECONDS).minusSeconds(3_600);
    }

    private static String thing(String code, String unit) {
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

    private String url(String path) {
        return path.startsWith("http") ? path : "http://127.0.0.1:" + port + path;
    }

    private HttpResponse<String> post(String path, BodyPublisher body) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(url(path)))
                        .header("Content-Type", "application/json")
                        .POST(body)
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return post(path, BodyPublishers.ofString(body));
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        var answer = http.send(HttpRequest.newBuilder(URI.create(url(path))).build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private int status(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(url(path))).build(), BodyHandlers.discarding())
                .statusCode();
    }

    private long newStream() throws IOException, InterruptedException {
        var answer = post("/v1.1/Things", thing("g-" + CODES.incrementAndGet(), "mm"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        var thing = JSON.readTree(answer.body());
        var streams = get(thing.path("Datastreams@iot.navigationLink").stringValue());
        return streams.path("value").path(0).path("@iot.id").longValue();
    }

    private String dataArray(long stream, String rows) {
        return """
                [{"Datastream": {"@iot.id": %d}, "components": ["phenomenonTime", "result"], "dataArray": [%s]}]
                """.formatted(stream, rows);
    }

    private String row(int second, Object result) {
        return "[\"" + begin.plusSeconds(second) + "\", " + result + "]";
    }

    private long stored(long stream) {
        return jdbc.sql("select count(*) from sensing.observation where datastream_id = ?")
                .param(stream)
                .query(Long.class)
                .single();
    }

    private static String code(HttpResponse<String> problem) {
        return JSON.readTree(problem.body()).path("code").asString();
    }

    @Test
    void theRootNamesTheCollections() throws IOException, InterruptedException {
        for (var version : new String[] {"/v1.1", "/v1.0"}) {
            var names = get(version)
                    .path("value")
                    .valueStream()
                    .map(one -> one.path("name").stringValue());

            assertThat(names)
                    .containsExactly(
                            "Things", "Locations", "Datastreams", "Sensors", "ObservedProperties", "Observations");
        }
    }

    @Test
    void aThingComesWithItsLocationStreamSensorAndRegisteredProperty() throws IOException, InterruptedException {
        long id = newStream();

        var stream = get("/v1.1/Datastreams(" + id + ")");
        assertThat(stream.path("unitOfMeasurement").path("symbol").stringValue())
                .isEqualTo("mm");
        assertThat(get(stream.path("ObservedProperty@iot.navigationLink").stringValue())
                        .path("name")
                        .stringValue())
                .isEqualTo("雨量");
        assertThat(get(stream.path("Sensor@iot.navigationLink").stringValue())
                        .path("metadata")
                        .stringValue())
                .isEqualTo("http://example.org/bucket.pdf");
        var thing = get(stream.path("Thing@iot.navigationLink").stringValue());
        assertThat(thing.path("name").stringValue()).isEqualTo("雨量计");
        var location = get(thing.path("Locations@iot.navigationLink").stringValue())
                .path("value")
                .path(0);
        assertThat(location.path("location").path("coordinates").path(0).doubleValue())
                .isEqualTo(121.4);
        assertThat(get(location.path("Things@iot.navigationLink").stringValue())
                        .path("value")
                        .path(0))
                .isEqualTo(thing);
        assertThat(sensing.findStream(id)).hasValueSatisfying(known -> {
            assertThat(known.interval()).isEqualTo(Duration.ofMinutes(10));
            assertThat(known.thingId()).startsWith("g-");
        });
    }

    @Test
    void aStreamIsAddedToAThingThatIsThere() throws IOException, InterruptedException {
        var thing = get("/v1.1/Datastreams(" + newStream() + ")/Thing")
                .path("@iot.id")
                .longValue();
        var sensor = post("/v1.1/Sensors", "{\"name\": \"pt100\"}");
        var body = """
                {"name": "air", "ObservedProperty": {"name": "temperature"}, "Sensor": {"@iot.id": %d}}
                """.formatted(JSON.readTree(sensor.body()).path("@iot.id").longValue());

        var answer = post("/v1.1/Things(" + thing + ")/Datastreams", body);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(JSON.readTree(answer.body())
                        .path("unitOfMeasurement")
                        .path("symbol")
                        .stringValue())
                .isEqualTo("°C");
        assertThat(get("/v1.1/Things(" + thing + ")/Datastreams?$count=true")
                        .path("@iot.count")
                        .intValue())
                .isEqualTo(2);
    }

    @Test
    void aStreamInTheWrongUnitIsRefusedWithTheRightOneAndNothingStays() throws IOException, InterruptedException {
        var answer = post("/v1.1/Things", thing("inches", "in"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(code(answer)).isEqualTo("sensing:wrong-unit");
        assertThat(JSON.readTree(answer.body()).path("allowed").path(0).stringValue())
                .isEqualTo("mm");
        assertThat(jdbc.sql("select count(*) from sensing.thing where code = 'inches'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void whatCannotBeCreatedIsRefusedWithItsReason() throws IOException, InterruptedException {
        var code = "twice-" + CODES.incrementAndGet();
        post("/v1.1/Things", thing(code, "mm"));

        assertThat(code(post("/v1.1/Things", thing(code, "mm")))).isEqualTo("sensing:thing-known");
        assertThat(code(post("/v1.1/Things", "{\"name\": "))).isEqualTo("kernel:malformed");
        assertThat(post("/v1.1/Things", "{}").body()).contains("\"field\":\"name\"");
        assertThat(code(post("/v1.1/ObservedProperties", "{\"name\": \"joy\"}")))
                .isEqualTo("sensing:unknown-property");
        assertThat(code(post("/v1.1/Datastreams(987654)/Observations", "{\"result\": 1}")))
                .isEqualTo("sensing:unknown-datastream");
        assertThat(code(post("/v1.1/Nothings", "{}"))).isEqualTo("sensing:no-such-entity");
        var nowhere = """
                {"name": "x", "Datastreams": [{"name": "r", "Sensor": {"name": "s"},
                    "ObservedProperty": {"name": "rainfall"}}]}
                """;
        assertThat(code(post("/v1.1/Things", nowhere))).isEqualTo("sensing:nowhere");
    }

    @Test
    void absentEntitiesAndUnservedOptionsAreToldApart() throws IOException, InterruptedException {
        assertThat(status("/v1.1/Things(987654)")).isEqualTo(404);
        assertThat(status("/v1.1/Things(987654)/Datastreams")).isEqualTo(404);
        assertThat(status("/v1.1/Things(x)")).isEqualTo(400);
        assertThat(status("/v1.1/Things?$filter=name")).isEqualTo(400);
        assertThat(status("/v1.1/Things?$top=-1")).isEqualTo(400);
        assertThat(status("/v1.1/Things/Datastreams")).isEqualTo(400);
    }

    @Test
    void observationsComeNewestFirstInPagesThatLeadOn() throws IOException, InterruptedException {
        long stream = newStream();
        post("/v1.1/CreateObservations", dataArray(stream, row(0, 0) + "," + row(1, 1) + "," + row(2, 2)));

        var first = get("/v1.1/Datastreams(" + stream + ")/Observations?$top=2&$count=true");
        var second = get(first.path("@iot.nextLink").stringValue());

        assertThat(first.path("@iot.count").intValue()).isEqualTo(3);
        assertThat(first.path("value")
                        .valueStream()
                        .map(one -> one.path("result").doubleValue()))
                .containsExactly(2.0, 1.0);
        assertThat(second.path("value")
                        .valueStream()
                        .map(one -> one.path("result").doubleValue()))
                .containsExactly(0.0);
        assertThat(second.has("@iot.nextLink")).isFalse();
        var oldestFirst = get("/v1.1/Datastreams(" + stream + ")/Observations?$orderby=phenomenonTime%20asc");
        assertThat(oldestFirst.path("value").path(0).path("phenomenonTime").stringValue())
                .isEqualTo(begin.toString());
    }

    @Test
    void oneObservationIsCreatedWithItsAddress() throws IOException, InterruptedException {
        long stream = newStream();
        var body = "{\"phenomenonTime\": \"%s\", \"result\": 1.5, \"Datastream\": {\"x\": [1], \"@iot.id\": %d}}"
                .formatted(begin, stream);

        var answer = post("/v1.1/Observations", body);
        var again = post("/v1.1/Observations", body);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        var seen = get(answer.headers().firstValue("Location").orElseThrow());
        assertThat(seen.path("result").doubleValue()).isEqualTo(1.5);
        assertThat(get(seen.path("Datastream@iot.navigationLink").stringValue())
                        .path("@iot.id")
                        .longValue())
                .isEqualTo(stream);
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(code(again)).isEqualTo("sensing:duplicate");
    }

    @Test
    void anObservationWithoutTimeIsOfNowAndOneInTheWrongUnitIsRefused() throws IOException, InterruptedException {
        long stream = newStream();
        var path = "/v1.1/Datastreams(" + stream + ")/Observations";

        assertThat(post(path, "{\"result\": 1, \"parameters\": {\"unit\": \"mm\"}}")
                        .statusCode())
                .isEqualTo(201);
        assertThat(code(post(path, "{\"result\": 1, \"parameters\": {\"unit\": \"in\"}}")))
                .isEqualTo("sensing:wrong-unit");
        assertThat(code(post(path, "{}"))).isEqualTo("sensing:missing");
    }

    @Test
    void ofTenThousandRowsTheThreeBadOnesAreNamed() throws IOException, InterruptedException {
        long stream = newStream();
        var rows = IntStream.range(0, 10_000)
                .mapToObj(i -> "[\"" + begin.plusMillis(i) + "\", "
                        + (i == 16 ? "NaN" : i == 5_000 ? "\"wet\"" : i == 9_999 ? "null" : "0.1") + "]")
                .collect(Collectors.joining(","));

        var answer = post("/v1.1/CreateObservations", dataArray(stream, rows));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(answer.headers().firstValue("Chengyun-Stored")).contains("9997");
        assertThat(answer.headers().firstValue("Chengyun-Rejected")).contains("3");
        assertThat(answer.headers().firstValue("Chengyun-Rejected-Rows"))
                .contains("17=not-a-number, 5001=not-numeric, 10000=missing");
        assertThat(stored(stream)).isEqualTo(9_997);
        var links = JSON.readTree(answer.body());
        assertThat(links.size()).isEqualTo(10_000);
        assertThat(links.path(16).stringValue()).startsWith("error: not-a-number: ");
        assertThat(get(links.path(17).stringValue()).path("result").doubleValue())
                .isEqualTo(0.1);
    }

    @Test
    void everyKindOfBadRowHasItsCode() throws IOException, InterruptedException {
        long stream = newStream();
        var now = clock.instant();
        var rows = String.join(
                ",",
                row(0, "NaN"),
                row(1, "\"Infinity\""),
                row(2, "1e999"),
                row(3, "\"wet\""),
                row(4, "\"\""),
                row(5, "null"),
                row(6, "{\"a\": [1]}"),
                row(7, "301"),
                "[\"" + now.plusSeconds(660) + "\", 1]",
                "[\"" + now.minus(Duration.ofDays(1101)) + "\", 1]",
                "[\"yesterday\", 1]",
                "[\"" + begin + "\"]",
                "[\"" + begin + "\", 1, 2]",
                "7",
                row(8, "1"),
                row(8, "2"));

        var answer = post("/v1.1/CreateObservations", dataArray(stream, rows));

        var codes = JSON.readTree(answer.body())
                .valueStream()
                .map(one -> one.stringValue().startsWith("error: ")
                        ? one.stringValue().split(": ")[1]
                        : "stored");
        assertThat(codes)
                .containsExactly(
                        "not-a-number",
                        "infinite",
                        "infinite",
                        "not-numeric",
                        "missing",
                        "missing",
                        "not-numeric",
                        "out-of-range",
                        "in-the-future",
                        "before-horizon",
                        "malformed-row",
                        "malformed-row",
                        "malformed-row",
                        "malformed-row",
                        "stored",
                        "duplicate");
        assertThat(post("/v1.1/CreateObservations", dataArray(987_654, row(0, 1)))
                        .body())
                .contains("error: unknown-datastream");
        var counts = get("/api/sensing/counts").path("sensorthings");
        long others = counts.propertyStream()
                .filter(one -> !one.getKey().equals("received"))
                .mapToLong(one -> one.getValue().longValue())
                .sum();
        assertThat(others).isEqualTo(counts.path("received").longValue());
        assertThat(get("/api/sensing/quarantine?limit=1").path(0).path("code").stringValue())
                .isEqualTo("unknown-datastream");
    }

    @Test
    void aBodyThatEndsInTheMiddleIsMalformedAndNothingOfItIsStored() throws IOException, InterruptedException {
        long stream = newStream();
        var whole = dataArray(stream, row(0, 1) + "," + row(1, 2));

        var answer = post("/v1.1/CreateObservations", whole.substring(0, whole.length() - 20));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(code(answer)).isEqualTo("kernel:malformed");
        assertThat(stored(stream)).isZero();
    }

    @Test
    void aConnectionCutInTheMiddleStoresNothing() throws IOException, InterruptedException {
        long stream = newStream();
        var whole = dataArray(stream, row(0, 1) + "," + row(1, 2)).strip();
        try (var socket = new Socket("127.0.0.1", port)) {
            var head = "POST /v1.1/CreateObservations HTTP/1.1\r\nHost: localhost\r\nContent-Length: %d\r\n\r\n"
                    .formatted(whole.length() + 50);
            socket.getOutputStream().write((head + whole).getBytes(StandardCharsets.UTF_8));
            socket.shutdownOutput();

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 400");
        }
        assertThat(stored(stream)).isZero();
    }

    @Test
    void aHundredMegabytesAreRefusedBeforeTheyAreSent() throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            var head =
                    "POST /v1.1/CreateObservations HTTP/1.1\r\nHost: localhost\r\nContent-Length: 104857600\r\n\r\n[";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));

            assertThat(firstLine(socket)).startsWith("HTTP/1.1 413");
        }
    }

    @Test
    void aBodyThatDoesNotSayHowLongItIsIsRefusedOnceItIsTooLong() throws IOException, InterruptedException {
        long stream = newStream();
        long before = stored(stream);
        try (var socket = new Socket("127.0.0.1", port)) {
            var out = socket.getOutputStream();
            out.write("POST /v1.1/CreateObservations HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n"
                    .getBytes(StandardCharsets.UTF_8));
            var open = dataArray(stream, row(0, 1)).strip();
            chunk(socket, open.substring(0, open.length() - 3));
            for (int sent = 0; sent < 2_200_000; sent += 44_000) {
                chunk(socket, ("," + row(sent, 1)).repeat(1_000));
            }

            assertThat(firstLine(socket)).startsWith("HTTP/1.1 413");
        }
        assertThat(stored(stream)).isEqualTo(before);
    }

    private static void chunk(Socket socket, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        socket.getOutputStream().write((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().write("\r\n".getBytes(StandardCharsets.UTF_8));
    }

    private static String firstLine(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        var line = new StringBuilder();
        for (int one = in.read(); one >= 0 && one != '\r'; one = in.read()) {
            line.append((char) one);
        }
        return line.toString();
    }
}
