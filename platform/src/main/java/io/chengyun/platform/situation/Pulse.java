package io.chengyun.platform.situation;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells the listeners twice a second which sensors changed, and every five seconds what time it is in the house (心跳).
 *
 * <p>What a device said is on every map within a second. The beat is real time, the time told is the house's: a storm may
 * be played at sixty times its pace, and a listener who hears nothing for longer than a few seconds knows that the line is
 * dead. Beats by one thread.
 */
@Component
@ConditionalOnWebApplication
class Pulse {

    private static final int CLOCK_EVERY = 10;

    private final SensorBoard sensors;
    private final Broadcast broadcast;
    private final JsonMapper json;
    private final Clock clock;
    private Map<Long, SensorView> told = new HashMap<>();
    private @Nullable Crowd crowd;
    private int beats;

    Pulse(SensorBoard sensors, Broadcast broadcast, JsonMapper json, Clock clock) {
        this.sensors = sensors;
        this.broadcast = broadcast;
        this.json = json;
        this.clock = clock;
    }

    /** The time in the house. */
    record HouseTime(Instant at) {}

    /** Beats by real time while the house serves pages. */
    @Configuration(proxyBeanMethods = false)
    @EnableScheduling
    @ConditionalOnWebApplication
    static class Beat {}

    @Scheduled(fixedRate = 500)
    synchronized void beat() {
        if (broadcast.listeners() > 0) {
            tellSensors();
        }
        if (beats % CLOCK_EVERY == 0) {
            broadcast.tell(Message.CLOCK, json.writeValueAsString(new HouseTime(clock.instant())));
        }
        beats = (beats + 1) % CLOCK_EVERY;
    }

    private void tellSensors() {
        var counted = crowd;
        if (counted == null || beats % CLOCK_EVERY == 0) {
            counted = sensors.count();
            if (!counted.equals(crowd)) {
                broadcast.tell(Message.CROWD, json.writeValueAsString(counted));
            }
            crowd = counted;
        }
        boolean newcomers = broadcast.hasNewcomers();
        var now = sensors.list(counted);
        var changed = changed(now);
        broadcast.tellSensors(
                newcomers ? json.writeValueAsString(now) : null,
                changed.isEmpty() ? null : json.writeValueAsString(changed));
    }

    /** Those that changed, and once more those of which nothing is told any longer. */
    private List<SensorView> changed(List<SensorView> now) {
        var before = told;
        told = new HashMap<>();
        now.forEach(sensor -> told.put(sensor.stream(), sensor));
        return Stream.concat(
                        now.stream().filter(sensor -> !sensor.equals(before.get(sensor.stream()))),
                        before.keySet().stream()
                                .filter(stream -> !told.containsKey(stream))
                                .flatMap(stream -> sensors.find(stream).stream()))
                .toList();
    }
}
