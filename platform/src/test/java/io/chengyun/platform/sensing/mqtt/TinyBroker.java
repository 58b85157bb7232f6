package io.chengyun.platform.sensing.mqtt;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttDecoder;
import io.netty.handler.codec.mqtt.MqttEncoder;
import io.netty.handler.codec.mqtt.MqttFixedHeader;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttMessageIdVariableHeader;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttPublishVariableHeader;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttSubscribeMessage;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** As much of an MQTT 5 broker as one subscriber needs that comes back: what is not acknowledged is sent again. */
final class TinyBroker {

    final List<String> subscribed = new CopyOnWriteArrayList<>();
    final Map<Integer, Message> unacknowledged = new ConcurrentSkipListMap<>();
    private final Channel listener;
    private volatile @Nullable Channel subscriber;
    private volatile boolean open = true;
    private volatile int visits;
    private int numbers;

    record Message(String topic, String text) {}

    TinyBroker() {
        var group = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
        listener = new ServerBootstrap()
                .group(group)
                .channel(NioServerSocketChannel.class)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        channel.pipeline().addLast(new MqttDecoder(), MqttEncoder.INSTANCE, new Talk());
                    }
                })
                .bind("127.0.0.1", 0)
                .syncUninterruptibly()
                .channel();
    }

    int port() {
        return ((InetSocketAddress) listener.localAddress()).getPort();
    }

    int visits() {
        return visits;
    }

    /** Sends a message to the subscriber, now or when it comes. */
    synchronized void publish(String topic, String text) {
        numbers++;
        var message = new Message(topic, text);
        unacknowledged.put(numbers, message);
        var now = subscriber;
        if (now != null) {
            now.writeAndFlush(packet(numbers, message, false));
        }
    }

    /** Ends the connection; whoever comes meanwhile is not let in. */
    void shut() {
        open = false;
        var now = subscriber;
        if (now != null) {
            now.close().syncUninterruptibly();
        }
    }

    void open() {
        open = true;
    }

    private static MqttPublishMessage packet(int number, Message message, boolean again) {
        return new MqttPublishMessage(
                new MqttFixedHeader(MqttMessageType.PUBLISH, again, MqttQoS.AT_LEAST_ONCE, false, 0),
                new MqttPublishVariableHeader(message.topic(), number),
                Unpooled.copiedBuffer(message.text(), StandardCharsets.UTF_8));
    }

    private final class Talk extends SimpleChannelInboundHandler<MqttMessage> {

        @Override
        protected void channelRead0(ChannelHandlerContext from, MqttMessage packet) {
            if (packet instanceof MqttConnectMessage) {
                letIn(from);
            } else if (packet instanceof MqttSubscribeMessage wish) {
                wish.payload().topicSubscriptions().forEach(one -> subscribed.add(one.topicFilter()));
                var granted = wish.payload().topicSubscriptions().stream()
                        .map(one -> MqttQoS.AT_LEAST_ONCE)
                        .toArray(MqttQoS[]::new);
                from.writeAndFlush(MqttMessageBuilders.subAck()
                        .packetId(wish.variableHeader().messageId())
                        .addGrantedQoses(granted)
                        .build());
            } else if (packet.fixedHeader().messageType() == MqttMessageType.PUBACK) {
                unacknowledged.remove(((MqttMessageIdVariableHeader) packet.variableHeader()).messageId());
            }
        }

        private void letIn(ChannelHandlerContext from) {
            visits++;
            if (!open) {
                from.close();
                return;
            }
            from.writeAndFlush(MqttMessageBuilders.connAck()
                    .returnCode(MqttConnectReturnCode.CONNECTION_ACCEPTED)
                    .sessionPresent(!subscribed.isEmpty())
                    .build());
            subscriber = from.channel();
            unacknowledged.forEach((number, message) -> from.writeAndFlush(packet(number, message, true)));
        }

        @Override
        public void channelInactive(ChannelHandlerContext gone) {
            if (subscriber == gone.channel()) {
                subscriber = null;
            }
        }
    }
}
