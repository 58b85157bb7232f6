package io.chengyun.platform.sensing;

import io.chengyun.kernel.Refused;
import io.chengyun.platform.place.ObservedProperties;
import io.chengyun.platform.place.ObservedProperty;
import io.chengyun.platform.sensing.StoredBatch.Reading;
import io.chengyun.platform.sensing.notation.PhenomenonTime;
import io.chengyun.platform.sensing.notation.Units;
import io.chengyun.platform.sensing.table.Duplicates;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The streams of the house and the newest of each, in memory (数据流名录): what was committed, never more. */
@Component
class StreamDirectory {

    /**
     * A stream with what a new row is held against (已知数据流).
     *
     * @param standing what the registry and the standard know of it
     * @param newestMicros time of its newest observation; {@link Long#MIN_VALUE} before the first
     * @param newestValue that observation's value; NaN before the first
     */
    record KnownStream(
            Datastream stream, ObservedProperty property, Standing standing, long newestMicros, double newestValue) {

        static KnownStream fresh(Datastream stream, ObservedProperty property) {
            return new KnownStream(
                    stream, property, new Standing(true, true, Duplicates.FIRST), Long.MIN_VALUE, Double.NaN);
        }

        KnownStream withNewest(long micros, double value) {
            // As new as the newest is only a correction of it.
            return micros >= newestMicros ? new KnownStream(stream, property, standing, micros, value) : this;
        }

        /** Whether this is what is known as its newest. */
        boolean isNewest(@Nullable Reading reading) {
            return reading != null
                    && PhenomenonTime.micros(reading.at()) == newestMicros
                    && Double.compare(reading.value(), newestValue) == 0;
        }

        boolean silent() {
            return newestMicros == Long.MIN_VALUE;
        }
    }

    /**
     * What is known of a stream besides its row (登记情况).
     *
     * @param registered whether the registry knows its property: it takes numbers in a believable range only
     * @param featured whether it is known what its observations look at when they do not say
     * @param duplicates what becomes of another observation of the same time
     */
    record Standing(boolean registered, boolean featured, Duplicates duplicates) {}

    private final SourceStore sources;
    private final ObservedProperties registry;
    private final SensingSettings settings;
    private final Map<Long, KnownStream> byId = new ConcurrentHashMap<>();
    private final Map<Name, Long> byName = new ConcurrentHashMap<>();
    private volatile boolean loaded;

    /** By what a device calls its stream; of several the one registered first. */
    private record Name(String thing, String property) {}

    StreamDirectory(SourceStore sources, ObservedProperties registry, SensingSettings settings) {
        this.sources = sources;
        this.registry = registry;
        this.settings = settings;
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

    /** Takes over what was committed of a stream's description; what it knows of the newest row stays. */
    void describeAnew(KnownStream stream) {
        byId.computeIfPresent(
                stream.stream().id(),
                (id, known) -> new KnownStream(
                        stream.stream(),
                        stream.property(),
                        stream.standing(),
                        known.newestMicros(),
                        known.newestValue()));
        nameAll();
    }

    /** After something went or changed its name: rare, and done for all. */
    private synchronized void nameAll() {
        byName.clear();
        byId.values().forEach(known -> name(known.stream()));
    }

    /** Forgets a stream whose removal was committed. */
    void remove(long id) {
        byId.remove(id);
        nameAll();
    }

    /** Reads a stream anew; to be called while nothing is being written. */
    void refresh(long id) {
        sources.findStream(id)
                .ifPresentOrElse(
                        row -> byId.computeIfPresent(id, (same, known) -> describe(row)), () -> byId.remove(id));
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
        var rows = sources.listStreams();
        rows.forEach(row -> byId.put(row.id(), describe(row)));
        byId.keySet().retainAll(rows.stream().map(SourceStore.Row::id).collect(Collectors.toSet()));
        nameAll();
        loaded = true;
    }

    /**
     * The stream as its row and the registry describe it. Refuses a registered property in another unit; a property that the
     * registry does not know is taken as it is.
     */
    KnownStream describe(SourceStore.Row row) {
        var registered = registry.find(row.property());
        if (registered.isPresent()
                && row.unit() != null
                && !Units.same(row.unit(), registered.get().unit())) {
            throw new Refused(
                    SensingRefusal.WRONG_UNIT, List.of(registered.get().unit()));
        }
        var property = registered.orElseGet(() -> unregistered(row));
        var details = row.details();
        var interval = details.interval();
        var stream = new Datastream(
                row.id(),
                row.names().stream(),
                row.names().thingId(),
                row.names().thing(),
                property.code(),
                property.unit(),
                row.position(),
                interval == null ? property.interval() : interval);
        var standing = new Standing(
                registered.isPresent(), details.featured(), Duplicates.of(details.duplicates(), settings.duplicates()));
        var known = new KnownStream(stream, property, standing, Long.MIN_VALUE, Double.NaN);
        var micros = details.newestMicros();
        var value = details.newestValue();
        return micros == null || value == null ? known : known.withNewest(micros, value);
    }

    private ObservedProperty unregistered(SourceStore.Row row) {
        var unit = row.unit() == null ? "" : row.unit();
        return new ObservedProperty(
                row.property(),
                row.property(),
                row.property(),
                unit,
                Double.NEGATIVE_INFINITY,
                Double.POSITIVE_INFINITY,
                settings.unregisteredInterval());
    }

    private Map<Long, KnownStream> known() {
        if (!loaded) {
            reload();
        }
        return byId;
    }
}
