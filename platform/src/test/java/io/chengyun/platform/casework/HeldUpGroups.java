package io.chengyun.platform.casework;

import static org.assertj.core.api.Assertions.assertThat;

import io.chengyun.platform.access.Role;
import io.chengyun.platform.casework.Casework.Line;
import io.chengyun.platform.casework.Casework.Report;
import io.chengyun.platform.journal.Entry;
import io.chengyun.platform.journal.House;
import io.chengyun.platform.journal.Journal;
import io.chengyun.platform.place.Position;
import io.chengyun.platform.postgres.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.support.TransactionTemplate;

/** With a real database, while both groups are held up: whoever comes waits for the next. */
@SpringBootTest
@ContextConfiguration(initializers = TestDatabase.class)
@Timeout(120)
abstract class HeldUpGroups {

    static final Position POINT = new Position(121.41, 31.08);

    @Autowired
    Casework casework;

    @Autowired
    CaseStore store;

    @Autowired
    Journal journal;

    @Autowired
    House house;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    final CountDownLatch open = new CountDownLatch(1);
    final List<Task> holdUps = new ArrayList<>();
    final CountDownLatch later = new CountDownLatch(1);
    final List<Task> underWay = new ArrayList<>();

    @BeforeEach
    void holdUpBothGroups() throws InterruptedException {
        for (int i = 0; i < 2; i++) {
            holdUps.add(new Task(() -> store.take(null, () -> {
                        Task.await(open);
                        return reported();
                    }))
                    .waiting());
        }
    }

    @AfterEach
    void noGroupIsHeldUpForEver() throws Exception {
        open.countDown();
        later.countDown();
        for (var task : holdUps) {
            task.get();
        }
        for (var task : underWay) {
            task.get();
        }
    }

    /** A case that is there, opened in the caller's transaction. */
    CaseFile reported() {
        return transaction.execute(status ->
                casework.report(new Report("0506", "路口积水", "约两百平方米", POINT, CaseFile.Source.PATROL), People.CHENG));
    }

    CaseFile act(CaseFile file, String action) {
        return casework.act(file.id(), action, Given.nothing(), People.of(Role.ACCEPTOR));
    }

    /** In which transaction of the database this is asked. */
    String here() {
        return jdbc.sql("SELECT pg_current_xact_id()::text").query(String.class).single();
    }

    /** Accepts a case as part of whichever transaction, and notes which that was. */
    Supplier<CaseFile> accepting(CaseFile file, List<String> where) {
        return () -> store.take(file.id(), () -> {
            where.add(here());
            return act(file, "accept");
        });
    }

    List<String> types(CaseFile file) {
        return casework.timeline(file).stream().map(Line::type).toList();
    }

    void isAccepted(CaseFile file) {
        assertThat(types(file)).containsExactly("casework.Reported", "casework.Accepted");
        var now = casework.find(file.id()).orElseThrow();
        assertThat(now.state()).isEqualTo(CaseState.PENDING_FILING);
        house.settle();
        assertThat(journal.listAbout(file.id()).stream().map(Entry::type)).isEqualTo(types(file));
        assertThat(jdbc.sql("SELECT due_at IS NOT NULL FROM casework.case_file WHERE id = ?")
                        .param(file.id())
                        .query(Boolean.class)
                        .single())
                .as("its timer")
                .isTrue();
    }

    void isUntouched(CaseFile file) {
        assertThat(types(file)).containsExactly("casework.Reported");
        house.settle();
        assertThat(journal.listAbout(file.id())).hasSize(1);
        assertThat(casework.find(file.id())).contains(file);
    }
}
