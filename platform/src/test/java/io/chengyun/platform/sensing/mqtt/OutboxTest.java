package io.chengyun.platform.sensing.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class OutboxTest {

    private static final int MOST = 3;
    private static final int WINDOW = 2;

    private final EmbeddedChannel channel = new EmbeddedChannel();
    private final Outbox outbox = new Outbox(channel, new Answers(true), MOST, WINDOW);

    private void put(long stream, String text) {
        outbox.put(stream, new Outbox.Waiting("t" + stream, text.getBytes(StandardCharsets.UTF_8), true, false));
    }

    private String sent() {
        var line = new StringBuilder();
        MqttPublishMessage message = channel.readOutbound();
        while (message != null) {
            line.append(message.variableHeader().packetId())
                    .append('=')
                    .append(message.payload().toString(StandardCharsets.UTF_8))
                    .append(' ');
            message.release();
            message = channel.readOutbound();
        }
        return line.toString().strip();
    }

    @Test
    void keepsOfEachStreamOnlyTheNewest() {
        put(1, "old");
        put(2, "other");
        put(1, "new");
        outbox.send();
        assertThat(sent()).isEqualTo("1=new 2=other");
    }

    @Test
    void dropsTheOldestBeyondWhatMayWaitAndCountsIt() {
        for (int stream = 1; stream <= MOST + 2; stream++) {
            put(stream, "v" + stream);
        }
        assertThat(outbox.waiting()).isEqualTo(MOST);
        assertThat(outbox.dropped()).isEqualTo(2);
        outbox.send();
        assertThat(sent()).isEqualTo("1=v3 2=v4");
    }

    @Test
    void sendsNoMoreThanTheClientTakesBeforeItAcknowledges() {
        put(1, "a");
        put(2, "b");
        put(3, "c");
        outbox.send();
        assertThat(sent()).isEqualTo("1=a 2=b");
        assertThat(outbox.stalled()).isTrue();

        outbox.acknowledged(99);
        assertThat(sent()).as("what was never sent cannot be acknowledged").isEmpty();
        outbox.acknowledged(1);
        assertThat(sent()).isEqualTo("3=c");
        assertThat(outbox.stalled()).isFalse();
        assertThat(outbox.sent()).isEqualTo(3);
    }
}
