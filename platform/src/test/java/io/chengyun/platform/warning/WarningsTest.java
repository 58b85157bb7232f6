package io.chengyun.platform.warning;

import static io.chengyun.kernel.Grade.ORANGE;
import static io.chengyun.kernel.Grade.RED;
import static io.chengyun.kernel.Grade.YELLOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chengyun.kernel.AreaCode;
import io.chengyun.kernel.Grade;
import io.chengyun.kernel.Refused;
import io.chengyun.platform.SetClock;
import io.chengyun.platform.access.Caller;
import io.chengyun.platform.access.Role;
import io.chengyun.platform.assessment.Signal;
import io.chengyun.platform.assessment.SignalEvent;
import io.chengyun.platform.journal.Entry;
import io.chengyun.platform.journal.House;
import io.chengyun.platform.journal.Journal;
import io.chengyun.platform.place.Places;
import io.chengyun.platform.postgres.TestDatabase;
import io.chengyun.platform.scenario.Scenario;
import io.chengyun.platform.scenario.Scenarios;
import io.chengyun.platform.scenario.WarningPolicy;
import io.chengyun.platform.sensing.NewThing;
import io.chengyun.platform.sensing.ObservationBatch;
import io.chengyun.platform.sensing.Sensing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest
@ContextConfiguration(initializers = TestDatabase.class)
@Import(WarningsTest.Time.class)
class WarningsTest {

    private static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");
    private static final Caller TOWN_ACCEPTOR =
            new Caller("a-1", "受理员甲", "Acceptor A", Set.of(Role.ACCEPTOR), "T310112101", new AreaCode("310112101"));

    @TestConfiguration
    static class Time {
        @Bean
        @Primary
        SetClock setClock() {
            return new SetClock(NOON);
        }
    }

    @Autowired
    Warnings warnings;

    @Autowired
    Journal journal;

    @Autowired
    House house;

    @Autowired
    Scenarios scenarios;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    SetClock clock;

    @Autowired
    Sensing sensing;

    @Autowired
    Places places;

    @Autowired
    JdbcClient jdbc;

    private void signal(long stream, String town, Signal.State state, @Nullable Grade grade, Instant at) {
        var signal = said(stream, town, state, grade, at);
        tell(new SignalEvent.Given(signal, at));
    }

    private void tell(SignalEvent event) {
        clock.set(event.at());
        transaction.executeWithoutResult(status -> journal.append(event));
        house.settle();
    }

    private static Signal said(long stream, String town, Signal.State state, @Nullable Grade grade, Instant at) {
        return new Signal(
                "s-" + stream + town + at,
                new Signal.Origin("flood", "rain-1h", 1, "rainstorm"),
                new Signal.Source(
                        stream, "gauge", "rainfall", new AreaCode(town), new AreaCode(town + "G01"), 121.4, 31.1, null),
                state,
                grade,
                new Signal.Measure(61.6, "mm", "1 小时 61.6 毫米", "61.6 mm in 1 h"),
                at,
                List.of(at));
    }

    private List<String> told(String town) {
        return journal.list(0, 1_000).stream()
                .filter(entry -> entry.event() instanceof WarningEvent event
                        && event.now().identity().town().value().equals(town))
                .map(Entry::type)
                .toList();
    }

