package io.chengyun.platform.sensing.mqtt;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What the MQTT door bears (MQTT 限额): beyond each limit the client is held up or sent away with a reason, and the others
 * go on.
 *
 * @param maxPayload largest message; a client that sends a larger one is sent away
 * @param inflight messages of one client that wait for their commit; then no more is read from it
 * @param waiting messages of all clients that wait for their commit; then no more is read from anybody
 * @param clients most clients at once
 * @param idle keep-alive of clients that name none, the longest time to introduce oneself, and the longest to take nothing
 *     of what waits
 * @param hold how long messages are kept while the house cannot store, before their clients are sent away unacknowledged
 * @param tell shortest time between two messages about one stream to subscribers; between them only the newest counts
 * @param outgoing topics of one subscriber for which a message waits; beyond it the oldest are dropped
 */
@ConfigurationProperties("chengyun.mqtt.limits")
record MqttLimits(
        @DefaultValue("64KB") DataSize maxPayload,
        @DefaultValue("1000") int inflight,
        @DefaultValue("100000") int waiting,
        @DefaultValue("10000") int clients,
        @DefaultValue("PT60S") Duration idle,
        @DefaultValue("PT60S") Duration hold,
        @DefaultValue("PT0.25S") Duration tell,
        @DefaultValue("1000") int outgoing) {

    /** How often subscribers are told anything within {@link #idle}. */
    long ticksOfIdle() {
        return Math.max(1, idle.toMillis() / Math.max(1, tell.toMillis()));
    }
}
