package io.chengyun.platform.situation;

import io.chengyun.kernel.DomainEvent;
import io.chengyun.platform.journal.Follower;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Hears everything that happens (全部事件) and keeps the picture up to date.
 *
 * <p>What is heard in one transaction is written at its end, all at once, and told to the listeners only after it has
 * committed. Called by one thread at a time, as every follower is.
 */
@Component
class CityFollower implements Follower<DomainEvent> {

    private final Changes changes;
    private final PictureStore store;
    private final Broadcast broadcast;
    private @Nullable Heard heard;

    CityFollower(Changes changes, PictureStore store, Broadcast broadcast) {
        this.changes = changes;
        this.store = store;
        this.broadcast = broadcast;
    }

    @Override
    public String name() {
        return "situation.city";
    }

    @Override
    public Class<DomainEvent> hears() {
        return DomainEvent.class;
    }

    @Override
    public void on(long number, DomainEvent event) {
        if (heard == null) {
            heard = new Heard();
            TransactionSynchronizationManager.registerSynchronization(heard);
        }
        heard.last = number;
        changes.of(number, event).ifPresent(heard.fresh::add);
    }

    /** What one transaction has heard. */
    private final class Heard implements TransactionSynchronization {

        private final List<Change> fresh = new ArrayList<>();
        private long last;

        @Override
        public void beforeCommit(boolean readOnly) {
            store.save(fresh, last);
        }

        @Override
        public void afterCommit() {
            broadcast.publish(fresh, last);
        }

        @Override
        public void afterCompletion(int status) {
            heard = null;
        }
    }
}
