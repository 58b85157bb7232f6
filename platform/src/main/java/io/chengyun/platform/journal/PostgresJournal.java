package io.chengyun.platform.journal;

import io.chengyun.kernel.DomainEvent;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The journal in PostgreSQL. */
@Service
class PostgresJournal implements Journal {

    private final JournalStore store;
    private final Bell bell;

    PostgresJournal(JournalStore store, Bell bell) {
        this.store = store;
        this.bell = bell;
    }

    @Override
    public void append(DomainEvent event) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("append " + event.getClass() + " outside a transaction");
        }
        store.put(event);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                bell.ring();
            }
        });
    }

    @Override
    public List<Entry> list(long after, int limit) {
        return store.list(after, limit);
    }

    @Override
    public List<Entry> listAbout(String subject) {
        return store.listAbout(subject);
    }

    @Override
    public long last() {
        return store.last();
    }
}
