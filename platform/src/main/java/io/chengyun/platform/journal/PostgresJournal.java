package io.chengyun.platform.journal;

import io.chengyun.kernel.DomainEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The journal in PostgreSQL. What one transaction appends goes to the inbox together, right before it commits: nobody can
 * read it earlier, and a storm of signals would else be as many questions to the database.
 */
@Service
class PostgresJournal implements Journal {

    private final JournalStore store;
    private final Bell bell;
    private final Fresh fresh;

    PostgresJournal(JournalStore store, Bell bell, Fresh fresh) {
        this.store = store;
        this.bell = bell;
        this.fresh = fresh;
    }

    @Override
    public String append(DomainEvent event) {
        var page = page(event);
        var written = store.write(event);
        page.events.add(written);
        if (page.closed) {
            page.put();
        }
        return written.payload();
    }

    @Override
    public Row row(DomainEvent event) {
        page(event).put(); // what was told before stands before it
        var written = store.write(event);
        return new Row(
                Arrays.asList(written.type(), event.subject(), event.at().toString(), event.by(), written.payload()));
    }

    /** What the transaction has appended so far. */
    private Page page(DomainEvent event) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("append " + event.getClass() + " outside a transaction");
        }
        var known = (@Nullable Page) TransactionSynchronizationManager.getResource(this);
        if (known != null) {
            return known;
        }
        var fresh = new Page();
        TransactionSynchronizationManager.bindResource(this, fresh);
        TransactionSynchronizationManager.registerSynchronization(fresh);
        return fresh;
    }

    @Override
    public List<Entry> list(long after, int limit) {
        return store.list(after, limit);
    }

    @Override
    public List<Line> lines(long after, int limit) {
        return store.lines(after, limit);
    }

    @Override
    public List<Line> linesAbout(String subject) {
        return store.linesAbout(subject);
    }

    @Override
    public List<Entry> listAbout(String subject) {
        return store.listAbout(subject);
    }

    @Override
    public long last() {
        return store.last();
    }

    /** One transaction's events. */
    private final class Page implements TransactionSynchronization {

        private final List<JournalStore.Written> events = new ArrayList<>();
        /** In the inbox, of those that were put. */
        private final List<Long> ids = new ArrayList<>();
        /** What others append while the transaction is about to commit is put at once. */
        private boolean closed;

        @Override
        public void beforeCommit(boolean readOnly) {
            closed = true;
            put();
        }

        private void put() {
            if (!events.isEmpty()) {
                var given = store.put(events);
                for (int i = 0; i < given.size(); i++) {
                    fresh.put(given.get(i), events.get(i).event());
                }
                ids.addAll(given);
                events.clear();
            }
        }

        @Override
        public void afterCommit() {
            bell.ring();
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(PostgresJournal.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(PostgresJournal.this, this);
        }

        @Override
        public void afterCompletion(int status) {
            if (status != STATUS_COMMITTED) {
                fresh.forget(ids);
            }
            TransactionSynchronizationManager.unbindResourceIfPossible(PostgresJournal.this);
        }
    }
}
