package io.chengyun.platform.situation;

import io.chengyun.kernel.Refused;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Tells every listener what changed (广播), in the order of the journal, and never waits for one of them. Guarded by its
 * own monitor, under which nothing slow is done.
 */
@Component
class Broadcast implements SmartLifecycle, SmartInitializingSingleton {

    private final PictureStore store;
    private final StandingWarnings warnings;
    private final SituationSettings settings;
    private final List<Listener> listeners = new ArrayList<>();
    private long seen;
    private boolean running;

    Broadcast(PictureStore store, StandingWarnings warnings, SituationSettings settings) {
        this.store = store;
        this.warnings = warnings;
        this.settings = settings;
    }

    @Override
    public synchronized void afterSingletonsInstantiated() {
        seen = store.seen();
    }

    synchronized void publish(List<Change> changes, long number) {
        warnings.on(changes);
        changes.forEach(change -> listeners.forEach(listener -> listener.tell(change)));
        seen = Math.max(seen, number);
        listeners.removeIf(Listener::isDropped);
    }

    /** Tells everybody something that has no number of its own. */
    synchronized void tell(String event, String body) {
        listeners.forEach(listener -> listener.tell(new Message(seen, event, body)));
        listeners.removeIf(Listener::isDropped);
    }

    /** Tells newcomers of all sensors and the others of those that changed; null for nothing to tell. */
    synchronized void tellSensors(@Nullable String all, @Nullable String changed) {
        var toNewcomers = all == null ? null : new Message(seen, Message.SENSORS, all);
        var toOthers = changed == null ? null : new Message(seen, Message.SENSORS, changed);
        listeners.forEach(listener -> listener.tellSensors(toNewcomers, toOthers));
        listeners.removeIf(Listener::isDropped);
    }

    /** From now on the listener hears everything; refuses when there are too many. */
    synchronized void join(Listener listener) {
        if (listeners.size() >= settings.listeners()) {
            throw new Refused(SituationRefusal.TOO_MANY_LISTENERS);
        }
        listeners.add(listener);
    }

    synchronized void leave(Listener listener) {
        listener.drop();
        listeners.remove(listener);
    }

    /** Up to which number of the journal listeners have been told. */
    synchronized long seen() {
        return seen;
    }

    synchronized int listeners() {
        return listeners.size();
    }

    synchronized boolean hasNewcomers() {
        return !listeners.stream().allMatch(Listener::knowsSensors);
    }

    @Override
    public synchronized void start() {
        running = true;
    }

    /** Open streams would hold up an orderly end of the web server: they end first. */
    @Override
    public synchronized void stop() {
        running = false;
        listeners.forEach(Listener::drop);
        listeners.clear();
    }

    @Override
    public synchronized boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return DEFAULT_PHASE;
    }
}
