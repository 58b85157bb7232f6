package io.chengyun.platform.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.chengyun.kernel.AreaCode;
import io.chengyun.platform.address.owner.Holdings;
import io.chengyun.platform.dispatch.DutyRules.Asked;
import io.chengyun.platform.dispatch.DutyRules.Day;
import io.chengyun.platform.dispatch.Work.Task;
import io.chengyun.platform.place.Area;
import io.chengyun.platform.place.AreaKind;
import io.chengyun.platform.place.ObservedProperties;
import io.chengyun.platform.place.Places;
import io.chengyun.platform.scenario.CaseClass;
import io.chengyun.platform.scenario.DutyList.Level;
import io.chengyun.platform.scenario.Scenario;
import io.chengyun.platform.scenario.Scenarios;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The duty list of daily city management against the sample district's organisations. */
class CityDutyTest {

    private static final Path DISTRICT = Path.of("..", "districts", "minhang");
    private static final LocalDate TODAY = LocalDate.of(2026, 7, 1);
    private static final int TOWN_DIGITS = 9;

    private final Places places =
            Places.of(DISTRICT, Clock.fixed(Instant.parse("2026-07-01T04:00:00Z"), ZoneOffset.UTC));
    private final Scenario city = Scenarios.of(Path.of("..", "scenarios"), ObservedProperties.of(DISTRICT))
            .get("city");

    @Test
    void everyClassFindsAnOrganisationInEveryGridOfEveryTown() {
        var tasks = grids().stream()
                .flatMap(grid -> codes().stream().map(code -> new Task(code, town(grid), grid)))
                .toList();

        assertThat(tasks)
                .hasSizeGreaterThan(10_000)
                .allSatisfy(task -> assertThat(DutyRules.assign(new Asked(
                                        city.dispatch(), task, Holdings.NONE, null, new Day(TODAY, this::exists)))
                                .fallback())
                        .as("%s in %s", task.caseClass(), task.grid())
                        .isFalse());
    }

    @Test
    void everyRowNamesAnOrganisationThatExists() {
        assertThat(city.dispatch().rows())
                .filteredOn(row -> !row.organisation().startsWith("{"))
                .allSatisfy(row -> assertThat(grids())
                        .as(row.toString())
                        .allMatch(grid -> exists(row.organisationIn(row.level() == Level.TOWN ? town(grid) : grid))));
        assertThat(exists(city.dispatch().fallback())).isTrue();
        assertThat(exists(city.about().owner())).isTrue();
    }

    private List<AreaCode> grids() {
        return places.listAreas(AreaKind.GRID, TODAY).stream().map(Area::code).toList();
    }

    private List<String> codes() {
        return city.casework().classes().stream().map(CaseClass::code).toList();
    }

    private static AreaCode town(AreaCode grid) {
        return new AreaCode(grid.value().substring(0, TOWN_DIGITS));
    }

    private boolean exists(String organisation) {
        return places.findOrganisation(organisation, TODAY).isPresent();
    }
}
