package io.chengyun.platform.sensing.mqtt;

import io.chengyun.platform.sensing.Datastream;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttReasonCodes;
import io.netty.handler.codec.mqtt.MqttSubscribeMessage;
import io.netty.handler.codec.mqtt.MqttSubscriptionOption.RetainedHandlingPolicy;
import io.netty.handler.codec.mqtt.MqttTopicSubscription;
import io.netty.handler.codec.mqtt.MqttUnsubscribeMessage;
import java.util.ArrayList;

/** Takes subscriptions of one client in and out (订阅台). */
final class SubscriptionDesk {

    private static final int OLD_FAILURE = 0x80;
    private static final int MOST = 1_000;

    private final Door door;
    private final MqttConnection.Guest guest;

    SubscriptionDesk(Door door, MqttConnection.Guest guest) {
        this.door = door;
        this.guest = guest;
    }

    /** Grants what can be heard, at most QoS 1, and tells the newest values. */
    void subscribe(MqttConnection connection, MqttSubscribeMessage packet) {
        var codes = new ArrayList<Integer>();
        var fresh = new ArrayList<Subscriptions.Subscription>();
        for (var asked : packet.payload().topicSubscriptions()) {
            codes.add(grant(asked, fresh));
        }
        connection.write(guest.answers().subscribed(packet.variableHeader().messageId(), codes));
        fresh.forEach(door.subscriptions()::tellNewest);
        guest.outbox().send();
    }

    private int grant(MqttTopicSubscription asked, ArrayList<Subscriptions.Subscription> fresh) {
        var wanted = Wanted.parse(asked.topicFilter());
        if (wanted.isEmpty()) {
            return refusal(MqttReasonCodes.SubAck.TOPIC_FILTER_INVALID);
        }
        if (!mayHear(wanted.get())) {
            return refusal(MqttReasonCodes.SubAck.NOT_AUTHORIZED);
        }
        if (guest.session().wanted().size() >= MOST) {
            return refusal(MqttReasonCodes.SubAck.QUOTA_EXCEEDED);
        }
        boolean acknowledged = asked.qualityOfService() != MqttQoS.AT_MOST_ONCE;
        var subscription = new Subscriptions.Subscription(guest.outbox(), wanted.get(), acknowledged);
        door.subscriptions().remove(guest.outbox(), asked.topicFilter());
        door.subscriptions().add(subscription);
        var before = guest.session().wanted().put(asked.topicFilter(), new Session.Wish(wanted.get(), acknowledged));
        var handling = asked.option().retainHandling();
        boolean tell = handling == RetainedHandlingPolicy.SEND_AT_SUBSCRIBE
                || (handling == RetainedHandlingPolicy.SEND_AT_SUBSCRIBE_IF_NOT_YET_EXISTS && before == null);
        if (tell) {
            fresh.add(subscription);
        }
        return acknowledged ? 1 : 0;
    }

    /** A device hears of its own streams only; the house's key and an open door hear of all. */
    private boolean mayHear(Wanted wanted) {
        var thing = guest.key().sender().thing();
        if (thing == null) {
            return true;
        }
        return switch (wanted.kind()) {
            case STREAM ->
                door.streams()
                        .findStream(wanted.stream())
                        .map(Datastream::thingId)
                        .filter(thing::equals)
                        .isPresent();
            case ALL -> false;
            case ENTITY -> false;
            case COMPACT -> wanted.filter().startsWith("d/" + thing + "/");
        };
    }

    private int refusal(MqttReasonCodes.SubAck code) {
        return guest.answers().five() ? code.byteValue() & 0xFF : OLD_FAILURE;
    }

    void unsubscribe(MqttConnection connection, MqttUnsubscribeMessage packet) {
        var known = new ArrayList<Boolean>();
        for (var filter : packet.payload().topics()) {
            known.add(guest.session().wanted().remove(filter) != null);
            door.subscriptions().remove(guest.outbox(), filter);
        }
        connection.write(guest.answers().unsubscribed(packet.variableHeader().messageId(), known));
    }
}
