package io.chengyun.platform.sensing.registry;

import io.chengyun.kernel.Refused;
import io.chengyun.platform.journal.Journal;
import io.chengyun.platform.sensing.Datastream;
import io.chengyun.platform.sensing.NewThing;
import io.chengyun.platform.sensing.Sensing;
import io.chengyun.platform.sensing.registry.Device.Commissioning;
import io.chengyun.platform.sensing.registry.Device.State;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Puts devices to work and takes them out of service (设备登记). */
@Service
class Devices {

    private final DeviceStore store;
    private final DeviceBoard board;
    private final Journal journal;
    private final Workshop workshop;
    private final Clock clock;

    Devices(DeviceStore store, DeviceBoard board, Journal journal, Workshop workshop, Clock clock) {
        this.store = store;
        this.board = board;
        this.journal = journal;
        this.workshop = workshop;
        this.clock = clock;
    }

    /** Who registers its streams, and who watches it from then on. */
    @Component
    record Workshop(Sensing sensing, Watchman watchman) {}

    /**
     * Puts devices to work, all in one transaction: each thing is registered with the streams that it does not have yet.
     *
     * @param by staff id
     */
    @Transactional
    public void commission(List<Candidate> candidates, String by) {
        candidates.forEach(candidate -> commission(candidate, new Commissioning(clock.instant(), by)));
    }

    private void commission(Candidate candidate, Commissioning by) {
        var device = candidate.device();
        var code = device.code();
        var known = store.find(code);
        if (known.isPresent() && known.get().retiredAt() != null) {
            throw new Refused(DeviceRefusal.RETIRED);
        }
        if (known.isPresent() && known.get().commissioned() != null) {
            throw new Refused(DeviceRefusal.COMMISSIONED);
        }
        if (known.isEmpty() && candidate.properties().isEmpty()) {
            throw new Refused(DeviceRefusal.NO_STREAMS);
        }
        var position = device.position();
        if (position == null) {
            throw new Refused(DeviceRefusal.OUTSIDE);
        }
        var wanted = candidate.properties().stream().map(NewThing.NewStream::of).toList();
        List<Datastream> streams = wanted.isEmpty()
                ? List.of()
                : workshop.sensing().register(new NewThing(code, device.name(), position, wanted));
        store.commission(code, device, by);
        var name = known.map(row -> row.names().name()).orElse(device.name());
        var now = new Device(
                code, name, device.make(), position, device.town(), device.organisation(), State.COMMISSIONED, by);
        journal.append(new DeviceEvent.Commissioned(now, by.at()));
        afterCommit(code, streams.stream().map(Datastream::id).toList());
    }

    /** Takes a device out of service; its observations stay, and its silence is told no more. */
    @Transactional
    public void retire(String code, String by) {
        var known = board.find(code).orElseThrow(() -> new Refused(DeviceRefusal.ABSENT));
        if (known.device().commissioned() == null || !store.retire(known.thing(), clock.instant())) {
            throw new Refused(known.isRetired() ? DeviceRefusal.RETIRED : DeviceRefusal.ABSENT);
        }
        journal.append(new DeviceEvent.Retired(known.device().in(State.RETIRED), by, clock.instant()));
        afterCommit(code, List.of());
    }

    private void afterCommit(String code, List<Long> streams) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                board.refresh(code);
                board.adopt(code, streams);
                board.find(code).ifPresent(workshop.watchman()::watch);
            }
        });
    }
}
