package io.chengyun.platform.sensing.mqtt.outside;

import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.lifecycle.MqttClientDisconnectedContext;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import com.hivemq.client.mqtt.mqtt5.message.subscribe.Mqtt5Subscription;
import io.chengyun.platform.sensing.Sensing;
import io.chengyun.platform.sensing.mqtt.intake.Gatherer;
import io.chengyun.platform.sensing.mqtt.intake.HouseStreams;
import io.chengyun.platform.sensing.mqtt.intake.PublishReader;
import io.netty.util.concurrent.DefaultEventExecutor;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Listens to the cluster outside while the house is awake (外部集群接入). What is not committed is not acknowledged: while
 * the house cannot store, messages wait in the cluster.
 */
class OutsideCluster implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(OutsideCluster.class);

    /** The cluster keeps what is not acknowledged, so nothing has to be given back before that. */
    private static final Duration HOLD = Duration.ofDays(365);

    private static final int GOODBYE_SECONDS = 5;

    private final OutsideSettings settings;
    private final OutsideLimits limits;
    private final Sensing sensing;
    private final Clock clock;
    private volatile boolean running;
    private @Nullable DefaultEventExecutor thread;
    private @Nullable Mqtt5AsyncClient client;

    OutsideCluster(OutsideSettings settings, OutsideLimits limits, Sensing sensing, Clock clock) {
        this.settings = settings;
        this.limits = limits;
        this.sensing = sensing;
        this.clock = clock;
    }

    @Override
    public synchronized void start() {
        if (running) {
            return;
        }
        var made = client();
        var own = new DefaultEventExecutor(new DefaultThreadFactory("mqtt-outside", true));
        sensing.listStreams(); // read now: the thread must not wait for the database
        var bag = mailbag(own);
        running = true;
        thread = own;
        client = made;
        made.publishes(MqttGlobalPublishFilter.ALL, bag::take, true);
        made.connectWith()
                .cleanStart(false)
                .sessionExpiryInterval(limits.keep().toSeconds())
                .restrictions()
                .receiveMaximum(Math.min(limits.window(), 65_535))
                .applyRestrictions()
                .send()
                .exceptionally(never -> {
                    LOG.debug("not yet connected with the cluster outside", never);
                    return null;
                });
    }

    private Mailbag mailbag(DefaultEventExecutor own) {
        var nobody = new Gatherer.Listeners(() -> {}, () -> {});
        var gatherer = new Gatherer(own, sensing::offer, new Gatherer.Bounds(2 * limits.window(), HOLD), nobody);
        return new Mailbag(own, gatherer, new PublishReader(new HouseStreams(sensing)), clock, limits.again());
    }

    private Mqtt5AsyncClient client() {
        var address = settings.address();
        var builder = Mqtt5Client.builder()
                .identifier(settings.clientId())
                .serverHost(address.host())
                .serverPort(address.port())
                .addConnectedListener(now -> subscribe())
                .addDisconnectedListener(this::lost);
        if (address.secret()) {
            builder = builder.sslWithDefaultConfig();
        }
        if (!settings.username().isEmpty()) {
            builder = builder.simpleAuth()
                    .username(settings.username())
                    .password(settings.password().getBytes(StandardCharsets.UTF_8))
                    .applySimpleAuth();
        }
        return builder.buildAsync();
    }

    private synchronized void subscribe() {
        var connected = client;
        if (connected == null) {
            return;
        }
        var wanted = settings.filters().stream()
                .map(filter -> Mqtt5Subscription.builder()
                        .topicFilter(filter)
                        .qos(MqttQos.AT_LEAST_ONCE)
                        .build())
                .toList();
        connected.subscribeWith().addSubscriptions(wanted).send().whenComplete((answer, refused) -> {
            if (refused == null) {
                LOG.info("listens to {} at {}", settings.filters(), settings.url());
            } else {
                LOG.warn("the cluster at {} does not let the house listen: {}", settings.url(), refused.getMessage());
                connected.disconnect();
            }
        });
    }

    private void lost(MqttClientDisconnectedContext line) {
        if (!running) {
            return;
        }
        var again = line.getReconnector();
        var pause = limits.pause(again.getAttempts());
        LOG.warn(
                "no connection with the cluster at {}: {}; the next try in {}",
                settings.url(),
                line.getCause().getMessage(),
                pause);
        again.reconnect(true).delay(pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        running = false;
        var connected = client;
        if (connected != null) {
            connected
                    .disconnect()
                    .orTimeout(GOODBYE_SECONDS, TimeUnit.SECONDS)
                    .exceptionally(gone -> {
                        LOG.debug("the cluster outside was gone already", gone);
                        return null;
                    })
                    .join();
            client = null;
        }
        var own = thread;
        if (own != null) {
            own.shutdownGracefully(0, GOODBYE_SECONDS, TimeUnit.SECONDS).awaitUninterruptibly();
            thread = null;
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** After the writer in starting, before it in stopping. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 2_048;
    }
}
