package io.chengyun.platform.sensing.registry;

import io.chengyun.platform.journal.Journal;
import io.chengyun.platform.journal.Timed;
import io.chengyun.platform.sensing.registry.DeviceBoard.Known;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Notices that a device fell silent (离线看守).
 *
 * <p>One entry a device in one queue. An observation does not touch the queue: when an entry comes to the front, the
 * streams are looked at, and most often it is put off.
 */
@Component
class Watchman implements Timed {

    private static final int AT_ONCE = 500;

    private final DeviceBoard board;
    private final DeviceLook look;
    private final DeviceStore store;
    private final Journal journal;
    private final Tools tools;
    private final PriorityQueue<Due> queue =
            new PriorityQueue<>(Comparator.comparing(Due::at).thenComparing(Due::code));
    private final Set<String> queued = new HashSet<>();
    private boolean loaded;

    Watchman(DeviceBoard board, DeviceLook look, DeviceStore store, Journal journal, Tools tools) {
        this.board = board;
        this.look = look;
        this.store = store;
        this.journal = journal;
        this.tools = tools;
    }

    /** What a timer needs to act. */
    @Component
    record Tools(TransactionTemplate transaction, Clock clock) {}

    private record Due(Instant at, String code) {}

    @Override
    public String name() {
        return "sensing.devices";
    }

    @Override
    public synchronized @Nullable Instant nextDueAt() {
        load();
        var first = queue.peek();
        return first == null ? null : first.at();
    }

    /** Watches a device from now on, or again. */
    synchronized void watch(Known device) {
        load();
        put(device);
    }

    /** Something fresh came from a device that was offline; in the transaction that stores it. */
    void bringBack(Known device, Instant at) {
        var since = device.offlineSince();
        if (since == null) {
            return;
        }
        store.offline(device.thing(), null);
        journal.append(new DeviceEvent.CameBack(look.standing(device.offline(null)), since, at));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                board.offline(device.device().code(), null);
                board.find(device.device().code()).ifPresent(Watchman.this::watch);
            }
        });
    }

    private void bringBackIfFresh(String code) {
        var now = tools.clock().instant();
        board.find(code)
                .filter(device -> !isSilent(device, now))
                .ifPresent(device -> tools.transaction().executeWithoutResult(status -> bringBack(device, now)));
    }

    @Override
    public void fireDue() {
        var now = tools.clock().instant();
        for (var due = take(now); !due.isEmpty(); due = take(now)) {
            weigh(due, now);
        }
    }

    private void weigh(List<Known> due, Instant now) {
        var silent = due.stream().filter(one -> isSilent(one, now)).toList();
        if (!silent.isEmpty()) {
            tools.transaction().executeWithoutResult(status -> silent.forEach(one -> tell(one, now)));
            silent.forEach(one -> board.offline(one.device().code(), now));
        }
        // Until then the writer did not know that it was offline: whatever came meanwhile brings it back.
        silent.forEach(one -> bringBackIfFresh(one.device().code()));
        due.stream().filter(one -> !silent.contains(one)).forEach(this::putOff);
    }

    private boolean isSilent(Known device, Instant now) {
        return look.window(device, now).isEmpty()
                && look.offlineAt(device).filter(at -> !at.isAfter(now)).isPresent();
    }

    private void tell(Known device, Instant now) {
        store.offline(device.thing(), now);
        var lastSeenAt = HealthRules.lastSeenAt(board.seen(device)).orElse(null);
        journal.append(new DeviceEvent.WentOffline(look.standing(device), lastSeenAt, now));
    }

    private synchronized void putOff(Known device) {
        put(device);
    }

    private void put(Known device) {
        if (device.isWatched()
                && device.offlineSince() == null
                && !queued.contains(device.device().code())) {
            var window = look.window(device, tools.clock().instant());
            look.offlineAt(device)
                    .map(at -> window.map(open -> at.isBefore(open.until()) ? open.until() : at)
                            .orElse(at))
                    .ifPresent(at -> queue(new Due(at, device.device().code())));
        }
    }

    private void queue(Due due) {
        queue.add(due);
        queued.add(due.code());
    }

    private String dequeue() {
        var code = queue.remove().code();
        queued.remove(code);
        return code;
    }

    private synchronized List<Known> take(Instant now) {
        var taken = new ArrayList<Known>();
        while (!queue.isEmpty() && !queue.peek().at().isAfter(now) && taken.size() < AT_ONCE) {
            board.find(dequeue())
                    .filter(known -> known.isWatched() && known.offlineSince() == null)
                    .ifPresent(taken::add);
        }
        return taken;
    }

    private void load() {
        if (!loaded) {
            loaded = true;
            board.list().forEach(this::put);
        }
    }
}
