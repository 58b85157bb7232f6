package io.chengyun.platform.situation;

import io.chengyun.kernel.DomainEvent;
import io.chengyun.platform.journal.Follower;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Hears everything that happens (全部事件) and keeps the picture up to date.
 *
 * <p>What is heard in one transaction is written all at once, and told to the listeners only after it has committed.
 */
@Component
class CityFollower implements Follower<DomainEvent> {

    private final Changes changes;
    private final PictureStore store;
    private final Broadcast broadcast;

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
        onAll(List.of(new Heard<>(number, event)));
    }

    @Override
    public void onAll(List<Heard<DomainEvent>> together) {
        long last = together.get(together.size() - 1).number();
        var fresh = together.stream()
                .flatMap(one -> changes.of(one.number(), one.event()).stream())
                .toList();
        store.save(fresh, last);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                broadcast.publish(fresh, last);
            }
        });
    }
}
