package io.chengyun.platform.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chengyun.kernel.Refused;
import io.chengyun.platform.access.Role;
import io.chengyun.platform.casework.Casework.Line;
import io.chengyun.platform.casework.Casework.Report;
import io.chengyun.platform.place.Position;
import io.chengyun.platform.postgres.TestDatabase;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Steps on cases that another instance has worked on as well: its rows are written here by hand. */
@SpringBootTest
@ContextConfiguration(initializers = TestDatabase.class)
class OtherInstanceTest {

    private static final Position POINT = new Position(121.41, 31.08);
    /** More than stay in doubt after one that was wrong. */
    private static final int MANY = 120;

    @Autowired
    Casework casework;

    @Autowired
    CaseStore store;

    @Autowired
    CaseUnits units;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    PlatformTransactionManager manager;

    private final AtomicInteger tries = new AtomicInteger();

    @BeforeEach
    void nobodyWasWrongForALongTime() {
        var file = reported();
        for (int i = 0; i < MANY; i++) {
            store.take(file.id(), () -> file);
        }
    }

    private CaseFile reported() {
        return casework.report(new Report("0506", "路口积水", "约两百平方米", POINT, CaseFile.Source.PATROL), People.CHENG);
    }

    private CaseFile act(CaseFile file, String action) {
        return store.take(file.id(), () -> {
            tries.incrementAndGet();
            return casework.act(file.id(), action, Given.nothing(), People.of(Role.ACCEPTOR));
        });
    }

    private List<String> types(CaseFile file) {
        return casework.timeline(file).stream().map(Line::type).toList();
    }

    /** Another instance acts on the case: the row says of it what it says of one that somebody acted on here. */
    private void actedElsewhere(CaseFile file, String... actions) {
        var like = reported();
        for (var action : actions) {
            like = casework.act(like.id(), action, Given.nothing(), People.of(Role.ACCEPTOR));
        }
        jdbc.sql("""
                WITH said AS (
                    INSERT INTO journal.words (payload)
                    SELECT jsonb_set(payload::jsonb, '{now,id}', to_jsonb(:id::text))
                    FROM casework.case_file l JOIN journal.words ON words.id = l.words WHERE l.id = :like RETURNING id)
                UPDATE casework.case_file old SET state = l.state, due_at = l.due_at, deadline_at = l.deadline_at,
                    revision = l.revision, words = said.id
                FROM casework.case_file l, said WHERE l.id = :like AND old.id = :id
                """).param("like", like.id()).param("id", file.id()).update();
    }

    @Test
    void whatIsKnownIsNotAskedForFirst() {
        var file = reported();
        transaction.executeWithoutResult(status -> {
            store.lock(file.id());
            assertThat(store.find(file.id())).contains(file);
        });
        assertThat(act(file, "accept").state()).isEqualTo(CaseState.PENDING_FILING);
        assertThat(tries).as("as it was taken for").hasValue(1);
    }

    @Test
    void aStepOnWhatWasKnownIsTakenAnewWhereAnotherActed() {
        var file = reported();
        actedElsewhere(file, "accept");
        assertThatThrownBy(() -> act(file, "accept"))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.refusal().code()).isEqualTo("casework:not-allowed-now"));
        assertThat(tries).as("by what was known, and by what stands").hasValue(2);
        assertThat(types(file)).containsExactly("casework.Reported");
        assertThat(casework.find(file.id()).orElseThrow().state()).isEqualTo(CaseState.PENDING_FILING);
    }

    @Test
    void nobodyIsRefusedByWhatNoLongerStands() {
        var file = act(reported(), "accept");
        actedElsewhere(file, "accept", "request-verification");
        var verified = store.take(file.id(), () -> {
            tries.incrementAndGet();
            return casework.act(file.id(), "verify", Given.nothing(), People.of(Role.INSPECTOR));
        });
        assertThat(verified.revision().number()).isEqualTo(4);
        assertThat(tries).as("accepted, refused, verified").hasValue(3);
    }

    @Test
    void whoIsRefusedByWhatStandsIsToldSoOnce() {
        var file = reported();
        assertThatThrownBy(() -> act(file, "sign")).isInstanceOf(Refused.class);
        assertThat(tries).hasValue(1);
    }

    @Test
    void whoAsksTheTablesIsNotRefusedForWhatAnotherOfTheGroupTookForGranted() {
        var file = reported();
        actedElsewhere(file, "accept");
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    units.gather();
                    assertThat(units.takeUp(Set.of(file.id()))).containsExactly(file.id());
                    casework.act(file.id(), "accept", Given.nothing(), People.of(Role.ACCEPTOR));
                    casework.timeline(file);
                }))
                .isInstanceOf(ConcurrencyFailureException.class);
        assertThat(types(file)).containsExactly("casework.Reported");
    }

    @Test
    void whoWasWrongAsksFirst() {
        var files = List.of(reported(), reported());
        files.forEach(file -> actedElsewhere(file, "accept"));
        act(files.get(0), "request-verification");
        assertThat(tries).hasValue(2);
        act(files.get(1), "request-verification");
        assertThat(tries).as("asked first").hasValue(3);
    }

    @Test
    void whoEndsLateDoesNotBringBackWhatWasBefore() {
        var file = reported();
        transaction.executeWithoutResult(status -> {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public int getOrder() {
                    return HIGHEST_PRECEDENCE;
                }

                @Override
                public void afterCommit() {
                    var another = new TransactionTemplate(manager);
                    another.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);
                    another.execute(inner ->
                            casework.act(file.id(), "request-verification", Given.nothing(), People.of(Role.ACCEPTOR)));
                }
            });
            casework.act(file.id(), "accept", Given.nothing(), People.of(Role.ACCEPTOR));
        });
        assertThatThrownBy(() -> act(file, "request-verification")).isInstanceOf(Refused.class);
        assertThat(tries).as("by what stands").hasValue(1);
        assertThat(types(file)).hasSize(3);
    }

    @Test
    @Timeout(60)
    void whatTheOtherGroupHasInHandIsPassedOver() throws Exception {
        var had = reported();
        var free = reported();
        var later = new CountDownLatch(1);
        var gate = new CountDownLatch(1);
        var having = new Task(() -> store.take(had.id(), () -> {
                    Task.await(later);
                    return casework.act(had.id(), "accept", Given.nothing(), People.of(Role.ACCEPTOR));
                }))
                .waiting();
        var beside = new Task(() -> store.take(null, () -> {
                    Task.await(gate);
                    return had;
                }))
                .waiting();
        var other = new Task(() -> act(free, "accept")).waiting();
        var late = new Task(() -> casework.act(had.id(), "sign", Given.nothing(), People.of(Role.ACCEPTOR))).waiting();

        gate.countDown();
        beside.get();
        assertThat(other.get().state()).isEqualTo(CaseState.PENDING_FILING);
        assertThat(tries).as("its group was kept").hasValue(1);
        later.countDown();
        assertThatThrownBy(late::get).hasCauseInstanceOf(Refused.class);
        assertThat(having.get().state()).isEqualTo(CaseState.PENDING_FILING);
    }
}
