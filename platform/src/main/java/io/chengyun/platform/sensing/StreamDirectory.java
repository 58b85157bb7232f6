package io.chengyun.platform.sensing;

import io.chengyun.kernel.Refused;
import io.chengyun.platform.place.ObservedProperties;
import io.chengyun.platform.place.ObservedProperty;
import io.chengyun.platform.sensing.notation.Units;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The streams of the house and the newest of each, in memory (数据流名录): what was committed, never more. */
@Component
class StreamDirectory {

    /**
     * A stream with what a new row is held against (已知数据流).
     *
     * @param newestMicros time of its newest observation; {@link Long#MIN_VALUE} before the first
     * @param newestValue that observation's value; NaN before the first
     */
    record KnownStream(Datastream stream, ObservedProperty property, long newestMicros, double newestValue) {

        static KnownStream fresh(Datastream stream, ObservedProperty property) {
            return new KnownStream(stream, property, Long.MIN_VALUE, Double.NaN);
        }

        KnownStream withNewest(long micros, double value) {
            return micros > newestMicros ? new KnownStream(stream, property, micros, value) : this;
        }

        boolean silent() {
            return newestMicros == Long.MIN_VALUE;
        }
    }

    private final SourceStore sources;
    private final ObservedProperties registry;
    private final Map<Long, KnownStream> byId = new ConcurrentHashMap<>();
    private final Map<Name, Long> byName = new ConcurrentHashMap<>();
    private volatile boolean loaded;

    /** By what a device calls its stream; of several the one registered first. */
    private record Name(String thing, String property) {}

    StreamDirectory(SourceStore sources, ObservedProperties registry) {
        this.sources = sources;
        this.registry = registry;
    }

    @Nullable
    KnownStream find(long id) {
        return known().get(id);
    }

    /** All streams, in order of id. */
    List<KnownStream> list() {
        return known().values().stream()
                .sorted((one, other) ->
                        Long.compare(one.stream().id(), other.stream().id()))
                .toList();
    }

    /** The first stream of this property by this thing. */
    Optional<KnownStream> find(String thing, String property) {
        var streams = known();
        return Optional.ofNullable(byName.get(new Name(thing, property))).map(streams::get);
    }

    /** Takes in a stream whose registration was committed. */
    void add(KnownStream stream) {
        byId.putIfAbsent(stream.stream().id(), stream);
        name(stream.stream());
    }

    private void name(Datastream stream) {
        byName.merge(new Name(stream.thingId(), stream.property()), stream.id(), Math::min);
    }

    /** Takes in a committed batch. */
    void advance(Sifted stored) {
        var batch = stored.batch();
        for (var group : stored.groups()) {
            int newest = group.row(group.size() - 1);
            byId.computeIfPresent(
                    group.known().stream().id(),
                    (id, known) -> known.withNewest(batch.micros(newest), batch.value(newest)));
        }
    }

    /** Reads everything anew, after a write of which nobody knows whether it was committed. */
    synchronized void reload() {
        sources.listStreams().forEach(row -> {
            var known = describe(row);
            byId.put(row.id(), known);
            name(known.stream());
        });
        loaded = true;
    }

    /** The stream as its row and the registry describe it; refuses one that is not fit to be opened. */
    KnownStream describe(SourceStore.Row row) {
        var property = registry.find(row.property())
                .orElseThrow(() -> new Refused(
                        SensingRefusal.UNKNOWN_PROPERTY,
                        registry.list().stream().map(ObservedProperty::code).toList()));
        if (row.unit() != null && !Units.same(row.unit(), property.unit())) {
            throw new Refused(SensingRefusal.WRONG_UNIT, List.of(property.unit()));
        }
        if (row.position() == null) {
            throw new Refused(SensingRefusal.NOWHERE);
        }
        var interval = row.details().interval();
        var stream = new Datastream(
                row.id(),
                row.names().stream(),
                row.names().thingId(),
                row.names().thing(),
                property.code(),
                property.unit(),
                row.position(),
                interval == null ? property.interval() : interval);
        var known = KnownStream.fresh(stream, property);
        var micros = row.details().newestMicros();
        var value = row.details().newestValue();
        return micros == null || value == null ? known : known.withNewest(micros, value);
    }

    private Map<Long, KnownStream> known() {
        if (!loaded) {
            reload();
        }
        return byId;
    }
}
