package io.chengyun.platform.sensing.mqtt;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient.Mqtt5Publishes;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Subscribers of entity topics: what is created or changed over HTTP is told when it is committed. */
class EntityTopicsTest extends MqttCalls {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @LocalServerPort
    int port;

    private final HttpClient http = HttpClient.newHttpClient();

    private HttpResponse<String> call(String method, String path, String body)
            throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private long thing(String name) throws IOException, InterruptedException {
        var answer = call("POST", "/v1.1/Things", "{\"name\": \"" + name + "\", \"description\": \"d\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return JSON.readTree(answer.body()).path("@iot.id").longValue();
    }

    private void rename(String path, String name) throws IOException, InterruptedException {
        var answer = call("PATCH", path, "{\"name\": \"" + name + "\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private Mqtt5Publishes listen(Mqtt5BlockingClient listener, String... filters) throws InterruptedException {
        var mail = listener.publishes(MqttGlobalPublishFilter.ALL);
        for (var filter : filters) {
            listener.subscribeWith().topicFilter(filter).send();
        }
        Thread.sleep(200); // the door's tick: from now on it is known that somebody listens
        return mail;
    }

    private static JsonNode heard(Mqtt5Publishes mail, String topic) throws InterruptedException {
        var message = mail.receive(10, SECONDS).orElseThrow();
        assertThat(message.getTopic()).hasToString(topic);
        return JSON.readTree(new String(message.getPayloadAsBytes(), StandardCharsets.UTF_8));
    }

    @Test
    void whoListensToACollectionHearsOfEachNewEntityAsHttpShowsIt() throws IOException, InterruptedException {
        try (var mail = listen(client(), "v1.1/Things")) {
            long id = thing("well");

            var told = heard(mail, "v1.1/Things");
            assertThat(told.path("@iot.id").longValue()).isEqualTo(id);
            assertThat(told.path("name").stringValue()).isEqualTo("well");
            assertThat(told.path("@iot.selfLink").stringValue()).isEqualTo("/v1.1/Things(" + id + ")");
            var shown =
                    JSON.readTree(call("GET", "/v1.1/Things(" + id + ")", "").body());
            assertThat(told.propertyNames()).containsExactlyElementsOf(shown.propertyNames());
        }
    }

    @Test
    void whoListensToOneEntityHearsOfItsChangesAndNoOthers() throws IOException, InterruptedException {
        long own = thing("own");
        long other = thing("other");
        try (var mail = listen(client(), "v1.0/Things(" + own + ")")) {
            rename("/v1.1/Things(" + other + ")", "other renamed");
            rename("/v1.1/Things(" + own + ")", "own renamed");

            var told = heard(mail, "v1.0/Things(" + own + ")");
            assertThat(told.path("name").stringValue()).isEqualTo("own renamed");
            assertThat(told.path("@iot.selfLink").stringValue()).startsWith("/v1.0/");
        }
    }

    @Test
    void selectShowsOnlyWhatIsAskedFor() throws IOException, InterruptedException {
        var gauge = gauge();
        var filter = "v1.1/Datastreams(" + gauge.rain().id() + ")?$select=name";
        try (var mail = listen(client(), filter)) {
            rename("/v1.1/Datastreams(" + gauge.rain().id() + ")", "rain on the roof");

            assertThat(heard(mail, filter)).hasToString("{\"name\":\"rain on the roof\"}");
        }
    }

    @Test
    void whatWasRefusedAndRolledBackIsNotTold() throws IOException, InterruptedException {
        try (var mail = listen(client(), "v1.1/Things", "v1.1/Sensors")) {
            var refused = call(
                    "POST",
                    "/v1.1/Things",
                    "{\"name\": \"ghost\", \"description\": \"d\", \"Datastreams\": [{\"name\": \"no more\"}]}");
            assertThat(refused.statusCode()).isEqualTo(400);
            thing("real");

            assertThat(heard(mail, "v1.1/Things").path("name").stringValue()).isEqualTo("real");
            assertThat(mail.receiveNow()).isEmpty();
        }
    }
}
