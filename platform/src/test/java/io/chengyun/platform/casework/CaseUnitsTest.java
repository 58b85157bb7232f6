package io.chengyun.platform.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chengyun.kernel.Refused;
import io.chengyun.platform.access.AccessEvent;
import io.chengyun.platform.access.Role;
import io.chengyun.platform.casework.Casework.Line;
import io.chengyun.platform.casework.Casework.Query;
import io.chengyun.platform.casework.Casework.Report;
import io.chengyun.platform.journal.Entry;
import io.chengyun.platform.journal.House;
import io.chengyun.platform.journal.Journal;
import io.chengyun.platform.place.Position;
import io.chengyun.platform.postgres.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.support.TransactionTemplate;

/** What a transaction has done to cases, and what this process remembers of them, with a real database. */
@SpringBootTest
@ContextConfiguration(initializers = TestDatabase.class)
class CaseUnitsTest {

    private static final Position POINT = new Position(121.41, 31.08);

    @Autowired
    Casework casework;

    @Autowired
    CaseStore store;

    @Autowired
    CaseUnits units;

    @Autowired
    CaseDesk desk;

    @Autowired
    Journal journal;

    @Autowired
    House house;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private CaseFile reported() {
        return casework.report(new Report("0506", "路口积水", "约两百平方米", POINT, CaseFile.Source.PATROL), People.CHENG);
    }

    private CaseFile act(CaseFile file, String action) {
        return casework.act(file.id(), action, Given.nothing(), People.of(Role.ACCEPTOR));
    }

    private List<String> types(CaseFile file) {
        return casework.timeline(file).stream().map(Line::type).toList();
    }

    private long rowsOf(CaseFile file) {
        return jdbc.sql("SELECT count(*) FROM casework.line WHERE case_id = ?")
                .param(file.id())
                .query(Long.class)
                .single();
    }

    @Test
    void whoAsksTheTablesSeesWhatTheTransactionDid() {
        var file = reported();
        transaction.executeWithoutResult(status -> {
            store.gather();
            act(file, "accept");
            assertThat(rowsOf(file)).as("not written yet").isEqualTo(1);
            assertThat(types(file)).containsExactly("casework.Reported", "casework.Accepted");
            assertThat(rowsOf(file)).isEqualTo(2);
            act(file, "request-verification");
        });
        assertThat(types(file)).hasSize(3);
    }

    @Test
    void theJournalHasItInTheOrderInWhichItWasDone() {
        var one = reported();
        var other = reported();
        house.settle();
        long before = journal.last();
        transaction.executeWithoutResult(status -> {
            store.gather();
            act(other, "accept");
            act(one, "accept");
            act(other, "request-verification");
        });
        house.settle();
        assertThat(journal.list(before, 10))
                .extracting(Entry::subject)
                .containsExactly(other.id(), one.id(), other.id());
        assertThat(types(other)).hasSize(3);
        assertThat(types(one)).hasSize(2);
    }

    @Test
    void whatOthersToldBeforeInTheTransactionStandsBefore() {
        var file = reported();
        house.settle();
        long before = journal.last();
        transaction.executeWithoutResult(status -> {
            var denied = new AccessEvent.Denied(
                    new AccessEvent.Visit("cheng", "read", "c-1"), file.origin().at());
            journal.append(denied);
            store.gather();
            act(file, "accept");
        });
        house.settle();
        assertThat(journal.list(before, 10))
                .extracting(Entry::type)
                .containsExactly("access.Denied", "casework.Accepted");
    }

    @Test
    void aFileOfThisProcessIsNotReadAgainUntilSomebodyElseWroteIt() {
        var file = reported();
        retitle(file, "谁改了表", 0);
        var accepted = act(file, "accept");
        assertThat(accepted.matter().title()).isEqualTo(file.matter().title());

        retitle(file, "别的实例", 1);
        assertThat(act(file, "request-verification").matter().title()).isEqualTo("别的实例");
    }

