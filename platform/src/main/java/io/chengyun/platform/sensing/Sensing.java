package io.chengyun.platform.sensing;

import io.chengyun.platform.sensing.StreamDirectory.KnownStream;
import io.chengyun.platform.sensing.notation.PhenomenonTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;

/** What the city's devices observe (感知): streams, their newest values, and the way in for observations. */
@Service
public class Sensing {

    private final StreamDirectory directory;
    private final Registrar registrar;
    private final ObservationWriter writer;
    private final WriterLane lane;
    private final Clock clock;

    Sensing(StreamDirectory directory, Registrar registrar, ObservationWriter writer, WriterLane lane, Clock clock) {
        this.directory = directory;
        this.registrar = registrar;
        this.writer = writer;
        this.lane = lane;
        this.clock = clock;
    }

    /** All streams, in order of id. */
    public List<Datastream> listStreams() {
        return directory.list().stream().map(KnownStream::stream).toList();
    }

    public Optional<Datastream> findStream(long id) {
        return Optional.ofNullable(directory.find(id)).map(KnownStream::stream);
    }

    /** The stream of this property by the thing of this code; of several the one registered first. */
    public Optional<Datastream> findStream(String thing, String property) {
        return directory.find(thing, property).map(KnownStream::stream);
    }

    /** The newest value of every stream, in order of stream id, with whether it still says anything about now. */
    public List<LatestValue> listLatest() {
        var now = clock.instant();
        return directory.list().stream().map(known -> latest(known, now)).toList();
    }

    /** The newest value of a stream, with whether it still says anything about now. */
    public Optional<LatestValue> findLatest(long stream) {
        var now = clock.instant();
        return Optional.ofNullable(directory.find(stream)).map(known -> latest(known, now));
    }

    /**
     * Registers a thing with its streams, or what is not yet registered of it.
     *
     * @return the streams named, in the order named; ids are given in that order
     */
    public List<Datastream> register(NewThing thing) {
        return registrar.register(thing);
    }

    /**
     * Lets a stream take observations whose row the SensorThings door has written; to be called in that transaction.
     * Refuses a property of the registry in another unit.
     */
    public Datastream open(long stream) {
        return registrar.open(stream);
    }

    /** Takes over what the SensorThings door changed of streams, or of where they stand; in that transaction. */
    public void changed(List<Long> streams) {
        registrar.changed(streams);
    }

    /** The streams of the thing of this number, in order of id. */
    public List<Long> listStreamsOf(long thing) {
        return registrar.listStreamsOf(thing);
    }

    /** Lets a stream go whose row the SensorThings door is about to delete; in that transaction. */
    public void close(long stream) {
        registrar.close(stream);
    }

    /** Sees to it that a property of the registry has its entity. */
    public void keepProperty(String code) {
        registrar.keepProperty(code);
    }

    /** Whether observations of this time, in microseconds since 1970, are taken at all. */
    public boolean takes(long micros) {
        return writer.takes(micros);
    }

    /**
     * Changes stored observations of these streams while none is written; whoever hears observations is told.
     *
     * @param change gives of each stream the times that it touched, oldest first
     */
    public void alter(Collection<Long> streams, Supplier<Map<Long, List<Instant>>> change) {
        writer.alter(streams, change);
    }

    /** Whether an observation of the stream is plain: the registry knows its property, or it is a number and nothing else. */
    public boolean registered(long stream) {
        var known = directory.find(stream);
        return known == null || known.standing().registered();
    }

    /** Whether it is known what observations of the stream look at when they do not say. */
    public boolean featured(long stream) {
        var known = directory.find(stream);
        return known == null || known.standing().featured();
    }

    /** Stores a batch on the caller's thread and returns after the commit; for replays and tools. */
    public Receipt store(ObservationBatch batch) {
        return writer.write(List.of(batch)).get(0);
    }

    /** Stores a batch together with whatever else is waiting and returns after the commit; for doors with many senders. */
    public Receipt send(ObservationBatch batch) {
        return lane.send(batch);
    }

    /**
     * Like {@link #send}, for doors that must not wait: the answer comes after the commit, on the thread that gives all
     * answers, so whoever follows it does little there. It fails with a {@code Fault} or {@code Refused}; then nothing was kept.
     */
    public CompletableFuture<Receipt> offer(ObservationBatch batch) {
        return lane.offer(batch);
    }

    static LatestValue latest(KnownStream known, Instant now) {
        var stream = known.stream();
        if (known.silent()) {
            return new LatestValue(stream, null, null, LatestValue.State.UNKNOWN);
        }
        var at = PhenomenonTime.instant(known.newestMicros());
        // added, not multiplied: a duration multiplies in big decimals, and there may be a hundred thousand of them
        var twice = stream.interval().plus(stream.interval());
        boolean stale = Duration.between(at, now).compareTo(twice) > 0;
        Double value = Double.isNaN(known.newestValue()) ? null : Double.valueOf(known.newestValue());
        return new LatestValue(stream, value, at, stale ? LatestValue.State.UNKNOWN : LatestValue.State.OK);
    }
}
