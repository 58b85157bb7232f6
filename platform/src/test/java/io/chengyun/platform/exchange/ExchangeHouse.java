package io.chengyun.platform.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.chengyun.platform.SetClock;
import io.chengyun.platform.journal.Entry;
import io.chengyun.platform.journal.House;
import io.chengyun.platform.journal.Journal;
import io.chengyun.platform.postgres.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Data sets over real HTTP on a real database, with the ledger behind them. */
@ApplicationModuleTest(
        mode = BootstrapMode.STANDALONE,
        extraIncludes = {"postgres", "web", "journal", "access", "place", "ledger"},
        webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.class)
@TestPropertySource(
        properties = {
            "chengyun.access.sample-accounts=true",
            "chengyun.access.hash-strength=4",
            "chengyun.access.idle=1000d", // tests move the clock by months
            "chengyun.access.absolute=1000d",
            "chengyun.exchange.folder=target/exchange",
            "chengyun.ledger.signing.on=false", // makes keys for each organisation, and what is watched is the rows
            "chengyun.ledger.tamper.rows=500"
        })
@Import(ExchangeHouse.Now.class)
@NullUnmarked
abstract class ExchangeHouse {

    static final String HYDRANTS = "id,road,lon,lat,pressure,checked\n";

    @TestConfiguration
    static class Now {
        @Bean
        @Primary
        SetClock setClock() {
            return new SetClock(Instant.parse("2026-11-26T04:00:00Z"));
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
    JdbcClient jdbc;

    @Autowired
    JsonMapper json;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> cookies = new HashMap<>();

    private HttpRequest.Builder request(String person, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Cookie", cookies.computeIfAbsent(person, this::signIn));
    }

    private String signIn(String person) {
        var asked = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/session"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"name\":\"" + person + "\",\"password\":\"chengyun\"}"));
        return send(asked).headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException no) {
            throw new IllegalStateException(no);
        }
    }

    HttpResponse<String> get(String person, String path) {
        return send(request(person, path));
    }

    JsonNode read(String person, String path) {
        var answer = get(person, path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json.readTree(answer.body());
    }

    HttpResponse<String> post(String person, String path, String body) {
        return send(
                request(person, path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
    }

    HttpResponse<String> delete(String person, String path) {
        return send(request(person, path).DELETE());
    }

    HttpResponse<String> bring(String person, String code, String table, Map<String, String> said) {
        var body = new ByteArrayOutputStream();
        said.forEach((name, value) -> body.writeBytes(part(name + "\"\r\n\r\n" + value + "\r\n")));
        body.writeBytes(part("file\"; filename=\"a.csv\"\r\nContent-Type: text/csv\r\n\r\n" + table + "\r\n--x--\r\n"));
        return send(request(person, "/api/datasets/" + code + "/versions")
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    JsonNode bring(String person, String code, String table) {
        var answer = bring(person, code, table, Map.of("purpose", "operation", "source", "test"));
        return json.readTree(answer.body());
    }

    private static byte[] part(String rest) {
        return ("--x\r\nContent-Disposition: form-data; name=\"" + rest).getBytes(StandardCharsets.UTF_8);
    }

    String codeOf(HttpResponse<String> answer) {
        return json.readTree(answer.body()).path("code").asString();
    }

    /** What happened to a data set so far, by type. */
    List<String> happened(String code) {
        house.settle();
        return journal.listAbout(code).stream().map(Entry::type).toList();
    }
}
