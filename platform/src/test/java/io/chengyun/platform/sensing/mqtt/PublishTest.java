package io.chengyun.platform.sensing.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PublishTest extends MqttCalls {

    @Test
    void anObservationOfTheStandardIsStoredBeforeItIsAcknowledged() {
        var gauge = gauge();
        var at = earlier(10);

        assertThat(answer(client(), topic(gauge.rain()), body(at, 1.5))).isEqualTo("0");

        assertThat(stored(gauge.rain())).isEqualTo(Map.of(at, 1.5));
    }

    @Test
    void theStreamMayStandInTheBody() {
        var gauge = gauge();
        var at = earlier(10);
        var body = "{\"phenomenonTime\":\"" + at + "\",\"result\":2,\"Datastream\":{\"@iot.id\":"
                + gauge.level().id() + "}}";

        assertThat(answer(client(), "v1.0/Observations", body)).isEqualTo("0");

        assertThat(stored(gauge.level())).isEqualTo(Map.of(at, 2.0));
    }

    @Test
    void aSmallDeviceSendsABareNumberOrATimeAndANumber() {
        var gauge = gauge();
        var at = earlier(10);
        var client = client();
        var topic = "d/" + gauge.code() + "/rainfall";

        assertThat(answer(client, topic, at + ",1.5")).isEqualTo("0");
        assertThat(answer(client, topic, "{\"t\":\"" + at.plusSeconds(1) + "\",\"v\":2.5}"))
                .isEqualTo("0");
        assertThat(answer(client, topic, "3.5")).isEqualTo("0");

        assertThat(stored(gauge.rain()))
                .hasSize(3)
                .containsEntry(at, 1.5)
                .containsEntry(at.plusSeconds(1), 2.5)
                .containsValue(3.5);
    }

    @Test
    void severalPropertiesTravelInOneMessageAndEachRowStandsForItself() {
        var gauge = gauge();
        var at = earlier(10);
        var client = client();
        var lines = "rainfall," + at + ",1\nwater_level," + at + ",2\nrainfall," + at.plusSeconds(1) + ",-5\nfog,3\n";
        var json = "[{\"p\":\"rainfall\",\"t\":\"" + at.plusSeconds(2) + "\",\"v\":4}]";

        assertThat(answer(client, "d/" + gauge.code(), lines))
                .isEqualTo("99 stored 2 of 4: 3=out-of-range, 4=unknown-datastream");
        assertThat(answer(client, "d/" + gauge.code(), json)).isEqualTo("0");

        assertThat(stored(gauge.rain())).isEqualTo(Map.of(at, 1.0, at.plusSeconds(2), 4.0));
        assertThat(stored(gauge.level())).isEqualTo(Map.of(at, 2.0));
    }

    @Test
    void clientsOf311AreServedAndARejectedMessageIsAcknowledgedAndKeptInQuarantine() {
        var gauge = gauge();
        var at = earlier(10);
        var client = oldClient();
        for (var text : new String[] {body(at, 1.5), body(at.plusSeconds(1), -7), "garbage"}) {
            client.publishWith()
                    .topic(topic(gauge.rain()))
                    .qos(MqttQos.AT_LEAST_ONCE)
                    .payload(text.getBytes(StandardCharsets.UTF_8))
                    .send();
        }

        assertThat(stored(gauge.rain())).isEqualTo(Map.of(at, 1.5));
        assertThat(jdbc.sql("select code from sensing.quarantine where datastream_id = ? order by id")
                        .param(gauge.rain().id())
                        .query(String.class)
                        .list())
                .containsExactly("out-of-range", "malformed-row");
    }

    @Test
    void whatWasSentTwiceIsAcknowledgedAndStoredOnce() {
        var gauge = gauge();
        var at = earlier(10);
        var client = client();

        assertThat(answer(client, topic(gauge.rain()), body(at, 1.5))).isEqualTo("0");
        assertThat(answer(client, topic(gauge.rain()), body(at, 1.5))).isEqualTo("0 duplicate");

        assertThat(stored(gauge.rain())).hasSize(1);
    }

    @Test
    void badMessagesAreAnsweredWithTheReasonAndEachIsCounted() {
        var gauge = gauge();
        var client = client();
        var received = jdbc.sql("select coalesce(sum(rows), 0) from sensing.tally"
                        + " where source = 'mqtt:anonymous' and code = 'received'")
                .query(Long.class)
                .single();

        assertThat(answer(client, topic(gauge.rain()), "\u0001\u0002{")).isEqualTo("99 malformed-row");
        assertThat(answer(client, topic(gauge.rain()), "")).isEqualTo("99 malformed-row");
        assertThat(answer(client, "v1.1/Datastreams(999999)/Observations", "{\"result\":1}"))
                .isEqualTo("99 unknown-datastream");
        assertThat(answer(client, "v1.1/Things", "{}")).isEqualTo("90 unknown-topic");
        assertThat(answer(client, "d/" + gauge.code() + "/rainfall", "NaN")).isEqualTo("99 not-a-number");
        assertThat(answer(client, "d/" + gauge.code() + "/rainfall", "{\"v\":\"7\"}"))
                .isEqualTo("99 not-numeric");
        assertThat(answer(client, "d/" + gauge.code() + "/rainfall", "{\"t\":\"yesterday\",\"v\":7}"))
                .isEqualTo("99 malformed-row");
        assertThat(answer(client, "d//", "1")).isEqualTo("90 unknown-topic");
        assertThat(answer(client, "d/" + gauge.code(), "[]")).isEqualTo("99 missing");

        assertAccounted("mqtt:anonymous", received + 9);
        assertThat(stored(gauge.rain())).isEmpty();
    }
}
