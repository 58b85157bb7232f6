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
import io.chengyun.platform.scenario.ScenarioRefusal;
import io.chengyun.platform.sensing.Datastream;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class TrialsTest extends AssessmentHouse {

    private static final Caller COMMANDER = new Caller("c-1", "甲", "A", Set.of(Role.COMMANDER), "D310112", null);

    @Autowired
    Trials trials;

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
}
