package io.chengyun.platform.sensing.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The database is out of reach: nothing is acknowledged that is not stored, nothing is lost that was acknowledged. */
class DatabaseAwayTest extends HardTimes {

    private static final int SERVER_BUSY = 0x89;
    private static final Duration AGAIN_WITHIN = Duration.ofSeconds(60);

    @AfterEach
    void mend() {
        WIRE.mend();
        await().atMost(AGAIN_WITHIN).ignoreExceptions().until(() -> sensing.listStreams() != null && reached());
    }

    private boolean reached() {
        return jdbc.sql("select 1").query(Integer.class).single() == 1;
    }

    @Test
    void aMessageThatComesInTheMeantimeIsAcknowledgedWhenTheDatabaseIsBack() {
        var gauge = gauge();
        var at = earlier(10);
        var client = client();
        WIRE.cut();
        var answer = client.toAsync()
                .publishWith()
                .topic(topic(gauge.rain()))
                .qos(MqttQos.AT_LEAST_ONCE)
                .payload(body(at, 1.5).getBytes(StandardCharsets.UTF_8))
                .send();
        await().until(() -> server.waiting() == 1);
        assertThat(answer).isNotDone();

        WIRE.mend();

        assertThat(answer.orTimeout(60, TimeUnit.SECONDS).join().getError()).isEmpty();
        assertThat(stored(gauge.rain())).isEqualTo(Map.of(at, 1.5));
    }

    @Test
    void whenItStaysAwayTheClientIsSentAwayUnacknowledgedAndItsSecondTryIsStoredOnce() throws IOException {
        var gauge = gauge();
        for (int qos : new int[] {1, 2}) {
            // A value without a time: an observation stored by both tries would stand there twice.
            var message = RawClient.publish(qos, 7, "d/" + gauge.code() + "/rainfall", "3.5");
            int received = qos == 1 ? RawClient.PUBACK : RawClient.PUBREC;
            try (var client = RawClient.of(server.port(), "patient", false, null)) {
                WIRE.cut();
                client.send(message);
                assertThat(client.next(RawClient.DISCONNECT).farewell()).isEqualTo(SERVER_BUSY);
                assertThatThrownBy(client::next).isInstanceOf(EOFException.class);
            }
            WIRE.mend();
            await().atMost(AGAIN_WITHIN).ignoreExceptions().until(this::reached);
            assertThat(stored(gauge.rain())).hasSize(qos - 1);
            try (var client = RawClient.of(server.port(), "patient", false, null)) {
                client.send(message);
                assertThat(client.next(received).reason()).isZero();
            }
            assertThat(stored(gauge.rain())).hasSize(qos);
        }
    }
}
