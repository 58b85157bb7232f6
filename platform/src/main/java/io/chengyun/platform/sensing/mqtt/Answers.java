package io.chengyun.platform.sensing.mqtt;

import io.chengyun.platform.sensing.mqtt.intake.Letter;
import io.chengyun.platform.sensing.mqtt.intake.Verdict;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttFixedHeader;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttMessageIdVariableHeader;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttPubReplyMessageVariableHeader;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttReasonCodes;
import java.util.List;

/** The packets the house sends (应答报文), in the words of the client's protocol version. */
final class Answers {

    private final boolean five;

    /** @param five whether the client speaks MQTT 5 */
    Answers(boolean five) {
        this.five = five;
    }

    boolean five() {
        return five;
    }

    /** Lets the client in and names the limits. */
    MqttMessage welcome(boolean known, Terms terms) {
        var answer = MqttMessageBuilders.connAck()
                .returnCode(MqttConnectReturnCode.CONNECTION_ACCEPTED)
                .sessionPresent(known);
        if (five) {
            answer.properties(properties -> {
                properties
                        .receiveMaximum(terms.inflight())
                        .maximumPacketSize(terms.maxBytes())
                        .subscriptionIdentifiersAvailable(false)
                        .sharedSubscriptionAvailable(false)
                        .wildcardSubscriptionAvailable(true);
                if (!terms.assignedId().isEmpty()) {
                    properties.assignedClientId(terms.assignedId());
                }
                if (terms.keepAlive() > 0) {
                    properties.serverKeepAlive(terms.keepAlive());
                }
            });
        }
        return answer.build();
    }

    /** What a client is told when it is let in; an empty id and a keep-alive of 0 are its own. */
    record Terms(int inflight, int maxBytes, String assignedId, int keepAlive) {}

    /** Turns the client away. */
    MqttMessage refusal(MqttConnectReturnCode code, MqttConnectReturnCode codeOfFive) {
        return MqttMessageBuilders.connAck()
                .returnCode(five ? codeOfFive : code)
                .build();
    }

    /** PUBACK for QoS 1, PUBREC for QoS 2; MQTT 3.1.1 has no word for why. */
    MqttMessage receipt(Letter letter, Verdict verdict) {
        var type = letter.qos() == MqttQoS.AT_LEAST_ONCE ? MqttMessageType.PUBACK : MqttMessageType.PUBREC;
        return reply(type, letter.packet(), verdict);
    }

    /** The plain word that a step of QoS 2 is done. */
    MqttMessage step(MqttMessageType type, int packet) {
        return reply(type, packet, new Verdict(Verdict.SUCCESS, ""));
    }

    private MqttMessage reply(MqttMessageType type, int packet, Verdict verdict) {
        var qos = type == MqttMessageType.PUBREL ? MqttQoS.AT_LEAST_ONCE : MqttQoS.AT_MOST_ONCE;
        var header = new MqttFixedHeader(type, false, qos, false, 0);
        if (!five || (verdict.code() == Verdict.SUCCESS && verdict.reason().isEmpty())) {
            return new MqttMessage(header, MqttMessageIdVariableHeader.from(packet));
        }
        var properties = new MqttProperties();
        if (!verdict.reason().isEmpty()) {
            properties.add(new MqttProperties.StringProperty(MqttProperties.REASON_STRING, verdict.reason()));
        }
        return new MqttMessage(header, new MqttPubReplyMessageVariableHeader(packet, verdict.code(), properties));
    }

    MqttMessage subscribed(int packet, List<Integer> codes) {
        var answer = MqttMessageBuilders.subAck().packetId(packet).build();
        return new io.netty.handler.codec.mqtt.MqttSubAckMessage(
                answer.fixedHeader(),
                answer.idAndPropertiesVariableHeader(),
                new io.netty.handler.codec.mqtt.MqttSubAckPayload(codes));
    }

    MqttMessage unsubscribed(int packet, List<Boolean> known) {
        var answer = MqttMessageBuilders.unsubAck().packetId(packet);
        if (five) {
            known.forEach(one -> answer.addReasonCode(
                    (one ? MqttReasonCodes.UnsubAck.SUCCESS : MqttReasonCodes.UnsubAck.NO_SUBSCRIPTION_EXISTED)
                            .byteValue()));
        }
        return answer.build();
    }

    MqttMessage news(String topic, byte[] text, Delivery delivery) {
        return MqttMessageBuilders.publish()
                .topicName(topic)
                .retained(delivery.retained())
                .qos(delivery.packet() == 0 ? MqttQoS.AT_MOST_ONCE : MqttQoS.AT_LEAST_ONCE)
                .messageId(delivery.packet())
                .payload(Unpooled.wrappedBuffer(text))
                .build();
    }

    /** How a message goes out: packet number 0 without acknowledgement; retained when it is the value on subscribing. */
    record Delivery(int packet, boolean retained) {}

    /** The last word to a client of MQTT 5; 3.1.1 knows none. */
    MqttMessage goodbye(MqttReasonCodes.Disconnect code, String reason) {
        var properties = new MqttProperties();
        properties.add(new MqttProperties.StringProperty(MqttProperties.REASON_STRING, reason));
        return MqttMessageBuilders.disconnect()
                .reasonCode(code.byteValue())
                .properties(properties)
                .build();
    }
}
