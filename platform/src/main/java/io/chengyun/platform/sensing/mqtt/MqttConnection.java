package io.chengyun.platform.sensing.mqtt;

import io.chengyun.platform.sensing.Reject;
import io.chengyun.platform.sensing.device.Sender;
import io.chengyun.platform.sensing.mqtt.intake.Letter;
import io.chengyun.platform.sensing.mqtt.intake.PublishReader;
import io.chengyun.platform.sensing.mqtt.intake.Verdict;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageIdVariableHeader;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttReasonCodeAndPropertiesVariableHeader;
import io.netty.handler.codec.mqtt.MqttReasonCodes.Disconnect;
import io.netty.handler.codec.mqtt.MqttSubscribeMessage;
import io.netty.handler.codec.mqtt.MqttUnsubscribeMessage;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.timeout.IdleStateEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One client's connection (连接): takes its packets in order and answers publishes when they are committed. */
final class MqttConnection extends SimpleChannelInboundHandler<MqttMessage> implements Letter.Correspondent {

    private static final Logger LOG = LoggerFactory.getLogger(MqttConnection.class);

    /** Packets that may follow CONNECT before it is answered. */
    private static final int EARLY = 1_000;

    /** How long a client may take to read the last word. */
    private static final int FAREWELL_SECONDS = 5;

    private final Door door;
    private final Introduction introduction;
    private final Deque<MqttMessage> early = new ArrayDeque<>();
    private final Patience patience;
    private @Nullable ChannelHandlerContext context;
    private @Nullable Guest guest;
    private int unanswered;
    private boolean heldUp;
    private boolean goodbye;

    /** A client that was let in. */
    record Guest(Sessions.Key key, Session session, Outbox outbox, Answers answers, Introduction.Wishes wishes) {}

    MqttConnection(Door door) {
        this.door = door;
        this.introduction = new Introduction(door, this);
        this.patience = new Patience(door.reception().limits().ticksOfIdle());
    }

    @Override
    public void channelActive(ChannelHandlerContext active) {
        context = active;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext from, MqttMessage packet) {
        if (packet.decoderResult().isFailure()) {
            malformed(packet.decoderResult().cause());
        } else if (goodbye) {
            LOG.trace("a packet after the last word");
        } else if (guest != null) {
            take(guest, packet);
        } else if (packet instanceof MqttConnectMessage connect && !introduction.begun()) {
            // Whoever is not known yet must not fill the house's memory while it is asked who that is.
            from.channel().config().setAutoRead(false);
            introduction.begin(from.channel(), connect);
        } else if (introduction.begun() && early.size() < EARLY) {
            early.add(io.netty.util.ReferenceCountUtil.retain(packet));
        } else {
            close(Disconnect.PROTOCOL_ERROR, "introduce yourself first");
        }
    }

    private void take(Guest known, MqttMessage packet) {
        switch (packet.fixedHeader().messageType()) {
            case PUBLISH -> publish(known, (MqttPublishMessage) packet);
            case PUBREL -> {
                known.session().release(number(packet));
                write(known.answers().step(MqttMessageType.PUBCOMP, number(packet)));
            }
            case PUBACK -> known.outbox().acknowledged(number(packet));
            case SUBSCRIBE -> new SubscriptionDesk(door, known).subscribe(this, (MqttSubscribeMessage) packet);
            case UNSUBSCRIBE -> new SubscriptionDesk(door, known).unsubscribe(this, (MqttUnsubscribeMessage) packet);
            case PINGREQ -> write(MqttMessage.PINGRESP);
            case DISCONNECT -> {
                if (!withWill(packet)) {
                    introduction.forgetWill();
                }
                leave();
            }
            default -> close(Disconnect.PROTOCOL_ERROR, "not a packet that a client sends now");
        }
    }

    /** Whether a client that says goodbye wants its will published all the same; a word of MQTT 5. */
    private static boolean withWill(MqttMessage goodbye) {
        return goodbye.variableHeader() instanceof MqttReasonCodeAndPropertiesVariableHeader why
                && why.reasonCode() == Disconnect.DISCONNECT_WITH_WILL_MESSAGE.byteValue();
    }

