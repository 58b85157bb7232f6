package io.chengyun.platform.casework;

import static io.chengyun.platform.casework.People.CHENG;
import static org.assertj.core.api.Assertions.assertThat;

import io.chengyun.platform.SetClock;
import io.chengyun.platform.casework.CaseTimer.Alarm;
import io.chengyun.platform.casework.Casework.Line;
import io.chengyun.platform.casework.Casework.Report;
import io.chengyun.platform.casework.timer.Aside;
import io.chengyun.platform.journal.Entry;
import io.chengyun.platform.journal.House;
import io.chengyun.platform.journal.Journal;
import io.chengyun.platform.place.Position;
import io.chengyun.platform.postgres.TestDatabase;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

/** Time acts on many cases at once, on one database and several instances. */
@SpringBootTest
@ContextConfiguration(initializers = TestDatabase.class)
@Import(CaseworkTest.Time.class)
class CaseTimerTest {

    private static final Position POINT = new Position(121.41, 31.08);
    /** More than fit into a few batches. */
    private static final int MANY = 330;

    @Autowired
    Casework casework;

    @Autowired
    CaseStore store;

    @Autowired
    CaseDesk desk;

    @Autowired
    CaseTimer timer;

    @Autowired
    Aside aside;

    @Autowired
    House house;

    @Autowired
    Journal journal;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SetClock clock;

    @BeforeEach
    void nothingElseIsDue() {
        clock.set(Instant.parse("2026-12-07T01:00:00Z"));
        timer.fireDue();
    }

    private List<String> report(int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> casework.report(new Report("0506", "积水 " + i, "", POINT, CaseFile.Source.PATROL), CHENG)
                        .id())
                .toList();
    }

    private List<String> escalations(String id) {
        return casework.timeline(casework.find(id).orElseThrow()).stream()
                .filter(line -> line.type().equals("casework.Escalated"))
                .map(Line::note)
                .toList();
    }

    /** As a second instance has it: its own alarm, its own memory. */
    private CaseTimer another() {
        var own = aside;
        return new CaseTimer(new Alarm(store, own), store, desk, own, clock);
    }

    @Test
    void twoInstancesShareWhatIsDueAndTellEachOnce() throws InterruptedException {
        var ids = report(MANY);
        clock.move(Duration.ofMinutes(31));
        Callable<Boolean> one = () -> {
            timer.fireDue();
            return true;
        };
        var second = another();
        Callable<Boolean> other = () -> {
            second.fireDue();
            return true;
        };
        var pool = Executors.newFixedThreadPool(2);
        pool.invokeAll(List.of(one, other));
        pool.shutdown();
        timer.fireDue();

        assertThat(ids).allSatisfy(id -> assertThat(escalations(id)).containsExactly("GRID"));
        house.settle();
        assertThat(ids)
                .allSatisfy(id -> assertThat(journal.listAbout(id).stream().map(Entry::type))
                        .containsExactly("casework.Reported", "casework.Escalated"));
    }

    @Test
    void afterAWeekOfDowntimeEveryLevelIsToldOnce() {
        var id = report(1).get(0);
        clock.move(Duration.ofDays(7));
        another().fireDue();
        another().fireDue();
        assertThat(escalations(id)).containsExactly("GRID", "TOWN", "DISTRICT");
        assertThat(casework.find(id).orElseThrow().overdue()).isTrue();
    }

    @Test
    void caseThatFailsIsSetAsideAndTriedAgainWhileTheOthersGoOn() {
        var ids = report(3);
        spoil(ids.get(1), "NONE");
        clock.move(Duration.ofMinutes(31));
        timer.fireDue();

        assertThat(escalations(ids.get(0))).containsExactly("GRID");
        assertThat(escalations(ids.get(2))).containsExactly("GRID");
        assertThat(aside.ids()).containsExactly(ids.get(1));
        assertThat(timer.nextDueAt()).isEqualTo(clock.instant().plus(Duration.ofMinutes(1)));

        spoil(ids.get(1), "CONTINUOUS");
        timer.fireDue();
        assertThat(escalations(ids.get(1))).isEmpty();
        clock.move(Duration.ofMinutes(1));
        timer.fireDue();
        assertThat(escalations(ids.get(1))).containsExactly("GRID");
        assertThat(aside.ids()).isEmpty();
    }

    private void spoil(String id, String pace) {
        jdbc.sql(
                        "update journal.words set payload = jsonb_set(payload::jsonb, '{now,clocks,holder,pace}', to_jsonb(:pace::text)) where id = (select words from casework.case_file where id = :id)")
                .param("pace", pace)
                .param("id", id)
                .update();
    }

    @Test
    void whatAnotherInstanceScheduledIsNoticedWithoutBeingTold() {
        var second = another();
        assertThat(second.nextDueAt()).isEqualTo(timer.nextDueAt());
        var id = report(1).get(0);
        var due = Timestamp.from(clock.instant().minusSeconds(1));
        jdbc.sql("update casework.case_file set due_at = :due where id = :id")
                .param("due", due)
                .param("id", id)
                .update();
        for (int asked = 0; asked < 300; asked++) {
            second.nextDueAt();
        }
        assertThat(second.nextDueAt()).isEqualTo(due.toInstant());
        second.fireDue();
    }
}
