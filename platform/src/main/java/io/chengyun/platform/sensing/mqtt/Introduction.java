package io.chengyun.platform.sensing.mqtt;

import io.chengyun.platform.sensing.device.Sender;
import io.netty.channel.Channel;
import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttVersion;
import io.netty.handler.timeout.IdleStateHandler;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How a client comes in (登门): what it says of itself, whether it is let in, and the will it leaves. */
final class Introduction {

    private static final Logger LOG = LoggerFactory.getLogger(Introduction.class);
    private static final int MOST_WINDOW = 1_000;

    private final Door door;
    private final MqttConnection connection;
    private boolean begun;
    private boolean counted;
    private boolean noted;
    private @Nullable Will will;

    /** What is published for a client that vanishes without a word (遗嘱). */
    record Will(String topic, String text) {}

    /**
     * What the client asks for.
     *
     * @param clean forget what was before
     * @param keep remember the session when it leaves
     * @param keepAliveSeconds 0 when the client names none
     * @param window messages it takes without acknowledging
     */
    record Wishes(boolean clean, boolean keep, int keepAliveSeconds, int window) {}

    Introduction(Door door, MqttConnection connection) {
        this.door = door;
        this.connection = connection;
    }

    boolean begun() {
        return begun;
    }

    @Nullable
    Will will() {
        return will;
    }

    void forgetWill() {
        will = null;
    }

    /** Asks who it is; the answer comes later on the same thread. */
    void begin(Channel channel, MqttConnectMessage connect) {
        begun = true;
        boolean five = connect.variableHeader().version() == MqttVersion.MQTT_5.protocolLevel();
        var answers = new Answers(five);
        if (!door.enter()) {
            refuse(
                    answers,
                    MqttConnectReturnCode.CONNECTION_REFUSED_SERVER_UNAVAILABLE,
                    MqttConnectReturnCode.CONNECTION_REFUSED_SERVER_BUSY);
            return;
        }
        counted = true;
        var payload = connect.payload();
        var secret = payload.passwordInBytes();
        door.reception()
                .recognise(payload.userName(), secret == null ? null : new String(secret, StandardCharsets.UTF_8))
                .whenComplete((found, fault) -> channel.eventLoop().execute(() -> {
                    if (found == null) {
                        notAsked(channel, answers, fault);
                    } else {
                        found.ifPresentOrElse(
                                sender -> recognised(channel, connect, answers, sender),
                                () -> recognised(channel, connect, answers, null));
                    }
                }));
    }

    private void notAsked(Channel channel, Answers answers, @Nullable Throwable fault) {
        LOG.warn("could not ask who a client is", fault);
        if (channel.isActive()) {
            refuse(
                    answers,
                    MqttConnectReturnCode.CONNECTION_REFUSED_SERVER_UNAVAILABLE,
                    MqttConnectReturnCode.CONNECTION_REFUSED_SERVER_UNAVAILABLE_5);
        }
    }

    /**
     * @param sender null when nobody is known by that name and secret
     */
    private void recognised(Channel channel, MqttConnectMessage connect, Answers answers, @Nullable Sender sender) {
        if (!channel.isActive()) {
            return;
        }
        if (sender == null) {
            door.wrongCredential();
            refuse(
                    answers,
                    MqttConnectReturnCode.CONNECTION_REFUSED_BAD_USER_NAME_OR_PASSWORD,
                    MqttConnectReturnCode.CONNECTION_REFUSED_BAD_USERNAME_OR_PASSWORD);
        } else {
            letIn(channel, connect, answers, sender);
        }
    }

    private void letIn(Channel channel, MqttConnectMessage connect, Answers answers, Sender sender) {
        var wishes = wishes(connect, answers.five());
        var given = connect.payload().clientIdentifier();
        var assigned = given == null || given.isEmpty() ? door.reception().ids().next("mqtt") : "";
        var key = new Sessions.Key(sender, assigned.isEmpty() ? String.valueOf(given) : assigned);
        var limits = door.reception().limits();
        int idle = (int) limits.idle().toSeconds();
        boolean named = wishes.keepAliveSeconds() > 0;
        int seconds = named ? wishes.keepAliveSeconds() : idle;
        channel.pipeline()
                .replace(
                        IdleStateHandler.class,
                        "idle",
                        new IdleStateHandler(seconds + seconds / 2L, 0, 0, TimeUnit.SECONDS));
        if (connect.variableHeader().isWillFlag()) {
            var bytes = connect.payload().willMessageInBytes();
            will = new Will(
                    connect.payload().willTopic(), bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8));
        }
        var opened = door.sessions().open(key, wishes.clean(), connection);
        var outbox = new Outbox(channel, answers, limits.outgoing(), wishes.window());
        opened.session().wanted().values().forEach(wanted -> {
            var subscription = new Subscriptions.Subscription(outbox, wanted.wanted(), wanted.acknowledged());
            door.subscriptions().add(subscription);
            door.subscriptions().tellNewest(subscription);
        });
        var guest = new MqttConnection.Guest(key, opened.session(), outbox, answers, wishes);
        var terms = new Answers.Terms(
                Math.min(limits.inflight(), 65_535), (int) limits.maxPayload().toBytes(), assigned, named ? 0 : idle);
        connection.welcome(guest, opened.known(), terms);
    }

    private static Wishes wishes(MqttConnectMessage connect, boolean five) {
        var header = connect.variableHeader();
        boolean clean = header.isCleanSession();
        int expiry = number(header.properties(), MqttProperties.SESSION_EXPIRY_INTERVAL, 0);
        int window = five ? number(header.properties(), MqttProperties.RECEIVE_MAXIMUM, 65_535) : MOST_WINDOW;
        return new Wishes(
                clean, five ? expiry != 0 : !clean, header.keepAliveTimeSeconds(), Math.min(window, MOST_WINDOW));
    }

    private static int number(MqttProperties properties, int id, int otherwise) {
        return properties.getProperty(id) instanceof MqttProperties.IntegerProperty given ? given.value() : otherwise;
    }

    private void refuse(Answers answers, MqttConnectReturnCode code, MqttConnectReturnCode codeOfFive) {
        LOG.info("turns a client away: {}", codeOfFive);
        connection.write(answers.refusal(code, codeOfFive));
        connection.leave();
    }

    /** Somebody reached for another device's streams: noted once a connection. */
    void turnedAway(Sender sender, String why) {
        if (!noted) {
            noted = true;
            LOG.info("{} was turned away: {}", sender.name(), why);
            door.reception().turnedAway(sender.name(), why);
        }
    }

    void left() {
        if (counted) {
            counted = false;
            door.exit();
        }
    }
}