    private static int number(MqttMessage packet) {
        return ((MqttMessageIdVariableHeader) packet.variableHeader()).messageId();
    }

    private void publish(Guest known, MqttPublishMessage packet) {
        var qos = packet.fixedHeader().qosLevel();
        int number = packet.variableHeader().packetId();
        var step = qos == MqttQoS.EXACTLY_ONCE ? known.session().begin(number) : Session.Step.TAKE;
        switch (step) {
            case TAKE -> {
                var text = packet.payload().toString(StandardCharsets.UTF_8);
                take(known.key().sender(), packet.variableHeader().topicName(), text, number, qos);
            }
            case ANSWER -> write(known.answers().step(MqttMessageType.PUBREC, number));
            case WAIT -> LOG.trace("sent again while under way");
        }
    }

    private void take(Sender sender, String topic, String text, int number, MqttQoS qos) {
        var publish =
                new PublishReader.Publish(topic, text, sender, door.reception().nowMicros());
        door.gatherer()
                .take(
                        "mqtt:" + sender.name(),
                        batch -> door.reader().read(publish, batch),
                        (first, rows) -> new Letter(this, number, qos, first, rows));
        unanswered++;
        holdUp();
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext from) {
        door.gatherer().sendOff();
        from.flush();
    }

    @Override
    public void answer(Letter letter, Verdict verdict) {
        answered();
        var known = guest;
        if (known == null) {
            return;
        }
        if (verdict.foreign()) {
            introduction.turnedAway(known.key().sender(), Reject.NOT_YOURS.code());
        }
        if (letter.qos() == MqttQoS.EXACTLY_ONCE) {
            // A code of failure ends the exchange: the number is free at once.
            known.session().committed(letter.packet(), known.answers().five() && verdict.code() < 0);
        }
        var now = letter.qos() == MqttQoS.EXACTLY_ONCE ? known.session().connection() : this;
        if (now != null) {
            now.acknowledge(letter, verdict);
        }
    }

    private void acknowledge(Letter letter, Verdict verdict) {
        var known = guest;
        if (known == null || context == null || !context.channel().isActive()) {
            return;
        }
        if ((verdict.foreign() || verdict.isQuota()) && !known.answers().five()) {
            // 3.1.1 has no word for no: an acknowledgement would say that it is stored.
            close(Disconnect.NOT_AUTHORIZED, verdict.reason());
        } else if (letter.qos() != MqttQoS.AT_MOST_ONCE) {
            context.write(known.answers().receipt(letter, verdict));
            door.flushLater(context.channel());
        }
    }

    @Override
    public void giveUp(Letter letter) {
        answered();
        if (guest != null) {
            guest.session().forget(letter.packet());
        }
        close(Disconnect.SERVER_BUSY, "not stored: send it again");
    }

    private void answered() {
        unanswered--;
        if (heldUp && unanswered <= door.reception().limits().inflight() / 2) {
            goOn();
        }
    }

    /**
     * Stops reading from a client that has more under way than allowed, or does not read its answers: the network holds it
     * up, nothing is lost.
     */
    private void holdUp() {
        if (!heldUp && context != null && (busy() || !context.channel().isWritable())) {
            heldUp = true;
            context.channel().config().setAutoRead(false);
        }
    }

    private boolean busy() {
        return unanswered >= door.reception().limits().inflight()
                || door.gatherer().full();
    }

    /** Reads on, unless there is no room, or the client does not read. */
    void goOn() {
        if (heldUp && context != null && !busy() && context.channel().isWritable()) {
            heldUp = false;
            context.channel().config().setAutoRead(true);
        }
    }

    /** Lets the client in, and takes what it sent meanwhile. */
    void welcome(Guest known, boolean wasKnown, Answers.Terms terms) {
        guest = known;
        write(known.answers().welcome(wasKnown, terms));
        if (context != null) {
            context.channel().config().setAutoRead(true);
        }
        while (!early.isEmpty() && !goodbye) {
            var packet = early.poll();
            take(known, packet);
            io.netty.util.ReferenceCountUtil.release(packet);
        }
        door.gatherer().sendOff();
        known.outbox().send();
    }

