package io.chengyun.platform.sensing.mqtt;

import io.chengyun.platform.sensing.sensorthings.answer.Entity;
import io.chengyun.platform.sensing.sensorthings.answer.EntityStore;
import io.chengyun.platform.sensing.sensorthings.change.EntityListener;
import io.chengyun.platform.sensing.sensorthings.model.EntityId;
import io.chengyun.platform.sensing.sensorthings.model.EntityType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Which entities were written and not yet told to subscribers (实体公告), each once and of all no more than there is room
 * for. Whoever writes only puts a number here, and only while somebody listens.
 */
@Component
class EntityBoard implements EntityListener {

    private static final Logger LOG = LoggerFactory.getLogger(EntityBoard.class);
    private static final int MOST = 10_000;
    private static final int MOST_AT_ONCE = 200;

    private final EntityStore store;
    private final Set<Written> written = new LinkedHashSet<>();
    private volatile boolean listening;
    private long dropped;

    EntityBoard(EntityStore store) {
        this.store = store;
    }

    /** An entity that was written. */
    record Written(EntityType type, EntityId id) {}

    /** Says whether anybody listens. */
    void listen(boolean anybody) {
        listening = anybody;
    }

    @Override
    public void onWritten(EntityType type, EntityId id) {
        if (!listening) {
            return;
        }
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            put(new Written(type, id));
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                put(new Written(type, id));
            }
        });
    }

    private synchronized void put(Written one) {
        if (written.size() < MOST) {
            written.add(one);
        } else if (dropped++ == 0) {
            LOG.warn("more entities change than subscribers can be told: what is too much is not told");
        }
    }

    synchronized boolean isEmpty() {
        return written.isEmpty();
    }

    /**
     * Takes down some of what was written, as it is stored now; what is gone by now is left out. Asks the database: not for
     * a thread that must not wait.
     */
    List<Entity> take() {
        var some = some();
        var found = new ArrayList<Entity>();
        // Taken down before it is read: what is written meanwhile is put up again, and told again.
        some.forEach(one -> store.find(one.type(), one.id()).ifPresent(found::add));
        return found;
    }

    private synchronized List<Written> some() {
        var some = written.stream().limit(MOST_AT_ONCE).toList();
        some.forEach(written::remove);
        return some;
    }
}