    private Warning standing(String town) {
        return warnings.listStanding().stream()
                .filter(warning -> warning.identity().town().value().equals(town))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aGaugeThatMovesTakesItsWarningAlong() {
        clock.set(NOON);
        var from = new AreaCode("310112006");
        var to = new AreaCode("310112001");
        var gauge = sensing.register(new NewThing(
                        "mover", "mover", places.centreOf(from), List.of(NewThing.NewStream.of("rainfall"))))
                .get(0);
        sensing.store(new ObservationBatch("test").add(gauge.id(), NOON, 61.6));
        house.settle();
        assertThat(standing(from.value()).grade()).isEqualTo(YELLOW);

        var there = places.centreOf(to);
        transaction.executeWithoutResult(status -> {
            jdbc.sql("""
                            update sensing.location set location = jsonb_build_object('type', 'Point', 'coordinates',
                                jsonb_build_array(?::float8, ?::float8)) where name = 'mover'
                            """).params(there.lon(), there.lat()).update();
            sensing.changed(List.of(gauge.id()));
        });
        house.settle();

        assertThat(told(from.value())).endsWith("warning.Eased");
        assertThat(standing(to.value()).grade()).isEqualTo(YELLOW);
        assertThat(standing(to.value()).times().firstObservedAt()).isEqualTo(NOON);
    }

    @Test
    void manySignalsOfOneTownMakeOneWarningAndQuietLiftsIt() {
        var town = "310112102";
        signal(1, town, Signal.State.GRADED, YELLOW, NOON);
        signal(2, town, Signal.State.GRADED, RED, NOON.plusSeconds(60));
        signal(3, town, Signal.State.GRADED, ORANGE, NOON.plusSeconds(120));
        assertThat(warnings.listStanding())
                .filteredOn(warning -> warning.identity().town().value().equals(town))
                .singleElement()
                .extracting(Warning::grade)
                .isEqualTo(RED);
        for (long stream = 1; stream <= 3; stream++) {
            signal(stream, town, Signal.State.EASED, null, NOON.plusSeconds(600 + stream));
        }
        clock.set(clock.instant().plus(Duration.ofDays(1)));
        assertThat(house.nextDueAt()).isBefore(clock.instant());
        house.fireDue();
        house.settle();
        assertThat(told(town))
                .containsExactly(
                        "warning.Raised",
                        "warning.Regraded",
                        "warning.Heard",
                        "warning.Heard",
                        "warning.Regraded",
                        "warning.Eased",
                        "warning.Lifted");
        signal(1, town, Signal.State.GRADED, YELLOW, clock.instant().plusSeconds(60));
        assertThat(told(town)).hasSize(8).last().isEqualTo("warning.Raised");
    }

    @Test
    void townReceivesItsWarningOnceAndAnotherTownDoesNotSeeIt() {
        signal(7, "310112101", Signal.State.GRADED, YELLOW, NOON);
        signal(8, "310112103", Signal.State.GRADED, YELLOW, NOON);
        var own = standing("310112101");
        assertThat(warnings.receive(own.id(), TOWN_ACCEPTOR).receipts())
                .extracting(Warning.Receipt::by)
                .containsExactly("a-1");
        assertThatThrownBy(() -> warnings.receive(own.id(), TOWN_ACCEPTOR))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("warning:received");
        assertThatThrownBy(() -> warnings.receive(standing("310112103").id(), TOWN_ACCEPTOR))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("warning:absent");
    }

    @Test
    void anAdvisorySignalRaisesNothingAndMakesNothingGraverButThatItEasedIsHeard() {
        var town = "310112104";
        tell(new SignalEvent.Advised(said(20, town, Signal.State.GRADED, RED, NOON), NOON));
        assertThat(told(town)).isEmpty();

        signal(20, town, Signal.State.GRADED, YELLOW, NOON.plusSeconds(60));
        var later = NOON.plusSeconds(120);
        tell(new SignalEvent.Advised(said(20, town, Signal.State.GRADED, RED, later), later));
        tell(new SignalEvent.Advised(said(21, town, Signal.State.GRADED, RED, later), later));
        assertThat(told(town)).containsExactly("warning.Raised");
        assertThat(standing(town).grade()).isEqualTo(YELLOW);

        var eased = NOON.plusSeconds(180);
        tell(new SignalEvent.Advised(said(20, town, Signal.State.EASED, null, eased), eased));
        assertThat(told(town)).containsExactly("warning.Raised", "warning.Eased");
    }

    @Test
    void aWarningOfADangerThatNoScenarioKnowsAnyMoreIsLiftedAsSoonAsNothingHoldsIt() {
        var town = "310112105";
        var flood = scenarios.get("flood");
        signal(30, town, Signal.State.GRADED, YELLOW, NOON);
        scenarios.replace(new Scenario(
                flood.about(),
                List.of(),
                List.of(),
                new WarningPolicy(List.of()),
                flood.casework(),
                flood.dispatch(),
                flood.layers()));
        try {
            house.fireDue();
            assertThat(told(town)).containsExactly("warning.Raised");
            signal(30, town, Signal.State.EASED, null, NOON.plusSeconds(60));
            house.fireDue();
            house.settle();
        } finally {
            scenarios.replace(flood);
        }

        assertThat(told(town)).containsExactly("warning.Raised", "warning.Eased", "warning.Lifted");
    }
}
