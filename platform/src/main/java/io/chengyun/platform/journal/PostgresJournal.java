package io.chengyun.platform.journal;

import io.chengyun.kernel.DomainEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    public void append(DomainEvent event) {
        var unit = unit();
        if (unit.committed) {
            throw new IllegalStateException("something is told after its transaction was committed");
        }
        unit.tells = true;
        unit.events.add(store.write(event));
        if (unit.closed) {
            unit.put();
        }
    }

    @Override
    public Optional<DomainEvent> lastTold(String subject) {
        return known().map(unit -> unit.events).orElse(List.of()).stream()
                .map(JournalStore.Written::event)
                .filter(event -> event.subject().equals(subject))
                .reduce((earlier, later) -> later);
    }

    @Override
    public Page takePage() {
        return unit().take();
    }

    /** Whether the current transaction tells something. */
    boolean tells() {
        return known().filter(unit -> unit.tells).isPresent();
    }

    private Optional<Unit> known() {
        return Optional.ofNullable((@Nullable Unit) TransactionSynchronizationManager.getResource(this));
    }

    /** What the transaction has told. */
    private Unit unit() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("something is told outside a transaction");
        }
        return known().orElseGet(() -> {
            var begun = new Unit();
            TransactionSynchronizationManager.bindResource(this, begun);
            TransactionSynchronizationManager.registerSynchronization(begun);
            return begun;
        });
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
    private final class Unit implements TransactionSynchronization {

        /** Those that are not in the inbox yet. */
        private List<JournalStore.Written> events = new ArrayList<>();
        /** In the inbox, of those that are. */
        private final List<Long> ids = new ArrayList<>();
        /** What others append while the transaction is about to commit is put at once. */
        private boolean closed;

        private boolean committed;

        private boolean tells;

        /** Where nobody else may still write before the commit, the message that puts the events commits them as well. */
        @Override
        public void beforeCommit(boolean readOnly) {
            closed = true;
            if (events.isEmpty()) {
                return;
            }
            if (isLast()) {
                var page = take();
                page.put(store.putAndCommit(page));
                committed = true;
            } else {
                put();
            }
        }

        private boolean isLast() {
            var all = TransactionSynchronizationManager.getSynchronizations();
            return all.get(all.size() - 1) == this;
        }

        private void put() {
            var page = take();
            page.put(store.put(page));
        }

        private Page take() {
            var taken = events;
            events = new ArrayList<>();
            return new Page() {

                @Override
                public String sql() {
                    return store.sql(taken);
                }

                @Override
                public List<DomainEvent> events() {
                    return taken.stream().map(JournalStore.Written::event).toList();
                }

                @Override
                public List<Object> values() {
                    return JournalStore.values(taken);
                }

                @Override
                public void put(List<Long> given) {
                    var inOrder = given.stream().sorted().toList();
                    for (int i = 0; i < inOrder.size(); i++) {
                        fresh.put(inOrder.get(i), taken.get(i).event());
                    }
                    ids.addAll(inOrder);
                }
            };
        }

        @Override
        public void afterCommit() {
            if (tells) {
                bell.ring();
            }
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
