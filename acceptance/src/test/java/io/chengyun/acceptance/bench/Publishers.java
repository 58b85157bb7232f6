package io.chengyun.acceptance.bench;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** MQTT clients that publish with QoS 1, each with a bounded number of messages unanswered. */
final class Publishers implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 120;

    private final List<Mqtt5AsyncClient> clients = new ArrayList<>();
    private final List<Semaphore> windows = new ArrayList<>();
    private final AtomicReference<Throwable> wrong = new AtomicReference<>();
    private final int window;

    private Publishers(int window) {
        this.window = window;
    }

    static Publishers connect(int port, int count, int window) throws Exception {
        var publishers = new Publishers(window);
        for (int i = 0; i < count; i++) {
            var client = Mqtt5Client.builder()
                    .identifier("bench-" + i)
                    .serverHost("127.0.0.1")
                    .serverPort(port)
                    .buildAsync();
            client.connect().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            publishers.clients.add(client);
            publishers.windows.add(new Semaphore(window));
        }
        return publishers;
    }

    /** Sends one reading of each stream for each step of ten seconds and waits for all answers. */
    void send(List<Long> streams, Instant from, int steps) throws Exception {
        for (int step = 0; step < steps; step++) {
            var time = from.plusSeconds(step * 10L);
            for (int i = 0; i < streams.size(); i++) {
                publish(i % clients.size(), streams.get(i), time, Senders.value(streams.get(i), step));
            }
        }
        for (var one : windows) {
            if (!one.tryAcquire(window, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("a message was not acknowledged");
            }
            one.release(window);
        }
        if (wrong.get() != null) {
            throw new IllegalStateException("a message was refused", wrong.get());
        }
    }

    private void publish(int client, long stream, Instant time, double value) throws InterruptedException {
        windows.get(client).acquire();
        clients.get(client)
                .publishWith()
                .topic("v1.1/Datastreams(" + stream + ")/Observations")
                .qos(MqttQos.AT_LEAST_ONCE)
                .payload(("{\"phenomenonTime\":\"" + time + "\",\"result\":" + value + "}")
                        .getBytes(StandardCharsets.UTF_8))
                .send()
                .whenComplete((answer, fault) -> {
                    if (fault != null) {
                        wrong.compareAndSet(null, fault);
                    }
                    windows.get(client).release();
                });
    }

    @Override
    public void close() {
        clients.forEach(Mqtt5AsyncClient::disconnect);
    }
}
