package io.chengyun.platform.sensing.registry;

import io.chengyun.kernel.Refused;
import io.chengyun.platform.access.Access;
import io.chengyun.platform.access.Caller;
import io.chengyun.platform.sensing.LatestValue;
import io.chengyun.platform.sensing.quality.QualityEvent.Window;
import io.chengyun.platform.sensing.registry.Clusters.Cluster;
import io.chengyun.platform.sensing.registry.DeviceBoard.Known;
import io.chengyun.platform.sensing.registry.DeviceLook.Standing;
import io.chengyun.platform.sensing.registry.DeviceStore.Told;
import io.chengyun.platform.sensing.registry.HealthRules.Health;
import io.chengyun.platform.sensing.registry.HealthRules.Seen;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Devices as people look them up (设备目录), each person those of their own scope only. */
@Component
class DeviceCatalogue {

    private static final String BATTERY = "battery";
    private static final String SIGNAL = "signal";

    private final DeviceBoard board;
    private final DeviceLook look;
    private final DeviceStore store;
    private final Access access;

    DeviceCatalogue(DeviceBoard board, DeviceLook look, DeviceStore store, Access access) {
        this.board = board;
        this.look = look;
        this.store = store;
        this.access = access;
    }

    /** A number that a device said of itself, and when; null = it did not say when. */
    record Gauge(double value, @Nullable Instant at) {}

    /** A line of the list (设备卡). */
    record Card(
            Device device,
            Health health,
            @Nullable Instant lastSeenAt,
            List<String> properties,
            @Nullable Gauge battery,
            @Nullable Gauge signal) {}

    /**
     * A part of the list, and how many devices there are in all.
     *
     * @param health how many of each health fit the question apart from what it says of health
     */
    record Page(List<Card> devices, int total, Map<Health, Integer> health) {}

    /**
     * A stream of a device (设备数据流).
     *
     * @param lag between the newest observation and its arrival; null when nothing came yet
     */
    record StreamCard(
            LatestValue latest, boolean silent, @Nullable Duration lag) {}

    /**
     * One device with all that is known of it.
     *
     * @param offlineAt when it will be, or has been, silent for too long; null for a device without streams
     * @param window the maintenance it is in now
     */
    record View(
            Card card,
            List<StreamCard> streams,
            @Nullable Instant offlineAt,
            @Nullable Window window) {}

    /** A stream, and the device it belongs to (数据流与设备). */
    record StreamView(Device device, Health health, StreamCard stream) {}

    Page list(DeviceQuery query, Caller caller) {
        var filter = query.filter(caller);
        var counts = new EnumMap<Health, Integer>(Health.class);
        var fitting = new ArrayList<Card>();
        var anyHealth = new DeviceQuery.Filter(filter.scope(), filter.town(), filter.state(), null, filter.text());
        for (var known : board.list()) {
            if (filter.takes(known.device())) {
                var standing = look.look(known);
                var card = card(known, standing);
                boolean observes = query.property() == null || card.properties().contains(query.property());
                if (observes && anyHealth.takes(standing)) {
                    counts.merge(standing.health(), 1, Integer::sum);
                    if (filter.takes(standing)) {
                        fitting.add(card);
                    }
                }
            }
        }
        fitting.sort(order(query.order()));
        int from = Math.min(query.first(), fitting.size());
        int to = Math.min(from + query.count(), fitting.size());
        return new Page(List.copyOf(fitting.subList(from, to)), fitting.size(), counts);
    }

    List<Cluster> clusters(Clusters clusters, DeviceQuery query, Caller caller) {
        var filter = query.filter(caller);
        for (var known : board.list()) {
            if (clusters.sees(known.device()) && !known.isRetired() && filter.takes(known.device())) {
                var standing = look.look(known);
                if (filter.takes(standing)) {
                    clusters.add(known.device(), standing.health());
                }
            }
        }
        return clusters.list();
    }

    /** The device of this code; one of another town is absent, and the try is noted. */
    Known get(String code, Caller caller) {
        var known = board.find(code).orElseThrow(() -> new Refused(DeviceRefusal.ABSENT));
        if (caller.town() != null && !caller.town().equals(known.device().town())) {
            access.denied(caller, "read", "device-" + code);
            throw new Refused(DeviceRefusal.ABSENT);
        }
        return known;
    }

    Optional<Known> find(String code) {
        return board.find(code);
    }

    View view(Known known) {
        var told = store.told(known.thing());
        var card = orTold(card(known, look.look(known)), told);
        var streams = board.latest(known).stream()
                .map(latest -> stream(latest, known))
                .toList();
        return new View(
                card,
                streams,
                look.offlineAt(known).filter(at -> at.isAfter(Instant.EPOCH)).orElse(null),
                look.window(known).orElse(null));
    }

    /** The stream of this number, if the caller may see its device. */
    StreamView stream(long id, Caller caller) {
        var latest = board.findLatest(id).orElseThrow(() -> new Refused(DeviceRefusal.ABSENT));
        var known = get(latest.stream().thingId(), caller);
        var standing = look.look(known);
        return new StreamView(standing.device(), standing.health(), stream(latest, known));
    }

    private StreamCard stream(LatestValue latest, Known known) {
        var at = latest.at();
        var lag = at == null
                ? null
                : store.findArrival(latest.stream().id(), at)
                        .map(arrived -> Duration.between(at, arrived))
                        .orElse(null);
        return new StreamCard(latest, look.isSilent(new Seen(latest.stream().interval(), at), known), lag);
    }

    private Card card(Known known, Standing standing) {
        var properties = new ArrayList<String>();
        Gauge battery = null;
        Gauge signal = null;
        for (var latest : board.latest(known)) {
            var property = latest.stream().property();
            properties.add(property);
            battery = property.equals(BATTERY) ? gauge(latest) : battery;
            signal = property.equals(SIGNAL) ? gauge(latest) : signal;
        }
        return new Card(
                standing.device(), standing.health(), standing.lastSeenAt(), List.copyOf(properties), battery, signal);
    }

    private static Card orTold(Card card, Told told) {
        return new Card(
                card.device(),
                card.health(),
                card.lastSeenAt(),
                card.properties(),
                card.battery() == null && told.battery() != null ? new Gauge(told.battery(), null) : card.battery(),
                card.signal() == null && told.signal() != null ? new Gauge(told.signal(), null) : card.signal());
    }

    private static @Nullable Gauge gauge(LatestValue latest) {
        var value = latest.value();
        return value == null ? null : new Gauge(value, latest.at());
    }

    private static Comparator<Card> order(DeviceQuery.Sort sort) {
        var byCode = Comparator.comparing((Card card) -> card.device().code());
        return switch (sort) {
            case HEALTH ->
                Comparator.comparingInt((Card card) -> urgency(card.health())).thenComparing(byCode);
            case CODE -> byCode;
            case SEEN ->
                Comparator.comparing(Card::lastSeenAt, Comparator.nullsFirst(Comparator.<Instant>naturalOrder()))
                        .thenComparing(byCode);
            case BATTERY -> Comparator.comparingDouble(DeviceCatalogue::charge).thenComparing(byCode);
        };
    }

    private static double charge(Card card) {
        var battery = card.battery();
        return battery == null ? Double.MAX_VALUE : battery.value();
    }

    private static int urgency(Health health) {
        return switch (health) {
            case OFFLINE -> 0;
            case PARTIAL -> 1;
            case NEVER -> 2;
            case ONLINE -> 3;
        };
    }
}
