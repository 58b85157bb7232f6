package io.chengyun.platform.casework;

import static org.assertj.core.api.Assertions.assertThat;

import io.chengyun.platform.SetClock;
import io.chengyun.platform.casework.Casework.Query;
import io.chengyun.platform.journal.House;
import io.chengyun.platform.journal.Journal;
import io.chengyun.platform.ledger.tamper.Tamper;
import io.chengyun.platform.ledger.tamper.TamperEvent;
import io.chengyun.platform.postgres.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.support.TransactionTemplate;

/** A row that somebody changed by hand is a case: one a table and day. */
@SpringBootTest
@ContextConfiguration(initializers = TestDatabase.class)
@Import(TiesTest.Time.class)
@NullUnmarked
class TamperedTest {

    private static final Instant NINE = Instant.parse("2026-11-23T01:00:00Z");

    @Autowired
    Casework casework;

    @Autowired
    Journal journal;

    @Autowired
    House house;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    SetClock clock;

    private void found(String table, String row, Instant at) {
        clock.set(at);
        var tamper = new Tamper(table, row, "organisation", 17, Tamper.Kind.CHANGED, at);
        transaction.executeWithoutResult(status -> journal.append(new TamperEvent.Found(tamper, at)));
        house.settle();
    }

    private List<CaseFile> cases(String table) {
        return casework.list(Query.all()).stream()
                .filter(file -> file.matter().title().contains(table))
                .toList();
    }

    @Test
    void oneCaseATableAndDay() {
        found("a.table", "r-1", NINE);
        found("a.table", "r-2", NINE.plus(Duration.ofHours(3)));
        found("b.table", "r-1", NINE.plus(Duration.ofHours(4)));
        assertThat(cases("a.table")).singleElement().satisfies(file -> {
            assertThat(file.matter().caseClass()).isEqualTo("0697");
            assertThat(file.matter().description()).contains("r-1", "organisation", "17");
        });
        assertThat(cases("b.table")).hasSize(1);
        found("a.table", "r-3", NINE.plus(Duration.ofDays(1)));
        assertThat(cases("a.table")).hasSize(2);
    }
}
