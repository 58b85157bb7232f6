package io.chengyun.platform.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chengyun.kernel.Refused;
import io.chengyun.platform.casework.Casework.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Steps that share a transaction. */
class TogetherTest extends HeldUpGroups {

    @Test
    void stepsThatWaitShareATransactionEachWithItsEventItsClocksAndItsTimer() throws Exception {
        var files = List.of(reported(), reported(), reported());
        var where = new ArrayList<String>();
        var tasks = new ArrayList<Task>();
        for (var file : files) {
            tasks.add(new Task(accepting(file, where)).waiting());
        }
        var late = reported();
        var written = new Task(() -> store.take(late.id(), () -> {
                    var after = act(late, "accept");
                    assertThat(rowsOf(late)).as("written when all are decided").isEqualTo(1);
                    return after;
                }))
                .waiting();
        var opened = new Task(() -> casework.report(
                        new Report("0506", "路口积水", "约两百平方米", POINT, CaseFile.Source.PATROL), People.CHENG))
                .waiting();

        open.countDown();
        for (int i = 0; i < files.size(); i++) {
            assertThat(tasks.get(i).get())
                    .isEqualTo(casework.find(files.get(i).id()).orElseThrow());
        }
        assertThat(where).hasSize(3);
        assertThat(where.stream().distinct()).hasSize(1);
        files.forEach(this::isAccepted);
        assertThat(written.get()).isEqualTo(casework.find(late.id()).orElseThrow());
        assertThat(types(opened.get())).containsExactly("casework.Reported");
    }

    @Test
    void besideAGroupUnderWayGoesNoSmallerOne() throws Exception {
        for (int i = 0; i < 3; i++) {
            underWay.add(new Task(() -> store.take(null, () -> {
                        Task.await(later);
                        return reported();
                    }))
                    .waiting());
        }
        var files = List.of(reported(), reported(), reported());
        var where = new CopyOnWriteArrayList<String>();
        open.countDown();
        for (var task : holdUps) {
            task.get();
        }
        var first = new Task(accepting(files.get(0), where)).waiting();
        var second = new Task(accepting(files.get(1), where)).waiting();
        Thread.sleep(50);
        assertThat(where).as("two wait beside three").isEmpty();

        var third = new Task(accepting(files.get(2), where));
        third.start();
        for (var task : List.of(first, second, third)) {
            assertThat(task.get(30, TimeUnit.SECONDS).state()).isEqualTo(CaseState.PENDING_FILING);
        }
        assertThat(where).hasSize(3);
        assertThat(where.stream().distinct()).hasSize(1);
        files.forEach(this::isAccepted);
    }

    @Test
    void whoIsRefusedIsToldSoOnceAndTheOthersAreKept() throws Exception {
        var files = List.of(reported(), reported(), reported());
        var where = new ArrayList<String>();
        var tries = new AtomicInteger();
        var first = new Task(accepting(files.get(0), where)).waiting();
        var refused = new Task(() -> store.take(files.get(1).id(), () -> {
                    tries.incrementAndGet();
                    act(files.get(1), "accept"); // what was done before the refusal goes with it
                    return act(files.get(1), "sign");
                }))
                .waiting();
        var last = new Task(accepting(files.get(2), where)).waiting();

        open.countDown();
        assertThatThrownBy(refused::get)
                .cause()
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.refusal().code()).isEqualTo("casework:not-allowed-now"));
        assertThat(tries).hasValue(1);
        assertThat(first.get()).isEqualTo(casework.find(files.get(0).id()).orElseThrow());
        assertThat(last.get()).isEqualTo(casework.find(files.get(2).id()).orElseThrow());
        isAccepted(files.get(0));
        isUntouched(files.get(1));
        isAccepted(files.get(2));
    }

    @Test
    void whoComesSecondToACaseGoesAlone() throws Exception {
        var file = reported();
        var where = new ArrayList<String>();
        var first = new Task(accepting(file, where)).waiting();
        var second = new Task(() -> store.take(file.id(), () -> {
                    where.add(here());
                    return act(file, "request-verification");
                }))
                .waiting();

        open.countDown();
        assertThat(first.get().revision().number()).isEqualTo(2);
        assertThat(second.get().revision().number()).isEqualTo(3);
        assertThat(where.stream().distinct()).hasSize(2);
        assertThat(types(file))
                .containsExactly("casework.Reported", "casework.Accepted", "casework.VerificationRequested");
    }

    @Test
    void aCaseThatSomebodyElseHasHoldsNobodyUp() throws Exception {
        var files = List.of(reported(), reported());
        var have = new CountDownLatch(1);
        var give = new CountDownLatch(1);
        var somebody = new Task(() -> transaction.execute(status -> {
            var locked = store.lock(files.get(0).id()).orElseThrow();
            have.countDown();
            Task.await(give);
            return locked;
        }));
        somebody.start();
        Task.await(have);
        var where = new ArrayList<String>();
        var late = new Task(accepting(files.get(0), where)).waiting();
        var other = new Task(accepting(files.get(1), where)).waiting();

        open.countDown();
        assertThat(other.get(30, TimeUnit.SECONDS).state()).isEqualTo(CaseState.PENDING_FILING);
        assertThat(late.isDone()).isFalse();
        give.countDown();
        somebody.get();
        assertThat(late.get().state()).isEqualTo(CaseState.PENDING_FILING);
        files.forEach(this::isAccepted);
    }

    @Test
    void anInterruptIsRememberedUntilTheStepIsTaken() throws Exception {
        var file = reported();
        var interrupted = new FutureTask<>(() -> {
            var after = accepting(file, new ArrayList<>()).get();
            assertThat(after.state()).isEqualTo(CaseState.PENDING_FILING);
            return Thread.currentThread().isInterrupted();
        });
        var thread = new Thread(interrupted);
        thread.start();
        thread.interrupt();
        Thread.sleep(50);
        assertThat(interrupted.isDone()).as("still stands in line").isFalse();

        open.countDown();
        assertThat(interrupted.get()).isTrue();
        isAccepted(file);
    }

    @Test
    void whoHasATransactionWaitsForNobody() {
        var file = reported();
        transaction.executeWithoutResult(status -> {
            assertThat(act(file, "accept").state()).isEqualTo(CaseState.PENDING_FILING);
            assertThat(types(file)).as("as this transaction sees it").hasSize(2);
            status.setRollbackOnly();
        });
        isUntouched(file);
    }

    private long rowsOf(CaseFile file) {
        return jdbc.sql("SELECT count(*) FROM casework.line WHERE case_id = ?")
                .param(file.id())
                .query(Long.class)
                .single();
    }

    @Test
    void eachIsTakenOnceHoweverManyCome() throws Exception {
        open.countDown();
        var files = new ArrayList<CaseFile>();
        for (int i = 0; i < 60; i++) {
            files.add(reported());
        }
        var tasks =
                files.stream().map(file -> new Task(() -> act(file, "accept"))).toList();
        tasks.forEach(task -> task.start());
        for (var task : tasks) {
            assertThat(task.get(60, TimeUnit.SECONDS).state()).isEqualTo(CaseState.PENDING_FILING);
        }
        files.forEach(this::isAccepted);
    }
}
