package io.chengyun.platform.sensing;

import io.chengyun.kernel.Refused;
import io.chengyun.platform.journal.Journal;
import io.chengyun.platform.place.ObservedProperties;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Registers things and their streams (接入登记), held against the district's registry of properties. */
@Service
class Registrar implements InitializingBean {

    private final SourceStore sources;
    private final ObservedProperties registry;
    private final StreamDirectory directory;
    private final Journal journal;
    private final Clock clock;

    Registrar(
            SourceStore sources, ObservedProperties registry, StreamDirectory directory, Journal journal, Clock clock) {
        this.sources = sources;
        this.registry = registry;
        this.directory = directory;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public void afterPropertiesSet() {
        sources.keepProperties(registry.list());
    }

    /** Registers what is not yet registered of the thing, and gives all the streams named, in the order named. */
    @Transactional
    List<Datastream> register(NewThing thing) {
        long id = sources.findThing(thing.code()).orElseGet(() -> sources.addThing(thing));
        var streams = new ArrayList<Datastream>();
        for (var stream : thing.streams()) {
            streams.add(sources.findStream(id, stream.property())
                    .flatMap(sources::findStream)
                    .map(row -> directory.describe(row).stream())
                    .orElseGet(() -> open(add(id, thing, stream))));
        }
        return streams;
    }

    /** Opens a stream whose row is written: settles its unit, tells the journal, and takes observations after commit. */
    @Transactional
    Datastream open(long id) {
        var row = sources.findStream(id).orElseThrow(() -> new Refused(SensingRefusal.NO_SUCH_ENTITY));
        var known = directory.describe(row);
        sources.settleUnit(id, known.stream().unit());
        journal.append(new SourceEvent.StreamRegistered(known.stream(), clock.instant()));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                directory.add(known);
            }
        });
        return known.stream();
    }

    private long add(long thingId, NewThing thing, NewThing.NewStream stream) {
        var property = registry.get(stream.property());
        return sources.addStream(thingId, stream, property, thing.name() + " " + property.name());
    }
}
