package io.chengyun.platform.sensing.mqtt.outside;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import io.chengyun.platform.sensing.device.Sender;
import io.chengyun.platform.sensing.mqtt.intake.Gatherer;
import io.chengyun.platform.sensing.mqtt.intake.Letter;
import io.chengyun.platform.sensing.mqtt.intake.PublishReader;
import io.chengyun.platform.sensing.mqtt.intake.Verdict;
import io.chengyun.platform.sensing.notation.PhenomenonTime;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.util.concurrent.EventExecutor;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Messages of the cluster on their way into the house (外来邮袋). Each device behind the cluster is a source of its own, so
 * that one that sends rubbish does not speak against the others. Lives on one thread.
 */
final class Mailbag {

    private static final Logger LOG = LoggerFactory.getLogger(Mailbag.class);
    private static final Sender CLUSTER = new Sender("outside", null);

    private final EventExecutor thread;
    private final Gatherer gatherer;
    private final PublishReader reader;
    private final Clock clock;
    private final Duration again;
    private boolean sendingOff;
    private long dropped;

    Mailbag(EventExecutor thread, Gatherer gatherer, PublishReader reader, Clock clock, Duration again) {
        this.thread = thread;
        this.gatherer = gatherer;
        this.reader = reader;
        this.clock = clock;
        this.again = again;
    }

    /** A message as it came. */
    private record Arrived(Mqtt5Publish message, long atMicros) {}

    /** Takes a message in; may be called on any thread. */
    void take(Mqtt5Publish message) {
        thread.execute(() -> take(new Arrived(message, PhenomenonTime.micros(clock.instant()))));
    }

    private void take(Arrived arrived) {
        // The cluster holds back what is acknowledged; what is not, nobody can hold back.
        if (gatherer.full() && arrived.message().getQos() == MqttQos.AT_MOST_ONCE) {
            if (dropped++ == 0) {
                LOG.warn("the cluster outside sends more of QoS 0 than can be stored: what is too much is dropped");
            }
            return;
        }
        var topic = arrived.message().getTopic().toString();
        var text = new String(arrived.message().getPayloadAsBytes(), StandardCharsets.UTF_8);
        var publish = new PublishReader.Publish(topic, text, CLUSTER, arrived.atMicros());
        gatherer.take(
                "outside:" + reader.thing(topic),
                batch -> reader.read(publish, batch),
                (first, rows) -> new Letter(new Reply(arrived), 0, MqttQoS.AT_LEAST_ONCE, first, rows));
        if (!sendingOff) {
            sendingOff = true;
            thread.execute(this::sendOff);
        }
    }

    private void sendOff() {
        sendingOff = false;
        gatherer.sendOff();
    }

    private void takeAgain(Arrived arrived) {
        thread.schedule(() -> take(arrived), again.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Acknowledges a message when its rows are committed, or rejected and kept in quarantine. */
    private final class Reply implements Letter.Correspondent {

        private final Arrived arrived;

        Reply(Arrived arrived) {
            this.arrived = arrived;
        }

        @Override
        public void answer(Letter letter, Verdict verdict) {
            if (verdict.isQuota()) {
                takeAgain(arrived);
            } else if (arrived.message().getQos() != MqttQos.AT_MOST_ONCE) {
                arrived.message().acknowledge();
            }
        }

        @Override
        public void giveUp(Letter letter) {
            takeAgain(arrived);
        }
    }
}
