package io.chengyun.platform.assessment.whatif;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chengyun.kernel.Malformed;
import io.chengyun.kernel.Refused;
import io.chengyun.platform.access.Caller;
import io.chengyun.platform.access.Role;
import io.chengyun.platform.assessment.AssessmentHouse;
import io.chengyun.platform.assessment.whatif.Trials.Asked;
import io.chengyun.platform.place.Places;
import io.chengyun.platform.scenario.RulesReader;
import io.chengyun.platform.scenario.ScenarioRefusal;
import io.chengyun.platform.scenario.Scenarios;
import io.chengyun.platform.sensing.Datastream;
import io.chengyun.platform.sensing.ObservationBatch;
import io.chengyun.platform.sensing.PastObservations;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;

class TrialsTest extends AssessmentHouse {

    private static final Caller COMMANDER = new Caller("c-1", "甲", "A", Set.of(Role.COMMANDER), "D310112", null);

    @Autowired
    Trials trials;

    @Autowired
    Scenarios scenarios;

    @Autowired
    RulesReader reader;

    @Autowired
    StreamChoice choice;

    @Autowired
    PastObservations past;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Places places;

    private static String draft(int limit) {
        return """
                - id: rain-1h
                  version: 2
                  danger: rainstorm
                  property: rainfall
                  kind: windowSum
                  window: PT1H
                  words: { name: 雨量, nameEn: rainfall, unit: 毫米 }
                  grades: [{ grade: BLUE, over: %d }]
                """.formatted(limit);
    }

    private TrialResult run(String rule, Datastream stream, double from, double until) {
        return trials.run(new Asked("flood", rule, List.of(stream.id()), null, at(from), at(until)), COMMANDER);
    }

    private Datastream rained() {
        var gauge = stream("rainfall");
        double[] rain = {25, 0, 40, 0, 0, 60, 0};
        for (int hour = 0; hour < rain.length; hour++) {
            store(gauge, hour, rain[hour]);
        }
        return gauge;
    }

    @Test
    void aDraftSaysWhatItWouldHaveSaidBesideTheVersionInForce() {
        var gauge = rained();

        var result = run(draft(20), gauge, 0, 7);

        assertThat(result.draft().counts()).containsEntry("BLUE", 3).containsEntry("EASED", 3);
        assertThat(requireNonNull(result.active()).counts())
                .containsEntry("BLUE", 1)
                .containsEntry("YELLOW", 1);
        assertThat(result.draft().version()).isEqualTo(2);
        assertThat(result.draft().perDay())
                .singleElement()
                .satisfies(day -> assertThat(day.alarms()).isEqualTo(3));
        assertThat(result.draft().perWeek()).isEqualTo(3 * 24.0);
        assertThat(result.findings()).hasSize(6);
        assertThat(result.chart().buckets()).hasSize(7);
        assertThat(result.about().observations()).isEqualTo(7);
    }

    @Test
    void theActiveRulesOwnTextSaysWhatTheHouseSaid() {
        var gauge = rained();
        var said = signals(gauge).stream()
                .filter(signal -> signal.origin().rule().equals("rain-1h"))
                .map(signal -> signal.at() + " " + signal.grade())
                .toList();

        var result = run(
                draft(35).replace("}]", "}, { grade: YELLOW, over: 50 }, { grade: ORANGE, over: 80 }]"), gauge, 0, 7);

        assertThat(result.findings().stream()
                        .map(one -> one.finding().at() + " " + one.finding().grade())
                        .toList())
                .isEqualTo(said);
    }

    @Test
    void silenceIsNoticedByTheObservationsOwnTime() {
        var gauge = stream("rainfall");
        store(gauge, 0, 0);
        store(gauge, 10, 0);
        var silent = """
                id: quiet
                version: 1
                danger: rainstorm
                property: rainfall
                kind: silence
                intervals: 2
                words: { name: 雨量, nameEn: rainfall, unit: 毫米 }
                """;

        assertThat(run(silent, gauge, 0, 30).draft().counts())
                .as("it is ten o'clock: of the hours to come nobody knows that it is silent")
                .containsEntry("UNKNOWN", 1);
        clock.set(at(30));
        assertThat(run(silent, gauge, 0, 30).draft().counts())
                .containsEntry("UNKNOWN", 2)
                .containsEntry("EASED", 1);
    }

