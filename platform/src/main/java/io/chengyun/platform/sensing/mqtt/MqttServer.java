package io.chengyun.platform.sensing.mqtt;

import io.chengyun.kernel.Fault;
import io.chengyun.platform.sensing.Sensing;
import io.chengyun.platform.sensing.mqtt.intake.Gatherer;
import io.chengyun.platform.sensing.mqtt.intake.HouseStreams;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.mqtt.MqttDecoder;
import io.netty.handler.codec.mqtt.MqttEncoder;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.timeout.IdleStateHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Opens the MQTT door when the house wakes and shuts it before the writer stops (MQTT 服务). */
class MqttServer implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(MqttServer.class);
    private static final int MOST_CLIENT_ID = 256;
    /** Topic and properties of a message besides its payload. */
    private static final int HEADROOM = 4_096;

    private final MqttSettings settings;
    private final Reception reception;
    private final Sensing sensing;
    private final Boards boards;
    private final List<Channel> listeners = new ArrayList<>();
    private volatile @Nullable EventLoopGroup group;
    private volatile @Nullable Door door;
    /** Only asked and said on the door's thread. */
    private boolean fetching;

    /** Where what subscribers are told comes from. */
    record Boards(NewsBoard news, EntityNews entities) {}

    MqttServer(MqttSettings settings, Reception reception, Sensing sensing, Boards boards) {
        this.settings = settings;
        this.reception = reception;
        this.sensing = sensing;
        this.boards = boards;
    }

    @Override
    public synchronized void start() {
        if (group != null) {
            return;
        }
        sensing.listStreams(); // read now: the door's thread must not wait for the database
        var made =
                new MultiThreadIoEventLoopGroup(1, new DefaultThreadFactory("mqtt", true), NioIoHandler.newFactory());
        group = made;
        var opened = open(made.next());
        door = opened;
        if (settings.port() >= 0) {
            listen(opened, settings.port(), null);
        }
        if (settings.tlsPort() >= 0) {
            listen(opened, settings.tlsPort(), Tls.context(settings));
        }
        long tick = reception.limits().tell().toMillis();
        made.next().scheduleWithFixedDelay(() -> tell(opened), tick, tick, TimeUnit.MILLISECONDS);
        made.next().scheduleWithFixedDelay(opened::newMinute, 1, 1, TimeUnit.MINUTES);
    }

    private Door open(EventLoop thread) {
        var limits = reception.limits();
        var bounds = new Gatherer.Bounds(limits.waiting(), limits.hold());
        return new Door(
                reception,
                new HouseStreams(sensing),
                new Subscriptions(boards.news()),
                (onRoom, onAnswered) ->
                        new Gatherer(thread, sensing::offer, bounds, new Gatherer.Listeners(onRoom, onAnswered)));
    }

    private void listen(Door opened, int port, @Nullable SslContext tls) {
        var bound = new ServerBootstrap()
                .group(group)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, 1_024)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        furnish(channel, opened, tls);
                    }
                })
                .bind(settings.bind(), port)
                .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            stop();
            throw new Fault(
                    "mqtt:port-taken",
                    new IllegalStateException(
                            "nothing can listen on " + settings.bind() + ":" + port
                                    + ": set chengyun.mqtt.port (or tls-port) to another port, or chengyun.mqtt.enabled=false",
                            bound.cause()));
        }
        listeners.add(bound.channel());
        LOG.info("MQTT{} on {}", tls == null ? "" : " over TLS", bound.channel().localAddress());
    }

    private void furnish(SocketChannel channel, Door opened, @Nullable SslContext tls) {
        var limits = reception.limits();
        if (tls != null) {
            channel.pipeline().addLast(tls.newHandler(channel.alloc()));
        }
        channel.pipeline()
                .addLast("idle", new IdleStateHandler(limits.idle().toSeconds(), 0, 0, TimeUnit.SECONDS))
                .addLast(new MqttDecoder((int) limits.maxPayload().toBytes() + HEADROOM, MOST_CLIENT_ID))
                .addLast(MqttEncoder.INSTANCE)
                .addLast(new MqttConnection(opened));
    }

    private void tell(Door opened) {
        var subscriptions = opened.subscriptions();
        boards.news().listen(subscriptions.any());
        boards.news().take().forEach(subscriptions::tell);
        boards.entities().listen(subscriptions.anyEntities());
        tellEntities(opened);
        opened.sessions().connected().forEach(session -> {
            var connection = session.connection();
            if (connection != null) {
                connection.tick();
            }
        });
    }

    /** Asks for entities that were written, once at a time, and tells of them when they are read. */
    private void tellEntities(Door opened) {
        var threads = group;
        if (fetching || threads == null) {
            return;
        }
        fetching = true;
        var unused = boards.entities()
                .fetch(reception.desk())
                .thenAcceptAsync(
                        written -> {
                            fetching = false;
                            written.forEach(entity -> opened.subscriptions()
                                    .tell(entity, wanted -> boards.entities().text(entity, wanted)));
                        },
                        threads.next());
    }

    /** Sends away whoever is connected as this device: one of its credentials is good no longer. */
    void revoked(String thing) {
        var opened = door;
        var threads = group;
        if (opened != null && threads != null) {
            threads.next()
                    .execute(() -> opened.sendAway(
                            key -> thing.equals(key.sender().thing()), "the credential was revoked: connect anew"));
        }
    }

    /** The first port that listens; -1 while there is none. */
    synchronized int port() {
        return port(0);
    }

    /** The port of the listener of this number, plain before TLS; -1 while there is none. */
    synchronized int port(int number) {
        return listeners.size() <= number
                ? -1
                : ((InetSocketAddress) listeners.get(number).localAddress()).getPort();
    }

    /** Messages that wait for their commit. */
    int waiting() {
        var opened = door;
        return opened == null ? 0 : opened.gatherer().waiting();
    }

    int clients() {
        var opened = door;
        return opened == null ? 0 : opened.clients();
    }

    /** Bytes that were written to clients and not yet read by them; 0 while there is no door. */
    CompletableFuture<Long> unread() {
        var opened = door;
        var threads = group;
        if (opened == null || threads == null) {
            return CompletableFuture.completedFuture(0L);
        }
        return CompletableFuture.supplyAsync(() -> opened.sessions().unread(), threads.next());
    }

    @Override
    public synchronized void stop() {
        listeners.forEach(listener -> listener.close().awaitUninterruptibly());
        listeners.clear();
        var threads = group;
        if (threads != null) {
            threads.shutdownGracefully(0, 5, TimeUnit.SECONDS).awaitUninterruptibly();
            group = null;
        }
    }

    @Override
    public boolean isRunning() {
        return group != null;
    }

    /** After the writer in starting, before it in stopping. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 2_048;
    }
}
