package io.chengyun.platform.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.chengyun.kernel.AreaCode;
import io.chengyun.platform.dispatch.Work.State;
import io.chengyun.platform.dispatch.Work.Task;
import io.chengyun.platform.journal.Entry;
import io.chengyun.platform.journal.House;
import io.chengyun.platform.journal.Journal;
import io.chengyun.platform.postgres.TestDatabase;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.support.TransactionTemplate;

/** The rows of work, which the journal writes with the events. */
@SpringBootTest
@ContextConfiguration(initializers = TestDatabase.class)
@NullUnmarked
class WorkRowsTest {

    private static final Task TASK = new Task("0506", new AreaCode("310112103"), new AreaCode("310112103G01"));

    @Autowired
    Dispatch dispatch;

    @Autowired
    Journal journal;

    @Autowired
    House house;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private final String origin = "test-" + UUID.randomUUID();

    private Work request() {
        return dispatch.request(origin, TASK, "D310112");
    }

    private List<String> types(Work work) {
        house.settle();
        return journal.listAbout(work.id()).stream().map(Entry::type).toList();
    }

    @Test
    void aRowSaysWhatTheEventSaid() {
        var work = request();
        assertThat(dispatch.list(origin)).containsExactly(work);
        assertThat(jdbc.sql("SELECT origin || ' ' || organisation || ' ' || state FROM dispatch.work WHERE id = ?")
                        .param(work.id())
                        .query(String.class)
                        .single())
                .isEqualTo(origin + " D310112 OPEN");
    }

    @Test
    void workThatEndsIsThatWorkNoLongerOpen() {
        var work = request();
        var other = request();
        dispatch.giveBack(work.id());
        dispatch.finish(work.id());
        assertThat(dispatch.list(origin)).extracting(Work::state).containsExactly(State.RETURNED, State.OPEN);
        assertThat(dispatch.list(origin)).extracting(Work::id).containsExactly(work.id(), other.id());
        assertThat(types(work)).containsExactly("dispatch.Assigned", "dispatch.Returned");
    }

    @Test
    void whatIsGivenAndTakenInOneTransactionEndsThere() {
        var taken = Objects.requireNonNull(transaction.execute(status -> {
            var work = request();
            dispatch.withdraw(work.id());
            dispatch.finish(work.id());
            request();
            return work;
        }));
        assertThat(dispatch.list(origin)).extracting(Work::state).containsExactly(State.WITHDRAWN, State.OPEN);
        assertThat(dispatch.list(origin).get(0).id()).isEqualTo(taken.id());
        assertThat(types(taken)).containsExactly("dispatch.Assigned", "dispatch.Withdrawn");
    }

    @Test
    void whatIsUndoneLeavesNoRow() {
        transaction.executeWithoutResult(status -> {
            request();
            status.setRollbackOnly();
        });
        assertThat(dispatch.list(origin)).isEmpty();
    }
}