    /** Changes the title in the table, as another instance does when it counts the revision on. */
    private void retitle(CaseFile file, String title, int revisions) {
        jdbc.sql("""
                WITH said AS (
                    INSERT INTO journal.words (payload)
                    SELECT jsonb_set(jsonb_set(payload::jsonb, '{now,matter,title}', to_jsonb(:title::text)),
                        '{now,revision,number}', to_jsonb(revision + :more))
                    FROM casework.case_file old JOIN journal.words ON words.id = old.words WHERE old.id = :id
                    RETURNING id)
                UPDATE casework.case_file old SET revision = revision + :more, words = said.id FROM said WHERE old.id = :id
                """)
                .param("more", revisions)
                .param("title", title)
                .param("id", file.id())
                .update();
    }

    @Test
    void whatWasUndoneIsNotRemembered() {
        var file = reported();
        transaction.executeWithoutResult(status -> {
            act(file, "accept");
            status.setRollbackOnly();
        });
        retitle(file, "别的实例", 1);
        assertThat(act(file, "accept").matter().title()).isEqualTo("别的实例");
        assertThat(types(file)).containsExactly("casework.Reported", "casework.Accepted");
    }

    @Test
    void aFileThatIsNotAsItWasReadIsNotOverwritten() {
        var file = reported();
        assertThatThrownBy(() -> transaction.execute(status -> {
                    store.lock(file.id());
                    retitle(file, "锁不住的", 1);
                    return act(file, "accept");
                }))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.refusal()).isEqualTo(CaseRefusal.CHANGED_MEANWHILE));
        assertThat(types(file)).containsExactly("casework.Reported");
    }

    @Test
    void aTimerThatRangTooEarlyIsSetAgain() {
        var file = reported();
        var due = dueAt(file);
        jdbc.sql("UPDATE casework.case_file SET due_at = due_at - interval '1 day' WHERE id = ?")
                .param(file.id())
                .update();
        desk.onDue(file.id());
        assertThat(dueAt(file)).isEqualTo(due);
        assertThat(types(file)).containsExactly("casework.Reported");
    }

    @Test
    void aCaseWhoseLimitStaysIsNotTakenFromWhoeverHasIt() {
        var file = act(reported(), "accept");
        act(file, "request-verification");
        transaction.executeWithoutResult(status -> {
            store.lock(file.id());
            assertThat(CompletableFuture.runAsync(() -> casework.relimit(file.id())))
                    .succeedsWithin(Duration.ofSeconds(10));
        });
    }

    @Test
    void aRowOfWhichNothingWasToldIsNotReadAndHidesNoOther() {
        var file = reported();
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            jdbc.sql("""
                    INSERT INTO casework.case_file (id, state, ended, town, organisation, opened_at, revision, words)
                    SELECT 'c-by-hand', state, ended, town, organisation, opened_at, revision, 0
                    FROM casework.case_file WHERE id = ?
                    """).param(file.id()).update();
            assertThat(casework.list(Query.openOnes())).contains(file);
            assertThatThrownBy(() -> casework.find("c-by-hand")).hasMessageContaining("words that the journal");
            assertThatThrownBy(() -> store.lock("c-by-hand")).hasMessageContaining("words that the journal");
        });
    }

    @Test
    void whatIsWrittenToBeCommittedIsAndNothingIsDoneAfterIt() {
        var file = reported();
        transaction.executeWithoutResult(status -> {
            store.gather();
            var accepted = act(file, "accept");
            units.commit();
            assertThat(CompletableFuture.supplyAsync(() -> casework.find(file.id())))
                    .succeedsWithin(Duration.ofSeconds(10))
                    .isEqualTo(Optional.of(accepted));

            act(accepted, "request-verification");
            assertThatThrownBy(units::flush).hasMessageContaining("after its transaction was committed");
            status.setRollbackOnly();
        });
        assertThat(types(file)).containsExactly("casework.Reported", "casework.Accepted");
        house.settle();
        assertThat(journal.listAbout(file.id())).hasSize(2);
    }

    private Instant dueAt(CaseFile file) {
        return jdbc.sql("SELECT due_at FROM casework.case_file WHERE id = ?")
                .param(file.id())
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .single();
    }
}
