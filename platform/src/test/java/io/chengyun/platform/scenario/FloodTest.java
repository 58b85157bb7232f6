package io.chengyun.platform.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chengyun.kernel.AreaCode;
import io.chengyun.kernel.Grade;
import io.chengyun.kernel.Refused;
import io.chengyun.platform.place.ObservedProperties;
import io.chengyun.rules.Limit;
import io.chengyun.rules.window.Window;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class FloodTest {

    private final Scenarios scenarios =
            Scenarios.of(Path.of("..", "scenarios"), ObservedProperties.of(Path.of("..", "districts", "minhang")));
    private final Scenario flood = scenarios.get("flood");

    @Test
    void theRainstormLimitsAreShanghais() {
        assertThat(limits("rain-1h")).containsExactly(35.0, 50.0, 80.0, 100.0);
        assertThat(limits("rain-6h")).containsExactly(50.0, 80.0, 100.0, 150.0);
    }

    private List<Double> limits(String rule) {
        var sum = (Window) flood.rule(rule).rule();
        return sum.limits().ladder().stream().map(Limit::value).toList();
    }

    @Test
    void everyDangerHasAQuietTimeARuleAndACaseIfOneStreamShowsIt() {
        assertThat(flood.warning().dangers()).hasSize(7).allSatisfy(danger -> {
            boolean several =
                    flood.groups().stream().anyMatch(rule -> danger.code().equals(rule.danger()));
            boolean one = flood.rules().stream().anyMatch(rule -> danger.code().equals(rule.danger()));
            assertThat(one).isNotEqualTo(several);
            assertThat(flood.casework().onWarning(danger.code(), Grade.RED).isPresent())
                    .isEqualTo(one);
        });
        assertThat(flood.warning().find("rainstorm").orElseThrow().quiet()).isEqualTo(Duration.ofHours(3));
    }

    @Test
    void everyPropertyThatTheScenarioNeedsCanFallSilent() {
        assertThat(flood.about().needs())
                .allSatisfy(property -> assertThat(flood.rulesOf(property))
                        .anyMatch(rule -> rule.id().endsWith("-silent")));
    }

    @Test
    void aClosedUnderpassFilesTheGraverStandard() {
        var red = flood.casework().onWarning("waterlogging", Grade.RED).orElseThrow();
        var yellow = flood.casework().onWarning("waterlogging", Grade.YELLOW).orElseThrow();

        assertThat(red.standard()).isEqualTo("0506-2");
        assertThat(yellow.standard()).isEqualTo("0506-1");
        assertThat(flood.casework().onWarning("waterlogging", Grade.BLUE)).isEmpty();
    }

    @Test
    void aReceiptIsExpectedByTheGravestGradeThatFits() {
        var rainstorm = flood.warning().find("rainstorm").orElseThrow();

        assertThat(rainstorm.receiptAt(Grade.YELLOW).orElseThrow().within()).isEqualTo(Duration.ofMinutes(30));
        assertThat(rainstorm.receiptAt(Grade.RED).orElseThrow().within()).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void everyClassHasStandardsWithLimitsAndARow() {
        assertThat(flood.casework().classes()).allSatisfy(known -> {
            assertThat(known.standards()).isNotEmpty();
            assertThat(known.stages().verify()).isEqualTo(Duration.ofMinutes(30));
            assertThat(flood.dispatch().rows()).anyMatch(row -> row.caseClass().equals(known.code()));
        });
        var flooding = flood.casework().find("0506").orElseThrow();
        assertThat(flooding.find("0506-1").orElseThrow().handling())
                .isEqualTo(new TimeLimit(2, TimeLimit.Unit.URGENT_HOUR));
    }

    @Test
    void aRowNamesTheStationOfTheGridThatFits() {
        var row = flood.dispatch().rows().get(0);
        var grid = new AreaCode("310112101G03");

        assertThat(row.fits(grid)).isTrue();
        assertThat(row.organisationIn(grid)).isEqualTo("G310112101G03");
    }

    @Test
    void anAbsentScenarioIsRefusedWithTheInstalledOnes() {
        assertThatThrownBy(() -> scenarios.get("fire"))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused ->
                                assertThat(refused.allowed()).containsExactly("city", "devices", "flood", "records"));
    }
}
