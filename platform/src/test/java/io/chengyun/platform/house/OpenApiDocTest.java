package io.chengyun.platform.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.chengyun.platform.postgres.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** docs/reference/openapi.json: the house's own interface, from which the console makes its types. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "chengyun.access.hash-strength=4",
            "springdoc.paths-to-match=/api/**",
            "springdoc.use-fqn=true",
            "springdoc.default-produces-media-type=application/json",
            "springdoc.override-with-generic-response=false"
        })
@ContextConfiguration(initializers = TestDatabase.class)
@Import(Contract.class)
class OpenApiDocTest {

    private static final String PATH = "docs/reference/openapi.json";
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT, SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    @DynamicPropertySource
    static void content(DynamicPropertyRegistry registry) {
        registry.add(
                "chengyun.place.district",
                () -> Repository.path("districts/minhang").toString());
        registry.add(
                "chengyun.scenario.path", () -> Repository.path("scenarios").toString());
    }

    @LocalServerPort
    int port;

    @Test
    void fileDescribesTheInterfaceAsItIs() throws Exception {
        var described = described();
        var file = Repository.path(PATH);
        if (Boolean.getBoolean("chengyun.docs.write")) {
            Files.writeString(file, described);
        }

        assertThat(Files.exists(file) ? Repository.text(file) : "")
                .as("%s is out of date: run OpenApiDocTest with -Dchengyun.docs.write=true", PATH)
                .isEqualTo(described);
    }

    @Test
    void theContractWithTheConsoleIsThere() throws Exception {
        var described = JSON.readTree(described());
        var sensor = described.at("/components/schemas/situation.SensorView");

        assertThat(described.get("paths").propertyNames())
                .contains("/api/session", "/api/situation", "/api/stream", "/api/cases", "/api/warnings");
        assertThat(sensor.get("properties").propertyNames()).contains("stream", "unit", "lon", "at", "state");
        assertThat(sensor.get("required").toString()).contains("\"value\"", "\"grade\"");
        assertThat(sensor.at("/properties/value/type").toString()).contains("null");
        assertThat(described
                        .at("/components/schemas/casework.CaseCard/properties/town/type")
                        .asString())
                .isEqualTo("string");
        assertThat(described.toString()).doesNotContain("io.chengyun", "access.Caller");
    }

    private String described() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v3/api-docs"))
                .build();
        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        @SuppressWarnings("unchecked")
        Map<String, Object> whole = JSON.readValue(answer.body(), TreeMap.class);
        whole.remove("servers");
        return JSON.writeValueAsString(whole)
                        .replace("io.chengyun.platform.", "")
                        .replace("io.chengyun.", "")
                + "\n";
    }
}
