package io.chengyun.platform.sensing.registry;

import io.chengyun.platform.place.Placement;
import io.chengyun.platform.place.Places;
import io.chengyun.platform.sensing.Datastream;
import io.chengyun.platform.sensing.LatestValue;
import io.chengyun.platform.sensing.Sensing;
import io.chengyun.platform.sensing.registry.Device.Make;
import io.chengyun.platform.sensing.registry.Device.State;
import io.chengyun.platform.sensing.registry.HealthRules.Seen;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * All devices in memory (设备名录), each with its streams; read when first asked for. What streams said last is asked of
 * sensing, which knows it, and is not kept a second time.
 */
@Component
class DeviceBoard {

    private final DeviceStore store;
    private final Sensing sensing;
    private final Places places;
    private final Map<String, Known> byCode = new ConcurrentHashMap<>();
    private final Map<Long, String> offlineStreams = new ConcurrentHashMap<>();
    private volatile boolean loaded;

    DeviceBoard(DeviceStore store, Sensing sensing, Places places) {
        this.store = store;
        this.sensing = sensing;
        this.places = places;
    }

    /**
     * A device as it is registered (在册设备), with what changes by the day left out.
     *
     * @param thing the thing's number
     * @param device in the state that the registry alone can tell: retired, or not
     * @param streams ids, in order
     * @param offlineSince when it was told offline; null while it is not
     */
    record Known(
            long thing,
            Device device,
            List<Long> streams,
            @Nullable Instant offlineSince) {

        boolean isRetired() {
            return device.state() == State.RETIRED;
        }

        /** Whether its silence is somebody's business. */
        boolean isWatched() {
            return device.commissioned() != null && !isRetired();
        }

        @Nullable
        Instant since() {
            var commissioned = device.commissioned();
            return commissioned == null ? null : commissioned.at();
        }

        Known with(long stream) {
            var more = new ArrayList<>(streams);
            if (!more.contains(stream)) {
                more.add(stream);
                Collections.sort(more);
            }
            return new Known(thing, device, List.copyOf(more), offlineSince);
        }

        Known without(long stream) {
            return new Known(
                    thing, device, streams.stream().filter(one -> one != stream).toList(), offlineSince);
        }

        Known offline(@Nullable Instant since) {
            return new Known(thing, device, streams, since);
        }
    }

    /** All devices, in no order. */
    Collection<Known> list() {
        return known().values();
    }

    Optional<Known> find(String code) {
        return Optional.ofNullable(known().get(code));
    }

    /** When each stream of a device was last seen. */
    List<Seen> seen(Known device) {
        return latest(device).stream()
                .map(latest -> new Seen(latest.stream().interval(), latest.at()))
                .toList();
    }

    /** The newest value of each stream of a device; streams that are gone are left out. */
    List<LatestValue> latest(Known device) {
        return device.streams().stream()
                .map(stream -> sensing.findLatest(stream).orElse(null))
                .filter(Objects::nonNull)
                .toList();
    }

    /** What a stream said last. */
    Optional<LatestValue> findLatest(long stream) {
        return sensing.findLatest(stream);
    }

    /** Takes in a stream that was registered, and its thing as it is now. */
    void add(Datastream stream) {
        if (loaded) {
            refresh(stream.thingId());
            byCode.computeIfPresent(stream.thingId(), (code, known) -> note(known.with(stream.id())));
        }
    }

    /** Lets a stream go that was removed, and its device if that is gone too. */
    void remove(Datastream stream) {
        if (loaded) {
            byCode.computeIfPresent(stream.thingId(), (code, known) -> note(known.without(stream.id())));
            offlineStreams.remove(stream.id());
            refresh(stream.thingId());
        }
    }

    /** Reads a device anew after it was changed. */
    void refresh(String code) {
        var row = store.find(code);
        if (row.isEmpty()) {
            byCode.remove(code);
            return;
        }
        known().compute(code, (same, before) -> note(known(row.get(), before == null ? List.of() : before.streams())));
    }

    /** Takes in the streams of a device that sensing knows, before the journal tells of them. */
    void adopt(String code, List<Long> streams) {
        for (var stream : streams) {
            byCode.computeIfPresent(code, (same, known) -> note(known.with(stream)));
        }
    }

    /** Takes in that a device was told offline, or, with null, that it came back. */
    void offline(String code, @Nullable Instant since) {
        byCode.computeIfPresent(code, (same, known) -> note(known.offline(since)));
    }

    /** The offline device to which a stream belongs; the usual answer, none, costs one look. */
    Optional<Known> findOffline(long stream) {
        known();
        var code = offlineStreams.get(stream);
        return code == null ? Optional.empty() : find(code);
    }

    private Known note(Known known) {
        for (var stream : known.streams()) {
            if (known.offlineSince() == null) {
                offlineStreams.remove(stream);
            } else {
                offlineStreams.put(stream, known.device().code());
            }
        }
        return known;
    }

    /** Reads all anew when next asked for, as after boundaries changed. */
    void forget() {
        loaded = false;
    }

    private Map<String, Known> known() {
        if (!loaded) {
            load();
        }
        return byCode;
    }

    private synchronized void load() {
        if (loaded) {
            return;
        }
        var streams = new HashMap<String, List<Long>>();
        for (var stream : sensing.listStreams()) {
            streams.computeIfAbsent(stream.thingId(), code -> new ArrayList<>()).add(stream.id());
        }
        byCode.clear();
        offlineStreams.clear();
        for (var row : store.list()) {
            var code = row.names().code();
            byCode.put(code, note(known(row, List.copyOf(streams.getOrDefault(code, List.of())))));
        }
        loaded = true;
    }

    private Known known(DeviceStore.Row row, List<Long> streams) {
        var position = row.position();
        var town = position == null
                ? null
                : places.find(position, places.today()).map(Placement::town).orElse(null);
        // most things say nothing of their make: one record for all of them
        var make = row.make().equals(Make.UNKNOWN) ? Make.UNKNOWN : row.make();
        var device = new Device(
                row.names().code(),
                row.names().name(),
                make,
                position,
                town,
                row.names().organisation(),
                row.retiredAt() == null ? State.COMMISSIONED : State.RETIRED,
                row.commissioned());
        return new Known(row.thing(), device, streams, row.offlineSince());
    }
}
