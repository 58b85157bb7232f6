package io.chengyun.platform.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chengyun.kernel.Refused;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.UnexpectedRollbackException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** How it goes on where what steps share breaks. */
class TogetherEndsTest extends HeldUpGroups {

    @Test
    void aStepThatBreaksTakesNobodyWithIt() throws Exception {
        var files = List.of(reported(), reported());
        var where = new ArrayList<String>();
        var kept = new Task(accepting(files.get(0), where)).waiting();
        var broken = new Task(() -> store.take(files.get(1).id(), () -> {
                    act(files.get(1), "accept");
                    throw new IllegalArgumentException("a fault of the house");
                }))
                .waiting();

        open.countDown();
        assertThatThrownBy(broken::get).hasCauseInstanceOf(IllegalArgumentException.class);
        assertThat(kept.get().state()).isEqualTo(CaseState.PENDING_FILING);
        assertThat(where).as("in the group, and alone").hasSize(2);
        isAccepted(files.get(0));
        isUntouched(files.get(1));
    }

    /** A step in whose transaction this is done besides. */
    private Task spoiling(CaseFile gives, String script) throws InterruptedException {
        return new Task(() -> store.take(null, () -> {
                    jdbc.sql(script).update();
                    return gives;
                }))
                .waiting();
    }

    @Test
    void aCommitOfWhichNothingIsHeardIsToldToAllAndTriedByNobodyAgain() throws Exception {
        var files = List.of(reported(), reported());
        var where = new ArrayList<String>();
        var one = new Task(accepting(files.get(0), where)).waiting();
        var other = new Task(accepting(files.get(1), where)).waiting();
        var spoiler = spoiling(files.get(0), """
                CREATE TEMPORARY TABLE lost (a int);
                CREATE FUNCTION pg_temp.lose() RETURNS trigger LANGUAGE plpgsql AS
                    'BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END';
                CREATE CONSTRAINT TRIGGER lost AFTER INSERT ON lost DEFERRABLE INITIALLY DEFERRED
                    FOR EACH ROW EXECUTE FUNCTION pg_temp.lose();
                INSERT INTO lost VALUES (1)
                """);

        open.countDown();
        for (var task : List.of(one, other, spoiler)) {
            assertThatThrownBy(task::get)
                    .hasCauseInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("whether this step was kept is not known");
        }
        assertThat(where).as("each once").hasSize(2);
        files.forEach(this::isUntouched);
    }

    @Test
    void aCommitThatTheDatabaseRefusedTakesNobodyWithIt() throws Exception {
        var file = reported();
        var where = new ArrayList<String>();
        var kept = new Task(accepting(file, where)).waiting();
        var spoiler = spoiling(file, """
                CREATE TEMPORARY TABLE twice (a int UNIQUE DEFERRABLE INITIALLY DEFERRED) ON COMMIT DROP;
                INSERT INTO twice VALUES (1), (1)
                """);

        open.countDown();
        assertThatThrownBy(spoiler::get).hasCauseInstanceOf(DataIntegrityViolationException.class);
        kept.get();
        assertThat(where).as("in the group, and alone").hasSize(2);
        isAccepted(file);
    }

    @Test
    void whatBreaksAfterTheCommitLetsNobodyActASecondTime() throws Exception {
        var file = reported();
        var where = new ArrayList<String>();
        var kept = new Task(accepting(file, where)).waiting();
        var breaking = new Task(() -> store.take(null, () -> {
                    TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                        @Override
                        public void afterCommit() {
                            throw new DataIntegrityViolationException("later", new SQLException("later", "23505"));
                        }
                    });
                    return file;
                }))
                .waiting();

        open.countDown();
        for (var task : List.of(kept, breaking)) {
            assertThatThrownBy(task::get).hasMessageContaining("whether this step was kept is not known");
        }
        assertThat(where).hasSize(1);
        isAccepted(file);
    }

    @Test
    void whatWasGivenUpInsideAStepIsNotCommitted() throws Exception {
        var files = List.of(reported(), reported());
        var kept = new Task(accepting(files.get(0), new ArrayList<>())).waiting();
        var given = new Task(() -> store.take(files.get(1).id(), () -> {
                    var after = act(files.get(1), "accept");
                    assertThatThrownBy(() -> act(files.get(1), "sign")).isInstanceOf(Refused.class);
                    return after;
                }))
                .waiting();

        open.countDown();
        assertThatThrownBy(given::get).hasCauseInstanceOf(UnexpectedRollbackException.class);
        kept.get();
        isAccepted(files.get(0));
        isUntouched(files.get(1));
    }
}