    @Test
    void aDraftWithErrorsIsToldWithItsLines() {
        var gauge = stream("rainfall");

        assertThatThrownBy(() -> run(draft(20).replace("PT1H", "an hour"), gauge, 0, 1))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.refusal()).isEqualTo(ScenarioRefusal.RULES_WRONG);
                    assertThat(refused.allowed()).singleElement().asString().startsWith("rule:6: ");
                });
    }

    @Test
    void whatCannotBeTriedIsRefused() {
        var probe = stream("water_depth");

        assertThatThrownBy(() -> run(draft(20), probe, 0, 1)).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> run(draft(20), probe, 1, 1)).isInstanceOf(Malformed.class);
        assertThatThrownBy(() ->
                        trials.run(new Asked("flood", draft(20), List.of(), "310112999", at(0), at(1)), COMMANDER))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.refusal()).isEqualTo(TrialRefusal.NO_STREAM));
    }

    private Trials bounded(TrialSettings settings, Clock ticking) {
        return new Trials(scenarios, reader, choice, new TrialRun(past, jdbc, transactions, settings, ticking), places);
    }

    @Test
    void aTrialThatReadsTooMuchOrTooLongIsGivenUpAndTheNextOneRuns() {
        var gauge = stream("rainfall");
        var batch = new ObservationBatch("test");
        for (int minute = 0; minute < 1_500; minute++) {
            batch.add(gauge.id(), at(minute / 60.0), 0);
        }
        clock.set(at(26));
        sensing.store(batch);
        var asked = new Asked("flood", draft(20), List.of(gauge.id()), null, at(0), at(26));
        var few = bounded(new TrialSettings(1_000, 10, 10, 10, Duration.ofSeconds(30)), clock);
        var quick = bounded(
                new TrialSettings(2_000, 10, 10, 10, Duration.ofSeconds(30)),
                new Watched(clock.instant(), 60, () -> {}));

        for (var refused : List.of(few, quick)) {
            assertThatThrownBy(() -> refused.run(asked, COMMANDER))
                    .isInstanceOfSatisfying(
                            Refused.class, one -> assertThat(one.refusal()).isEqualTo(TrialRefusal.TOO_MUCH));
            assertThatThrownBy(() -> refused.run(asked, COMMANDER))
                    .as("not busy for ever")
                    .isInstanceOfSatisfying(
                            Refused.class, one -> assertThat(one.refusal()).isEqualTo(TrialRefusal.TOO_MUCH));
        }
        assertThat(trials.run(asked, COMMANDER).about().observations()).isEqualTo(1_500);
    }

    @Test
    void aPeriodOfDaysIsTheDistrictsDays() {
        var gauge = stream("rainfall");
        // 23:30 and 00:30 in Shanghai
        store(gauge, -8.5, 1);
        store(gauge, -7.5, 25);
        var body = new TrialController.TrialBody(
                "flood", draft(20), List.of(gauge.id()), null, "2026-06-20", "2026-06-20");

        var asked = body.asked(places.district().zone());

        assertThat(asked.from()).isEqualTo("2026-06-19T16:00:00Z");
        assertThat(asked.until()).isEqualTo("2026-06-20T16:00:00Z");
        var result = trials.run(asked, COMMANDER);
        assertThat(result.chart().buckets()).hasSize(1);
        assertThat(result.draft().perDay())
                .singleElement()
                .satisfies(day -> assertThat(day.on()).isEqualTo("2026-06-20"));
        var torn = new TrialController.TrialBody("flood", "", null, null, "20 June", "2026-06-20");
        assertThatThrownBy(() -> torn.asked(places.district().zone()))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("from");
    }

    @Test
    void limitsAreDrawnOnlyIntoAChartOfWhatTheyLimit() {
        assertThat(run(draft(20), rained(), 0, 7).limits())
                .as("limits of a sum in a chart of values")
                .isEmpty();
        var probe = stream("water_depth");
        store(probe, 0, 1);
        var level = """
                { id: deep, version: 1, danger: waterlogging, property: water_depth, kind: threshold,
                  words: { name: 积水深度, nameEn: water depth, unit: 厘米 }, grades: [{ grade: RED, over: 25 }] }
                """;
        assertThat(run(level, probe, 0, 1).limits()).hasSize(1);
    }

    @Test
    void whatCameBeforeThePeriodIsKnownAndNotJudged() {
        var gauge = stream("rainfall");
        store(gauge, 0, 15);
        store(gauge, 0.5, 10);

        var result = run(draft(20), gauge, 0.25, 1);

        assertThat(result.findings())
                .singleElement()
                .satisfies(one -> assertThat(one.finding().reading().value()).isEqualTo(25));
        assertThat(run(draft(12), gauge, 0.75, 1).findings())
                .as("said before the period began")
                .isEmpty();
    }

    @Test
    void oneTrialRunsAtATimeAndItsOwnerCanCallItOff() {
        var gauge = rained();
        var asked = new Asked("flood", draft(20), List.of(gauge.id()), null, at(0), at(7));
        var second = new AtomicReference<Trials>();
        var settings = new TrialSettings(1_000, 10, 10, 10, Duration.ofSeconds(30));
        var stranger = new Caller("c-2", "乙", "B", Set.of(Role.COMMANDER), "D310112", null);
        second.set(bounded(settings, new Watched(clock.instant(), 0, () -> {
            assertThatThrownBy(() -> requireNonNull(second.get()).run(asked, stranger))
                    .isInstanceOfSatisfying(
                            Refused.class, one -> assertThat(one.refusal()).isEqualTo(TrialRefusal.BUSY));
            requireNonNull(second.get()).cancel(stranger);
        })));
        assertThat(requireNonNull(second.get()).run(asked, COMMANDER).about().observations())
                .as("a stranger calls nothing off")
                .isEqualTo(7);

        var own = new AtomicReference<Trials>();
        own.set(bounded(
                settings,
                new Watched(clock.instant(), 0, () -> requireNonNull(own.get()).cancel(COMMANDER))));
        assertThatThrownBy(() -> requireNonNull(own.get()).run(asked, COMMANDER))
                .isInstanceOfSatisfying(
                        Refused.class, one -> assertThat(one.refusal()).isEqualTo(TrialRefusal.CANCELLED));
    }

    /** A clock that does something and goes on whenever somebody looks. */
    private static final class Watched extends Clock {

        private final long seconds;
        private final Runnable also;
        private Instant now;

        Watched(Instant now, long seconds, Runnable also) {
            this.now = now;
            this.seconds = seconds;
            this.also = also;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            also.run();
            now = now.plusSeconds(seconds);
            return now;
        }
    }
}
