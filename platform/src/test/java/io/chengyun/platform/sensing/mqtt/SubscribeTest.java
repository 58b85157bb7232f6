package io.chengyun.platform.sensing.mqtt;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient.Mqtt5Publishes;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5SubAckException;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import io.chengyun.platform.sensing.ObservationBatch;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

class SubscribeTest extends MqttCalls {

    @Autowired
    TransactionTemplate transaction;

    private static String heard(Mqtt5Publishes mail) throws InterruptedException {
        return mail.receive(10, SECONDS).map(SubscribeTest::text).orElse("nothing");
    }

    private static String text(Mqtt5Publish publish) {
        return (publish.isRetain() ? "retained " : "") + publish.getTopic() + " "
                + new String(publish.getPayloadAsBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void aSubscriberFindsTheLastValueAndHearsTheNextWhicheverDoorItCameThrough() throws InterruptedException {
        var gauge = gauge();
        var at = earlier(10);
        answer(client(), topic(gauge.rain()), body(at, 1.5));
        Thread.sleep(200); // if somebody of before still listens, it is no news any more
        var listener = client();
        try (var mail = listener.publishes(MqttGlobalPublishFilter.ALL)) {
            var filter = topic(gauge.rain()) + "?$select=result,phenomenonTime";
            listener.subscribeWith()
                    .topicFilter(filter)
                    .qos(MqttQos.EXACTLY_ONCE)
                    .send();
            assertThat(heard(mail))
                    .isEqualTo("retained " + filter + " {\"phenomenonTime\":\"" + at + "\",\"result\":1.5}");

            Thread.sleep(200); // the door's tick: from now on it knows that somebody listens
            sensing.store(new ObservationBatch("test").add(gauge.rain().id(), at.plusSeconds(1), 2.5));
            assertThat(heard(mail))
                    .isEqualTo(filter + " {\"phenomenonTime\":\"" + at.plusSeconds(1) + "\",\"result\":2.5}");
        }
    }

    @Test
    void aCorrectedLastValueIsHeardAndACorrectionOfWhatIsOlderIsNot() throws InterruptedException {
        var gauge = gauge();
        var older = earlier(20);
        var at = earlier(10);
        keepLast(gauge.rain().id());
        answer(client(), topic(gauge.rain()), body(older, 1));
        answer(client(), topic(gauge.rain()), body(at, 1.5));
        Thread.sleep(200); // if somebody of before still listens, it is no news any more
        var listener = client();
        try (var mail = listener.publishes(MqttGlobalPublishFilter.ALL)) {
            listener.subscribeWith()
                    .topicFilter("d/" + gauge.code() + "/rainfall")
                    .send();
            assertThat(heard(mail)).startsWith("retained ").endsWith("\"v\":1.5}");
            answer(client(), topic(gauge.rain()), body(older, 9));
            sensing.alter(List.of(gauge.rain().id()), () -> {
                jdbc.sql("update sensing.observation set result = 8 where datastream_id = ? and result = 9")
                        .param(gauge.rain().id())
                        .update();
                return Map.of(gauge.rain().id(), List.of(older));
            });
            Thread.sleep(200);
            answer(client(), topic(gauge.rain()), body(at, 2.5));

            assertThat(heard(mail)).isEqualTo("d/" + gauge.code() + "/rainfall {\"t\":\"" + at + "\",\"v\":2.5}");
        }
    }

    private void keepLast(long stream) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("update sensing.datastream set properties = '{\"duplicates\":\"last\"}' where id = ?")
                    .param(stream)
                    .update();
            sensing.changed(List.of(stream));
        });
    }

    @Test
    void theWholeObservationHasItsIdAndAllStreamsAreHeardOnOneTopic() throws InterruptedException {
        var gauge = gauge();
        var at = earlier(10);
        var listener = client();
        try (var mail = listener.publishes(MqttGlobalPublishFilter.ALL)) {
            listener.subscribeWith().topicFilter("v1.1/Observations").send();
            Thread.sleep(200);
            answer(client(), "d/" + gauge.code(), "rainfall," + at + ",1\nwater_level," + at + ",2");

            assertThat(heard(mail) + heard(mail))
                    .contains("\"@iot.id\":\"" + gauge.rain().id() + "-" + at.getEpochSecond() + "000000\"")
                    .contains("\"@iot.id\":\"" + gauge.level().id() + "-")
                    .contains("\"result\":1.0")
                    .contains("\"result\":2.0");
        }
    }

    @Test
    void compactTopicsTakeWildcards() throws InterruptedException {
        var gauge = gauge();
        var at = earlier(10);
        answer(client(), "d/" + gauge.code() + "/rainfall", at + ",1.5");
        var listener = client();
        try (var mail = listener.publishes(MqttGlobalPublishFilter.ALL)) {
            listener.subscribeWith().topicFilter("d/" + gauge.code() + "/#").send();

            assertThat(heard(mail))
                    .isEqualTo("retained d/" + gauge.code() + "/rainfall {\"t\":\"" + at + "\",\"v\":1.5}");
        }
    }

    @Test
    void whereNothingCanBeHeardTheSubscriptionIsRefused() {
        var listener = client();
        for (var nothing :
                new String[] {"#", "$SYS/#", "v1.1/Nothing", "d", "d/a/b/c", "v1.1/Datastreams(x)/Observations"}) {
            assertThatThrownBy(
                            () -> listener.subscribeWith().topicFilter(nothing).send())
                    .as(nothing)
                    .isInstanceOf(Mqtt5SubAckException.class);
        }
    }

    @Test
    void whatIsPublishedIsNotForwardedBeforeItIsStored() throws InterruptedException {
        var gauge = gauge();
        var listener = client();
        try (var mail = listener.publishes(MqttGlobalPublishFilter.ALL)) {
            listener.subscribeWith().topicFilter(topic(gauge.rain())).send();
            Thread.sleep(200);
            answer(client(), topic(gauge.rain()), "{\"result\":-99}");
            var at = earlier(5);
            answer(client(), topic(gauge.rain()), body(at, 4));

            assertThat(heard(mail)).contains("\"result\":4.0");
        }
    }
}
