package io.chengyun.platform.sensing.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5ConnAckException;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5SubAckException;
import io.chengyun.platform.journal.House;
import io.chengyun.platform.journal.Journal;
import io.chengyun.platform.sensing.device.DeviceEvent;
import io.chengyun.platform.sensing.device.DeviceKeys;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** A house with a key: devices come in with it, or with a credential of their own. */
@TestPropertySource(properties = "chengyun.sensing.device-key=house-key")
class CredentialTest extends MqttCalls {

    @Autowired
    DeviceKeys keys;

    @Autowired
    House house;

    @Autowired
    Journal journal;

    private Mqtt5BlockingClient comes(String name, String secret) {
        var client = made("credential-" + NUMBERS.incrementAndGet());
        client.connectWith()
                .simpleAuth()
                .username(name)
                .password(secret.getBytes(StandardCharsets.UTF_8))
                .applySimpleAuth()
                .send();
        return client;
    }

    private static String code(Mqtt5ConnAckException refused) {
        return refused.getMqttMessage().getReasonCode().name();
    }

    @Test
    void whoKnowsTheHouseKeyWritesEverything() {
        var gauge = gauge();
        var at = earlier(10);

        assertThat(answer(comes("device", "house-key"), topic(gauge.rain()), body(at, 1)))
                .isEqualTo("0");
    }

    @Test
    void nobodyComesInWithoutACredentialOrWithAWrongOne() {
        var gauge = gauge();
        var other = gauge();
        var token = keys.issue(gauge.code(), "admin").token();

        for (var wrong : new String[][] {
            {"device", "house-kez"}, {gauge.code(), "house-key"}, {gauge.code(), token + "x"}, {other.code(), token}
        }) {
            assertThatThrownBy(() -> comes(wrong[0], wrong[1]))
                    .isInstanceOfSatisfying(
                            Mqtt5ConnAckException.class,
                            refused -> assertThat(code(refused)).isEqualTo("BAD_USER_NAME_OR_PASSWORD"));
        }
        assertThatThrownBy(this::client).isInstanceOf(Mqtt5ConnAckException.class);
        await().until(() -> {
            house.settle();
            return journal.list(0, 10_000).stream()
                            .filter(entry -> entry.event() instanceof DeviceEvent.TurnedAway)
                            .count()
                    > 0;
        });
    }

    @Test
    void aDeviceWritesItsOwnStreamsOnlyAndReachingFurtherIsNoted() {
        var gauge = gauge();
        var other = gauge();
        var at = earlier(10);
        var client = comes(gauge.code(), keys.issue(gauge.code(), "admin").token());

        assertThat(answer(client, topic(gauge.rain()), body(at, 1))).isEqualTo("0");
        assertThat(answer(client, "d/" + gauge.code() + "/water_level", at + ",2"))
                .isEqualTo("0");
        assertThat(answer(client, topic(other.rain()), body(at, 1))).isEqualTo("87 not-yours");
        assertThat(answer(client, "d/" + other.code() + "/rainfall", at + ",1")).isEqualTo("87 not-yours");
        assertThat(answer(
                        client,
                        topic(gauge.rain()),
                        "{\"result\":1,\"Datastream\":{\"@iot.id\":"
                                + other.rain().id() + "}}"))
                .isEqualTo("87 not-yours");

        assertThat(stored(gauge.rain())).isEqualTo(Map.of(at, 1.0));
        assertThat(stored(other.rain())).isEmpty();
        assertAccounted("mqtt:" + gauge.code(), 5);
        await().untilAsserted(() -> {
            house.settle();
            assertThat(journal.listAbout("thing-" + gauge.code()))
                    .filteredOn(entry -> entry.event() instanceof DeviceEvent.TurnedAway)
                    .hasSize(1);
        });
    }

    @Test
    void aDeviceOf311ThatReachesFurtherIsSentAway() {
        var gauge = gauge();
        var other = gauge();
        var client = com.hivemq.client.mqtt.mqtt3.Mqtt3Client.builder()
                .identifier("old")
                .serverHost("127.0.0.1")
                .serverPort(server.port())
                .buildBlocking();
        client.connectWith()
                .simpleAuth()
                .username(gauge.code())
                .password(keys.issue(gauge.code(), "admin").token().getBytes(StandardCharsets.UTF_8))
                .applySimpleAuth()
                .send();

        assertThatThrownBy(() -> client.publishWith()
                        .topic(topic(other.rain()))
                        .qos(MqttQos.AT_LEAST_ONCE)
                        .payload("{\"result\":1}".getBytes(StandardCharsets.UTF_8))
                        .send())
                .isInstanceOf(RuntimeException.class);
        await().until(() -> !client.getState().isConnected());
        assertThat(stored(other.rain())).isEmpty();
    }

    @Test
    void aDeviceHearsItsOwnStreamsOnly() {
        var gauge = gauge();
        var other = gauge();
        var client = comes(gauge.code(), keys.issue(gauge.code(), "admin").token());

        client.subscribeWith().topicFilter("d/" + gauge.code() + "/+").send();
        client.subscribeWith().topicFilter(topic(gauge.rain())).send();
        for (var foreign :
                new String[] {topic(other.rain()), "v1.1/Observations", "v1.1/Things", "d/+/rainfall", "d/#"}) {
            assertThatThrownBy(() -> client.subscribeWith().topicFilter(foreign).send())
                    .as(foreign)
                    .isInstanceOf(Mqtt5SubAckException.class);
        }
    }

    @Test
    void aRevokedCredentialEndsTheConnectionAndOpensNoOther() {
        var gauge = gauge();
        var issued = keys.issue(gauge.code(), "admin");
        var client = comes(gauge.code(), issued.token());
        house.settle();
        assertThat(client.getState().isConnected()).isTrue();

        keys.revoke(gauge.code(), issued.credential().id(), "admin");
        house.settle();

        await().until(() -> !client.getState().isConnected());
        assertThatThrownBy(() -> comes(gauge.code(), issued.token())).isInstanceOf(Mqtt5ConnAckException.class);
        assertThat(keys.list(gauge.code()))
                .singleElement()
                .satisfies(one -> assertThat(one.revokedAt()).isNotNull());
        assertThat(journal.listAbout("thing-" + gauge.code()).toString()).doesNotContain(issued.token());
    }

    @Test
    void aDeviceWhoseCredentialWasRevokedLeavesNoWill() {
        var gauge = gauge();
        var at = earlier(10);
        var issued = keys.issue(gauge.code(), "admin");
        var client = made("testator");
        client.connectWith()
                .simpleAuth()
                .username(gauge.code())
                .password(issued.token().getBytes(StandardCharsets.UTF_8))
                .applySimpleAuth()
                .willPublish()
                .topic("d/" + gauge.code() + "/rainfall")
                .payload((at + ",1").getBytes(StandardCharsets.UTF_8))
                .applyWillPublish()
                .send();
        house.settle();
        keys.revoke(gauge.code(), issued.credential().id(), "admin");
        house.settle();
        await().until(() -> !client.getState().isConnected());

        // The house key's message is written after whatever came before it from the same door.
        assertThat(answer(comes("device", "house-key"), topic(gauge.level()), body(at, 1)))
                .isEqualTo("0");
        assertThat(stored(gauge.rain())).isEmpty();
    }
}
