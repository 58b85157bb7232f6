package io.chengyun.platform.sensing.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import io.chengyun.platform.sensing.mqtt.RawClient.Will;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Clients that do not keep to the rules, or to nothing at all; whoever keeps to them is served meanwhile. */
class BadMannersTest extends MqttCalls {

    private static final int PACKET_TOO_LARGE = 0x95;
    private static final int TAKEN_OVER = 0x8E;
    private static final int WITH_WILL = 4;

    private RawClient raw(String id) throws IOException {
        return RawClient.of(server.port(), id);
    }

    private static String compact(Gauge gauge) {
        return "d/" + gauge.code() + "/rainfall";
    }

    @Test
    void aMessageOfTenMegabytesIsNotTakenAndItsSenderHearsWhyBeforeItIsSentAway() throws IOException {
        var gauge = gauge();
        var at = earlier(10);
        var other = client();
        try (var rude = raw("ten-megabytes")) {
            rude.send(RawClient.publish(1, 1, topic(gauge.rain()), new byte[10 << 20]));
            assertThat(rude.next(RawClient.DISCONNECT).farewell()).isEqualTo(PACKET_TOO_LARGE);
            assertThatThrownBy(rude::next).isInstanceOf(EOFException.class);
        }
        assertThat(answer(other, topic(gauge.rain()), body(at, 1))).isEqualTo("0");
        assertThat(stored(gauge.rain())).isEqualTo(Map.of(at, 1.0));
    }

    @Test
    void whatIsNotMqttEndsTheConnectionAndNobodyElses() throws IOException {
        var gauge = gauge();
        var at = earlier(10);
        var other = client();
        for (var garbage :
                new String[] {"GET /v1.1/Things HTTP/1.1\r\nHost: x\r\n\r\n", "\0\0\0\0", "\u00ff\u00ff\u00ff"}) {
            try (var rude = RawClient.silent(server.port())) {
                rude.send(garbage.getBytes(StandardCharsets.ISO_8859_1));
                assertThatThrownBy(rude::next).isInstanceOf(IOException.class);
            }
        }
        try (var rude = RawClient.silent(server.port())) {
            rude.send(RawClient.publish(1, 1, topic(gauge.rain()), body(at, 9))); // not introduced
            assertThatThrownBy(rude::next).isInstanceOf(IOException.class);
        }
        assertThat(answer(other, topic(gauge.rain()), body(at, 1))).isEqualTo("0");
        assertThat(stored(gauge.rain())).isEqualTo(Map.of(at, 1.0));
    }

    @Test
    void aMessageOfQos2IsStoredOnceHoweverOftenItIsSentUntilItsNumberIsReleased() throws IOException {
        var gauge = gauge();
        // A value without a time: stored twice it would have two times, so being sent twice would show.
        var message = RawClient.publish(2, 7, compact(gauge), "3.5");
        try (var client = raw("replays")) {
            client.send(message);
            client.send(message);
            client.send(message);
            assertThat(client.next(RawClient.PUBREC).number()).isEqualTo(7);
            client.send(message);
            assertThat(client.next(RawClient.PUBREC).number()).isEqualTo(7);
            assertThat(stored(gauge.rain())).hasSize(1);

            client.send(RawClient.release(7));
            client.send(message);
            var packet = client.next();
            while (packet.type() == RawClient.PUBREC) {
                packet = client.next();
            }
            assertThat(packet.type()).isEqualTo(RawClient.PUBCOMP);
            client.next(RawClient.PUBREC);
            assertThat(stored(gauge.rain()))
                    .as("a new message of the old number")
                    .hasSize(2);
        }
    }

    @Test
    void aMessageOfQos2IsStoredOnceAcrossTwoConnections() throws IOException {
        var gauge = gauge();
        var message = RawClient.publish(2, 9, compact(gauge), "3.5");
        try (var first = RawClient.of(server.port(), "comes-back", false, null)) {
            assertThat(first.sessionPresent()).isFalse();
            first.send(message);
            first.next(RawClient.PUBREC);
        }
        try (var second = RawClient.of(server.port(), "comes-back", false, null)) {
            assertThat(second.sessionPresent()).isTrue();
            second.send(message);
            second.next(RawClient.PUBREC);
            assertThat(stored(gauge.rain())).hasSize(1);
            second.send(RawClient.release(9));
            second.next(RawClient.PUBCOMP);
        }
    }

    @Test
    void aSecondConnectionOfTheSameIdTakesOverAndTheFirstHearsSo() throws IOException {
        var gauge = gauge();
        try (var first = raw("twin")) {
            first.send(RawClient.publish(1, 1, compact(gauge), "1"));
            first.next(RawClient.PUBACK);
            try (var second = raw("twin")) {
                assertThat(first.next(RawClient.DISCONNECT).farewell()).isEqualTo(TAKEN_OVER);
                assertThatThrownBy(first::next).isInstanceOf(EOFException.class);
                second.send(RawClient.publish(1, 1, compact(gauge), "2"));
                assertThat(second.next(RawClient.PUBACK).reason()).isZero();
            }
        }
        assertThat(stored(gauge.rain())).hasSize(2);
    }

    @Test
    void aWillIsStoredWhenItsClientVanishesAndNotWhenItSaysGoodbye() throws IOException {
        var gauge = gauge();
        for (int reason : new int[] {0, WITH_WILL, -1}) {
            var will = new Will(compact(gauge), earlier(100 - reason) + ",-5");
            try (var client = RawClient.of(server.port(), "mortal", true, will)) {
                if (reason >= 0) {
                    client.send(RawClient.goodbye(reason));
                    assertThatThrownBy(client::next).isInstanceOf(IOException.class);
                }
            }
        }
        // Below zero is out of range for rain: what is rejected is counted, what is never published is not.
        await().until(() -> rejected(gauge) == 2);
        assertThat(stored(gauge.rain())).isEmpty();
    }

    private long rejected(Gauge gauge) {
        return jdbc.sql("select count(*) from sensing.quarantine where datastream_id = ?")
                .param(gauge.rain().id())
                .query(Long.class)
                .single();
    }

    @Test
    void aClientThatComesBackHearsTheNewestOfWhatItSubscribedToBefore() throws InterruptedException {
        var gauge = gauge();
        var at = earlier(10);
        var id = "sleeper-" + NUMBERS.incrementAndGet();
        var before = made(id);
        before.connectWith().cleanStart(false).sessionExpiryInterval(3_600).send();
        before.subscribeWith().topicFilter(compact(gauge)).send();
        before.disconnect();
        answer(client(), compact(gauge), at + ",1.5");
        answer(client(), compact(gauge), at.plusSeconds(1) + ",2.5");

        var after = made(id);
        try (var mail = after.publishes(MqttGlobalPublishFilter.ALL)) {
            var welcome = after.connectWith()
                    .cleanStart(false)
                    .sessionExpiryInterval(3_600)
                    .send();
            assertThat(welcome.isSessionPresent()).isTrue();
            var heard = mail.receive(10, TimeUnit.SECONDS).orElseThrow();
            assertThat(new String(heard.getPayloadAsBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("{\"t\":\"" + at.plusSeconds(1) + "\",\"v\":2.5}");
        }
    }
}
