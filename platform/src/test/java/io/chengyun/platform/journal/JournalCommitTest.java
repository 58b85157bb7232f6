package io.chengyun.platform.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chengyun.kernel.DomainEvent;
import io.chengyun.platform.journal.JournalTest.TestEvent;
import io.chengyun.platform.journal.JournalTest.Thing;
import io.chengyun.platform.postgres.TestDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What becomes of events when the transaction that tells them ends. */
@ApplicationModuleTest(extraIncludes = {"postgres", "web"})
@ContextConfiguration(initializers = TestDatabase.class)
@Import(JournalTest.Ears.class)
class JournalCommitTest {

    private static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");

    @Autowired
    Journal journal;

    @Autowired
    House house;

    @Autowired
    Fresh fresh;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    private void append(String subject) {
        transaction.executeWithoutResult(
                status -> journal.append(new TestEvent.Happened(new Thing(subject, 1.0), NOON)));
    }

    /** The newest number, when all that other tests told has its own. */
    private long last() {
        house.settle();
        return journal.last();
    }

    @Test
    void appendOutsideATransactionIsAnError() {
        assertThatThrownBy(() -> journal.append(new TestEvent.Happened(new Thing("x", 0), NOON)))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> journal.takePage()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatIsAppendedWhileTheTransactionCommitsIsNotLost() {
        long before = last();
        transaction.executeWithoutResult(status -> {
            append("first");
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void beforeCommit(boolean readOnly) {
                    append("last");
                }
            });
        });
        house.settle();
        assertThat(journal.list(before, 10)).extracting(Entry::subject).containsExactly("first", "last");
    }

    @Test
    void theMessageThatPutsTheLastEventsCommitsThem() {
        var readable = new ArrayList<Boolean>();
        transaction.executeWithoutResult(status -> {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void beforeCompletion() {
                    readable.add(CompletableFuture.supplyAsync(() -> isReadable("put-and-kept"))
                            .join());
                }
            });
            append("put-and-kept");
        });
        assertThat(readable).containsExactly(true);
    }

    @Test
    void whatThatMessagePutNobodyHasToReadBack() {
        append("known");
        var id = jdbc.sql("select id from journal.inbox where subject = 'known'")
                .query(Long.class)
                .single();
        assertThat(fresh.take(id)).map(DomainEvent::subject).contains("known");
    }

    private boolean isReadable(String subject) {
        return jdbc.sql("select exists (select from journal.inbox where subject = ?)")
                .param(subject)
                .query(Boolean.class)
                .single();
    }

    @Test
    void whatIsToldAfterTheCommitIsAnErrorAndNotHalfKept() {
        long before = last();
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    append("kept");
                    TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                        @Override
                        public void afterCommit() {
                            append("too late");
                        }

                        @Override
                        public int getOrder() {
                            return HIGHEST_PRECEDENCE;
                        }
                    });
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("after its transaction was committed");
        house.settle();
        assertThat(journal.list(before, 10)).extracting(Entry::subject).containsExactly("kept");
    }

    @Test
    void aTransactionWithinAnotherHasItsOwnEvents() {
        long before = last();
        var own = new TransactionTemplate(Objects.requireNonNull(transaction.getTransactionManager()));
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        transaction.executeWithoutResult(status -> {
            append("never");
            own.executeWithoutResult(inner -> append("inner"));
            append("never either");
            status.setRollbackOnly();
        });
        house.settle();
        assertThat(journal.list(before, 10)).extracting(Entry::subject).containsExactly("inner");
    }
}
