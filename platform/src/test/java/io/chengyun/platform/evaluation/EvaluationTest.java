package io.chengyun.platform.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.chengyun.kernel.AreaCode;
import io.chengyun.kernel.DomainEvent;
import io.chengyun.kernel.Grade;
import io.chengyun.platform.SetClock;
import io.chengyun.platform.access.Caller;
import io.chengyun.platform.access.Role;
import io.chengyun.platform.assessment.Signal;
import io.chengyun.platform.assessment.SignalEvent;
import io.chengyun.platform.casework.Casework;
import io.chengyun.platform.casework.Given;
import io.chengyun.platform.journal.House;
import io.chengyun.platform.journal.Journal;
import io.chengyun.platform.postgres.TestDatabase;
import io.chengyun.platform.warning.Warnings;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.support.TransactionTemplate;

/** The road from a signal to a handled case, and what evaluation makes of it, with a real database. */
@SpringBootTest
@ContextConfiguration(initializers = TestDatabase.class)
@Import(EvaluationTest.Time.class)
class EvaluationTest {

    private static final Instant RAIN = Instant.parse("2013-10-07T12:00:00Z");
    private static final AreaCode TOWN = new AreaCode("310112101");
    private static final Caller HANDLER =
            new Caller("h-1", "处置员甲", "Handler A", Set.of(Role.HANDLER), "T310112101", TOWN);

    @TestConfiguration
    static class Time {
        @Bean
        @Primary
        SetClock setClock() {
            return new SetClock(RAIN);
        }
    }

    @Autowired
    Evaluation evaluation;

    @Autowired
    Warnings warnings;

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

    private void tell(DomainEvent event) {
        transaction.executeWithoutResult(status -> journal.append(event));
        house.settle();
    }

    private static Signal signal(Instant first, Instant last) {
        return new Signal(
                "s-1",
                new Signal.Origin("flood", "rain-1h", 1, "rainstorm"),
                new Signal.Source(7, "gauge", "rainfall", TOWN, new AreaCode("310112101G01"), 121.38, 31.11, null),
                Signal.State.GRADED,
                Grade.ORANGE,
                new Signal.Measure(85, "mm", "1 小时 85 毫米", "85 mm in 1 h"),
                last,
                List.of(first, last));
    }

    @Test
    void fourLatenciesAreCountedFromTheJournal() {
        clock.set(RAIN.plusSeconds(5));
        tell(new SignalEvent.Given(signal(RAIN.minusSeconds(600), RAIN), clock.instant()));
        var file = casework.list(Casework.Query.openOnes()).get(0);
        assertThat(evaluation.findLatencies(file.id())).contains(new Latencies(605L, null, 0L, null));

        clock.set(RAIN.plusSeconds(65));
        warnings.receive(warnings.listStanding().get(0).id(), HANDLER);
        clock.set(RAIN.plusSeconds(305));
        casework.act(file.id(), "sign", Given.nothing(), HANDLER);
        house.settle();
        assertThat(evaluation.findLatencies(file.id())).contains(new Latencies(605L, 60L, 0L, 300L));
        assertThat(evaluation.figures(TOWN).act()).isEqualTo(new LatencyFigures.Figure(300L, 300L, 1));
        assertThat(evaluation.figures(new AreaCode("310112102")).act().n()).isZero();
        assertThat(evaluation.findLatencies("c-none")).isEmpty();
    }
}