    /** Sends what waits for the client, and sends away one that takes nothing. */
    void tick() {
        var known = guest;
        if (known == null || context == null) {
            return;
        }
        var outbox = known.outbox();
        outbox.send();
        boolean waits = outbox.stalled() || !context.channel().isWritable();
        if (patience.ends(waits, outbox.sent())) {
            close(Disconnect.QUOTA_EXCEEDED, "does not read: " + outbox.dropped() + " messages were dropped for it");
        }
    }

    /** Bytes that were written to the client and not yet read by it. */
    long unread() {
        var buffer = context == null ? null : context.channel().unsafe().outboundBuffer();
        return buffer == null ? 0 : buffer.totalPendingWriteBytes();
    }

    void write(MqttMessage packet) {
        if (context != null) {
            context.writeAndFlush(packet);
        }
    }

    /** Another connection has the session now: what is still under way here is answered to nobody. */
    void takenOver() {
        guestLeaves(true);
        close(Disconnect.SESSION_TAKEN_OVER, "the same client id connected again");
    }

    private void malformed(Throwable cause) {
        boolean large = cause instanceof io.netty.handler.codec.TooLongFrameException;
        close(
                large ? Disconnect.PACKET_TOO_LARGE : Disconnect.MALFORMED_PACKET,
                large ? "a message may have " + door.reception().limits().maxPayload() : "not MQTT");
    }

    /** Sends the client away, saying why where its protocol can. */
    void close(Disconnect code, String reason) {
        if (goodbye || context == null) {
            return;
        }
        LOG.info(
                "sends a client of {} away: {}",
                guest == null ? "nobody" : guest.key().sender().name(),
                reason);
        if (guest != null && guest.answers().five()) {
            context.write(guest.answers().goodbye(code, reason));
        }
        hangUp(future -> shutOutput(future.channel()));
    }

    /** What is still on its way from the client is read and thrown away: an early end would overtake the last word. */
    private static void shutOutput(Channel channel) {
        if (channel instanceof DuplexChannel line && channel.pipeline().get(SslHandler.class) == null) {
            line.config().setAutoRead(true);
            line.shutdownOutput();
        } else {
            channel.close();
        }
    }

    /** Ends the connection after what was written, or without, if the client does not read. */
    void leave() {
        hangUp(ChannelFutureListener.CLOSE);
    }

    private void hangUp(ChannelFutureListener how) {
        goodbye = true;
        if (context != null) {
            var line = context.channel();
            line.writeAndFlush(io.netty.buffer.Unpooled.EMPTY_BUFFER).addListener(how);
            context.executor().schedule(() -> line.close(), FAREWELL_SECONDS, TimeUnit.SECONDS);
        }
    }

    /** The client may not be here any longer, nor leave a will. */
    void sendAway(String reason) {
        introduction.forgetWill();
        close(Disconnect.NOT_AUTHORIZED, reason);
    }

    @Override
    public void channelInactive(ChannelHandlerContext gone) {
        context = null;
        early.forEach(io.netty.util.ReferenceCountUtil::release);
        early.clear();
        var will = introduction.will();
        if (guest != null && will != null) {
            take(guest.key().sender(), will.topic(), will.text(), 0, MqttQoS.AT_MOST_ONCE);
            door.gatherer().sendOff();
        }
        guestLeaves(false);
        introduction.left();
    }

    private void guestLeaves(boolean other) {
        if (guest != null) {
            door.subscriptions().remove(guest.outbox(), null);
            if (!other) {
                door.sessions().close(guest.key(), this, guest.wishes().keep());
            }
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext changed) {
        if (guest == null) {
            return;
        }
        if (changed.channel().isWritable()) {
            guest.outbox().send();
            goOn();
        } else {
            holdUp();
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext from, Object event) {
        if (event instanceof IdleStateEvent && !heldUp) {
            close(Disconnect.KEEP_ALIVE_TIMEOUT, "nothing was heard for too long");
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext from, Throwable cause) {
        if (cause instanceof DecoderException wrong && wrong.getCause() instanceof SSLException) {
            LOG.info("no TLS with {}: {}", from.channel().remoteAddress(), wrong.getMessage());
        } else if (!(cause instanceof IOException)) {
            LOG.warn("a client's connection broke", cause);
        }
        from.close();
    }
}
