package io.chengyun.platform.sensing;

import io.chengyun.kernel.Refused;
import io.chengyun.platform.journal.Journal;
import io.chengyun.platform.place.ObservedProperties;
import io.chengyun.platform.sensing.table.Duplicates;
import io.chengyun.platform.sensing.table.FeatureStore;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Registers things and their streams (接入登记), held against the district's registry of properties. */
@Service
class Registrar implements InitializingBean {

    private final Drawers drawers;
    private final ObservedProperties registry;
    private final StreamDirectory directory;
    private final Journal journal;
    private final Clock clock;

    Registrar(Drawers drawers, ObservedProperties registry, StreamDirectory directory, Journal journal, Clock clock) {
        this.drawers = drawers;
        this.registry = registry;
        this.directory = directory;
        this.journal = journal;
        this.clock = clock;
    }

    /** Where streams are kept, and what they look at. */
    @Service
    record Drawers(SourceStore sources, FeatureStore features) {}

    @Override
    public void afterPropertiesSet() {
        drawers.sources().keepProperties(registry.list());
    }

    /** Registers what is not yet registered of the thing, and gives all the streams named, in the order named. */
    @Transactional
    List<Datastream> register(NewThing thing) {
        long id = drawers.sources()
                .findThing(thing.code())
                .orElseGet(() -> drawers.sources().addThing(thing, clock.instant()));
        var streams = new ArrayList<Datastream>();
        for (var stream : thing.streams()) {
            streams.add(drawers.sources()
                    .findStream(id, stream.property())
                    .flatMap(drawers.sources()::findStream)
                    .map(row -> directory.describe(row).stream())
                    .orElseGet(() -> open(add(id, thing, stream))));
        }
        return streams;
    }

    /** Opens a stream whose row is written: settles its unit, tells the journal, and takes observations after commit. */
    @Transactional
    Datastream open(long id) {
        drawers.features().settle(id, clock.instant());
        var known = describe(id);
        settleUnit(known);
        journal.append(new SourceEvent.StreamRegistered(known.stream(), clock.instant()));
        afterCommit(() -> directory.add(known));
        return known.stream();
    }

    /** Takes over what was changed of streams, or of where their thing stands; in that transaction. */
    @Transactional
    void changed(List<Long> streams) {
        for (long id : streams) {
            drawers.features().settle(id, clock.instant());
            var known = describe(id);
            settleUnit(known);
            tellMove(known.stream());
            afterCommit(() -> directory.describeAnew(known));
        }
    }

    private void tellMove(Datastream stream) {
        var before = directory.find(stream.id());
        if (before != null && !Objects.equals(before.stream().position(), stream.position())) {
            journal.append(new SourceEvent.StreamMoved(stream, before.stream().position(), clock.instant()));
        }
    }

    /** The streams of a thing, in order of id. */
    List<Long> listStreamsOf(long thing) {
        return drawers.sources().listStreamsOf(thing).stream()
                .map(SourceStore.Row::id)
                .toList();
    }

    /** Tells the journal that a stream goes, and takes no more of its observations after commit. */
    @Transactional
    void close(long id) {
        var stream = directory.describe(get(id)).stream();
        journal.append(new SourceEvent.StreamRemoved(stream, clock.instant()));
        afterCommit(() -> directory.remove(id));
    }

    /** Sees to it that a property of the registry has its entity, also after somebody deleted it. */
    void keepProperty(String code) {
        registry.find(code).ifPresent(property -> drawers.sources().keepProperties(List.of(property)));
    }

    private SourceStore.Row get(long id) {
        return drawers.sources().findStream(id).orElseThrow(() -> new Refused(SensingRefusal.NO_SUCH_ENTITY));
    }

    private StreamDirectory.KnownStream describe(long id) {
        var row = get(id);
        Duplicates.check(row.details().duplicates());
        return directory.describe(row);
    }

    private void settleUnit(StreamDirectory.KnownStream known) {
        if (known.standing().registered()) {
            drawers.sources().settleUnit(known.stream().id(), known.stream().unit());
        }
    }

    private static void afterCommit(Runnable what) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                what.run();
            }
        });
    }

    private long add(long thingId, NewThing thing, NewThing.NewStream stream) {
        var property = registry.get(stream.property());
        keepProperty(property.code());
        return drawers.sources().addStream(thingId, stream, property, thing.name() + " " + property.name());
    }
}
