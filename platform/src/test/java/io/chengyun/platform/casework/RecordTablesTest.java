package io.chengyun.platform.casework;

import static org.assertj.core.api.Assertions.assertThat;

import io.chengyun.platform.SetClock;
import io.chengyun.platform.access.Caller;
import io.chengyun.platform.access.Role;
import io.chengyun.platform.casework.Casework.Report;
import io.chengyun.platform.journal.House;
import io.chengyun.platform.journal.Journal;
import io.chengyun.platform.journal.RecordCheck;
import io.chengyun.platform.journal.RecordCheck.Mismatch;
import io.chengyun.platform.journal.RecordTable;
import io.chengyun.platform.place.Position;
import io.chengyun.platform.postgres.TestDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.support.TransactionTemplate;

/** Tables of record say what their last events say, as long as nobody reaches into them. */
@SpringBootTest
@ContextConfiguration(initializers = TestDatabase.class)
@Import(TiesTest.Time.class)
@NullUnmarked
class RecordTablesTest {

    private static final Instant NINE = Instant.parse("2026-11-23T01:00:00Z");
    private static final Position POINT = new Position(121.41, 31.08);

    @Autowired
    Casework casework;

    @Autowired
    Journal journal;

    @Autowired
    RecordCheck check;

    @Autowired
    List<RecordTable> tables;

    @Autowired
    House house;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SetClock clock;

    @Autowired
    TransactionTemplate transaction;

    private static Caller as(Role role) {
        var name = role.name().toLowerCase(Locale.ROOT);
        return new Caller(name, name, name, Set.of(role), "D310112", null);
    }

    @BeforeEach
    void aCaseThatCameBackOnce() {
        clock.set(NINE);
        var file = casework.report(
                new Report("0506", "路口积水", "约两百平方米", POINT, CaseFile.Source.PATROL), as(Role.INSPECTOR));
        act(file, "accept", Given.nothing(), Role.ACCEPTOR);
        act(file, "request-verification", Given.nothing(), Role.ACCEPTOR);
        act(file, "verify", Given.nothing(), Role.INSPECTOR);
        act(file, "file", Given.standard("0506-1"), Role.ACCEPTOR);
        act(file, "dispatch", Given.nothing(), Role.DISPATCHER);
        act(file, "sign", Given.nothing(), Role.HANDLER);
        house.settle();
    }

    private void act(CaseFile file, String action, Given given, Role role) {
        casework.act(file.id(), action, given, as(role));
    }

    private List<Mismatch> changed(String table) {
        return changed(table, 0, journal.last());
    }

    private List<Mismatch> changed(String table, long after, long through) {
        var kept = tables.stream()
                .filter(it -> it.table().equals(table))
                .findFirst()
                .orElseThrow();
        return check.changed(kept, after, through);
    }

    @Test
    void nothingIsWrongAfterAnHonestWalk() {
        assertThat(tables)
                .extracting(RecordTable::table)
                .contains("casework.case_file", "dispatch.work", "warning.warning");
        for (var kept : tables) {
            assertThat(changed(kept.table())).as(kept.table()).isEmpty();
        }
        assertThat(jdbc.sql("select count(*) from dispatch.work")
                        .query(Long.class)
                        .single())
                .isPositive();
    }

    @Test
    void whatTheInboxLooksForIsFoundWhereItWasChangedByHand() {
        assertThat(changedByHand(
                        "title = '没有水', grade = 'RED', person = 'nobody', case_class = '0507', source = 'HOTLINE'"))
                .containsExactlyInAnyOrder("title", "grade", "person", "case_class", "source");
    }

    @Test
    void aCaseThatNamesOtherWordsIsFound() {
        assertThat(changedByHand("words = words - 1")).containsExactly("words");
    }

    @Test
    void aRowIsLookedAtWhereTheLastIsToldOfIt() {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            var newest = jdbc.sql(
                            "update casework.case_file set title = '没有水'"
                                    + " where id = (select id from casework.case_file order by opened_at desc limit 1) returning id")
                    .query(String.class)
                    .single();
            var entries = journal.listAbout(newest);
            long last = entries.get(entries.size() - 1).number();
            assertThat(changed("casework.case_file", last - 1, last)).hasSize(1);
            assertThat(changed("casework.case_file", 0, last - 1)).isEmpty();
        });
    }

    /** The columns of the newest case that are found, were it changed so. */
    private List<String> changedByHand(String set) {
        return transaction.execute(status -> {
            status.setRollbackOnly();
            jdbc.sql("update casework.case_file set " + set
                            + " where id = (select id from casework.case_file order by opened_at desc limit 1)")
                    .update();
            return changed("casework.case_file").stream().map(Mismatch::column).toList();
        });
    }

    @Test
    void workGivenToAnotherByHandIsFound() {
        jdbc.sql("update dispatch.work set organisation = 'D-NOBODY'").update();
        assertThat(changed("dispatch.work"))
                .isNotEmpty()
                .allMatch(found -> found.column().equals("organisation"));
        jdbc.sql("update dispatch.work set organisation = work -> 'assignment' ->> 'organisation'")
                .update();
        assertThat(changed("dispatch.work")).isEmpty();
    }
}
