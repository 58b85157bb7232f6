package io.chengyun.platform.sensing.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3BlockingClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5PublishResult;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5PublishResult.Mqtt5Qos1Result;
import com.hivemq.client.mqtt.mqtt5.message.publish.puback.Mqtt5PubAck;
import io.chengyun.platform.place.Position;
import io.chengyun.platform.postgres.TestDatabase;
import io.chengyun.platform.sensing.Datastream;
import io.chengyun.platform.sensing.NewThing;
import io.chengyun.platform.sensing.Sensing;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;

/** Devices that talk to the MQTT door with a client library of somebody else's making. */
@ApplicationModuleTest(
        module = "sensing",
        mode = BootstrapMode.DIRECT_DEPENDENCIES,
        extraIncludes = {"postgres", "web"},
        webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.class)
@TestPropertySource(
        properties = {
            "chengyun.place.district=../districts/minhang",
            "chengyun.mqtt.enabled=true",
            "chengyun.mqtt.port=0",
            "chengyun.mqtt.limits.tell=PT0.05S"
        })
abstract class MqttCalls {

    static final AtomicInteger NUMBERS = new AtomicInteger();

    @Autowired
    MqttServer server;

    @Autowired
    Sensing sensing;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private final List<Runnable> goodbyes = new ArrayList<>();

    @AfterEach
    void sayGoodbye() {
        goodbyes.forEach(Runnable::run);
        goodbyes.clear();
    }

    /** A gauge with a stream of rain and one of water level. */
    Gauge gauge() {
        var code = "gauge-" + NUMBERS.incrementAndGet();
        var streams = sensing.register(new NewThing(
                code,
                code,
                new Position(121.4, 31.1),
                List.of(NewThing.NewStream.of("rainfall"), NewThing.NewStream.of("water_level"))));
        return new Gauge(code, streams.get(0), streams.get(1));
    }

    record Gauge(String code, Datastream rain, Datastream level) {}

    /** A time in the near past, to the second. */
    Instant earlier(int seconds) {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS).minusSeconds(seconds);
    }

    Mqtt5BlockingClient client() {
        return client("client-" + NUMBERS.incrementAndGet());
    }

    Mqtt5BlockingClient client(String id) {
        var client = made(id);
        client.connect();
        return client;
    }

    Mqtt5BlockingClient made(String id) {
        var client = Mqtt5Client.builder()
                .identifier(id)
                .serverHost("127.0.0.1")
                .serverPort(server.port())
                .buildBlocking();
        goodbyes.add(() -> {
            if (client.getState().isConnected()) {
                client.disconnect();
            }
        });
        return client;
    }

    Mqtt3BlockingClient oldClient() {
        var client = com.hivemq.client.mqtt.mqtt3.Mqtt3Client.builder()
                .identifier("old-" + NUMBERS.incrementAndGet())
                .serverHost("127.0.0.1")
                .serverPort(server.port())
                .buildBlocking();
        client.connect();
        goodbyes.add(() -> {
            if (client.getState().isConnected()) {
                client.disconnect();
            }
        });
        return client;
    }

    /** Publishes with QoS 1 and waits for the answer. */
    static Mqtt5PubAck publish(Mqtt5BlockingClient client, String topic, String text) {
        Mqtt5PublishResult result;
        try {
            result = client.publishWith()
                    .topic(topic)
                    .qos(MqttQos.AT_LEAST_ONCE)
                    .payload(text.getBytes(StandardCharsets.UTF_8))
                    .send();
        } catch (com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5PubAckException refused) {
            return refused.getMqttMessage();
        }
        return ((Mqtt5Qos1Result) result).getPubAck();
    }

    /** Publishes with QoS 1 and gives reason code and reason, such as {@code 0} or {@code 99 out-of-range}. */
    static String answer(Mqtt5BlockingClient client, String topic, String text) {
        var ack = publish(client, topic, text);
        var reason = ack.getReasonString().map(String::valueOf).orElse("");
        return (Integer.toHexString(ack.getReasonCode().getCode()) + " " + reason).strip();
    }

    static String topic(Datastream stream) {
        return "v1.1/Datastreams(" + stream.id() + ")/Observations";
    }

    static String body(Instant at, double value) {
        return "{\"phenomenonTime\":\"" + at + "\",\"result\":" + value + "}";
    }

    /** What is stored of a stream, by time. */
    Map<Instant, Double> stored(Datastream stream) {
        var stored = new TreeMap<Instant, Double>();
        jdbc.sql("select phenomenon_at, result from sensing.observation where datastream_id = ?")
                .param(stream.id())
                .query(row -> {
                    stored.put(row.getTimestamp(1).toInstant(), row.getDouble(2));
                });
        return stored;
    }

    /** received − stored − rejected of a source: 0 when every message is accounted for. */
    void assertAccounted(String source, long received) {
        var counts = new TreeMap<String, Long>();
        jdbc.sql("select code, rows from sensing.tally where source = ?")
                .param(source)
                .query(row -> {
                    counts.put(row.getString(1), row.getLong(2));
                });
        assertThat(counts).containsEntry("received", received);
        assertThat(counts.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(2 * received);
    }
}
