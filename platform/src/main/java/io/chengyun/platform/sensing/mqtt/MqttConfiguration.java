package io.chengyun.platform.sensing.mqtt;

import io.chengyun.kernel.Ids;
import io.chengyun.platform.sensing.Sensing;
import io.chengyun.platform.sensing.device.DeviceKeys;
import java.time.Clock;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the MQTT door into a house that has doors (MQTT 装配); a replay has none. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@ConditionalOnProperty(name = "chengyun.mqtt.enabled", havingValue = "true", matchIfMissing = true)
class MqttConfiguration {

    private static final int CALLERS_WAITING = 10_000;

    /** Where callers' credentials are looked up, two at a time. */
    @Bean(destroyMethod = "shutdownNow")
    ThreadPoolExecutor mqttReceptionDesk() {
        var desk =
                new ThreadPoolExecutor(2, 2, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>(CALLERS_WAITING), task -> {
                    var thread = new Thread(task, "mqtt-reception");
                    thread.setDaemon(true);
                    return thread;
                });
        desk.allowCoreThreadTimeOut(true);
        return desk;
    }

    @Bean
    Reception mqttReception(
            DeviceKeys keys,
            @Qualifier("mqttReceptionDesk") ThreadPoolExecutor desk,
            Clock clock,
            Ids ids,
            MqttLimits limits) {
        return new Reception(keys, desk, clock, ids, limits);
    }

    @Bean
    RevocationFollower mqttRevocations(MqttServer server) {
        return new RevocationFollower(server);
    }

    @Bean
    MqttServer mqttServer(
            MqttSettings settings, Reception reception, Sensing sensing, NewsBoard board, EntityNews entities) {
        return new MqttServer(settings, reception, sensing, new MqttServer.Boards(board, entities));
    }
}
