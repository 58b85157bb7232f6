package io.chengyun.platform.sensing.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Clients that ask and do not read what they are told: they cost little, and not for long. */
class NeverReadsTest extends HardTimes {

    private static final long MOST_UNREAD = 16L << 20;
    private static final int PINGS = 1 << 14;

    @Test
    void whoNeverReadsItsAnswersIsNotReadFromAndIsSentAwayWhileOthersAreServed() throws IOException {
        var gauge = gauge();
        var other = client();
        var mostUnread = new AtomicLong();
        var at = earlier(1_000);
        try (var rude = RawClient.of(server.port(), "never-reads")) {
            var flood = CompletableFuture.runAsync(() -> pingUntilTheLineEnds(rude));
            for (int i = 0; !flood.isDone(); i++) {
                assertThat(answer(other, topic(gauge.rain()), body(at.plusSeconds(i), 1)))
                        .isEqualTo("0");
                mostUnread.accumulateAndGet(server.unread().join(), Math::max);
            }
        }
        assertThat(mostUnread.get()).isBetween(1L, MOST_UNREAD);
        await().until(() -> server.clients() == 1);
    }

    private static void pingUntilTheLineEnds(RawClient rude) {
        try {
            var pings = new ByteArrayOutputStream();
            for (int i = 0; i < PINGS; i++) {
                pings.write(RawClient.ping());
            }
            while (true) {
                rude.send(pings.toByteArray());
            }
        } catch (IOException sentAway) {
            assertThat(sentAway.getMessage()).isNotBlank();
        }
    }

    @Test
    void aSubscriberThatNeverAcknowledgesIsSentAwayWithTheReason() throws InterruptedException {
        var gauge = gauge();
        var lost = new ConcurrentLinkedQueue<String>();
        var lazy = Mqtt5Client.builder()
                .identifier("never-acknowledges")
                .serverHost("127.0.0.1")
                .serverPort(server.port())
                .addDisconnectedListener(gone -> lost.add(String.valueOf(gone.getCause())))
                .buildBlocking();
        lazy.connectWith().restrictions().receiveMaximum(1).applyRestrictions().send();
        try (var mail = lazy.publishes(MqttGlobalPublishFilter.ALL, true)) {
            lazy.subscribeWith()
                    .topicFilter("d/" + gauge.code() + "/+")
                    .qos(MqttQos.AT_LEAST_ONCE)
                    .send();
            var at = earlier(100);
            var other = client();
            for (int i = 0; i < 100 && lost.isEmpty(); i++) {
                answer(other, "d/" + gauge.code(), "rainfall," + at.plusSeconds(i) + ",1\nwater_level,2");
                Thread.sleep(100);
            }
            assertThat(mail.receiveNow()).isPresent();
        }
        assertThat(lost).singleElement().asString().contains("DISCONNECT");
    }
}
