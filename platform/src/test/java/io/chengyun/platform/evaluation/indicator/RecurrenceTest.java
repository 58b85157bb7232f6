package io.chengyun.platform.evaluation.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chengyun.kernel.AreaCode;
import io.chengyun.kernel.Malformed;
import io.chengyun.kernel.Refused;
import io.chengyun.platform.access.Caller;
import io.chengyun.platform.access.Role;
import io.chengyun.platform.evaluation.HouseInDecember;
import io.chengyun.platform.evaluation.MadeFacts;
import io.chengyun.platform.evaluation.indicator.Sheet.Figure;
import io.chengyun.platform.postgres.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;

/** What came back, and what it cost, on facts made by hand. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.class)
@TestPropertySource(properties = {"chengyun.access.sample-accounts=true", "chengyun.access.hash-strength=4"})
@Import(HouseInDecember.class)
class RecurrenceTest {

    private static final Period DECEMBER = new Period(LocalDate.of(2016, 12, 1), LocalDate.of(2017, 1, 1));
    private static final AreaCode XINZHUANG = new AreaCode("310112101");
    private static final Caller CHIEF =
            new Caller("commander", "值班长甲", "Commander A", Set.of(Role.COMMANDER), "D310112", null);
    private static final Caller OF_XINZHUANG =
            new Caller("acceptor-x", "受理员", "Acceptor", Set.of(Role.ACCEPTOR), "T310112101", XINZHUANG);

    @Autowired
    Indicators indicators;

    @Autowired
    JdbcClient jdbc;

    @TempDir
    Path folder;

    private MadeFacts facts;

    @BeforeEach
    void nothingYet() {
        facts = new MadeFacts(jdbc);
        facts.clear();
    }

    private MadeFacts.Row at(String unit, String reported) {
        return facts.aCase().with("unit", unit).at("reported_at", reported + "T02:00:00Z");
    }

    private String closed(String unit, String reported, String closed) {
        return at(unit, reported)
                .with("state", "CLOSED")
                .at("closed_at", closed + "T02:00:00Z")
                .with("closing_hours", 4.0)
                .save();
    }

    /** Closed once, back, and closed again on this day. */
    private String group(String unit, String closedAgain) {
        closed(unit, "2016-10-01", "2016-10-02");
        return closed(unit, "2016-10-10", closedAgain);
    }

    private Figure figure(String code, Question question, Caller caller) {
        return indicators.count(question, caller).lines().get(0).find(code).orElseThrow();
    }

    private Figure figure(String code) {
        return figure(code, new Question(Subject.TOWN, DECEMBER, XINZHUANG.value()), CHIEF);
    }

    private void is(long solved, long groups) {
        var figure = figure("recurrence");
        assertThat(figure.counted()).isEqualTo(solved);
        assertThat(figure.n()).isEqualTo(groups);
    }

    @Test
    void whatCameBackAfterItWasClosedIsAGroup() {
        group("U1", "2016-10-11");
        at("U2", "2016-10-01").save(); // once
        closed("U3", "2016-10-01", "2016-10-12"); // twice, but the second came while the first was open
        closed("U3", "2016-10-10", "2016-10-12");
        closed("U4", "2016-10-01", "2016-10-02"); // another class at the same place
        at("U4", "2016-10-10").with("class", "0503").save();
        is(1, 1);
    }

    @Test
    void aGroupIsSolvedWhenAllIsClosedAndNothingCameForAMonth() {
        group("U1", "2016-12-01"); // quiet for the 30 days to the end of the year
        group("U2", "2016-12-03"); // not long enough
        closed("U3", "2016-10-01", "2016-10-02"); // back, and open
        at("U3", "2016-10-10").save();
        is(1, 3);
    }

    @Test
    void whatWasClosedAfterThePeriodWasOpenInIt() {
        closed("U1", "2016-10-01", "2016-10-02");
        closed("U1", "2016-10-10", "2017-01-10");
        is(0, 1);
    }

    @Test
    void mergedUnfiledAndPlacelessCasesAndThoseOfLongAgoMakeNone() {
        closed("U1", "2016-10-01", "2016-10-02");
        at("U1", "2016-10-10")
                .at("merged_at", "2016-10-10T03:00:00Z")
                .with("state", "MERGED")
                .save();
        at("U1", "2016-10-10").without("filed_at").save();
        closed("U2", "2015-12-01", "2015-12-02"); // more than a year before the period's end
        at("U2", "2016-10-10").save();
        facts.closed("2016-12-04T02:00:00Z").save(); // from before places were noted
        facts.aCase().at("reported_at", "2016-12-10T02:00:00Z").save();
        at("U1", "2017-01-10").save(); // after the period
        is(0, 0);
    }

    @Test
    void onlyTheTopGroupsOfEachMemberAreLookedAt() {
        for (int number = 1; number <= 11; number++) {
            group("U" + number, "2016-10-11");
        }
        at("U1", "2016-12-20").save(); // most cases, and open
        is(9, 10);
        at("U11", "2016-12-20").with("organisation", "D-ROADS").save();
        is(8, 10);
        var roads = new Question(Subject.DEPARTMENT, DECEMBER, "D-ROADS");
        assertThat(figure("recurrence", roads, CHIEF)).isEqualTo(new Figure("recurrence", 0, 1, 0.0));
        assertThat(figure("recurrence", new Question(Subject.DISTRICT, DECEMBER, null), CHIEF)
                        .n())
                .isEqualTo(10);
    }

    @Test
    void whoIsBoundToATownSeesItsGroupsOnly() {
        group("U1", "2016-10-11");
        for (int number = 0; number < 11; number++) {
            at("V" + number, "2016-10-01")
                    .with("town", "310112102")
                    .at("closed_at", "2016-10-02T02:00:00Z")
                    .save();
            at("V" + number, "2016-10-10").with("town", "310112102").save();
            at("V" + number, "2016-10-11").with("town", "310112102").save();
        }
        var question = new Question(Subject.DEPARTMENT, DECEMBER, "D-DRAINAGE");
        assertThat(figure("recurrence", question, OF_XINZHUANG)).isEqualTo(new Figure("recurrence", 1, 1, 1.0));
        assertThat(figure("recurrence", question, CHIEF).counted()).isZero();
    }

    @Test
    void theRowsAreTheGroupsEachByItsNewestCase() {
        closed("U1", "2016-10-01", "2016-10-02");
        var open = at("U1", "2016-10-10").save();
        var solved = group("U2", "2016-10-11");
        var drill = indicators.list("recurrence", new Question(Subject.TOWN, DECEMBER, XINZHUANG.value()), CHIEF);
        assertThat(drill.total()).isEqualTo(2);
        assertThat(drill.rows()).extracting(Drill.Row::caseId).containsExactly(solved, open);
        assertThat(drill.rows()).extracting(Drill.Row::counted).containsExactly(true, false);
        assertThat(drill.rows().get(1).doneAt()).isNull();
        assertThat(drill.indicator().divisor().zh()).contains("10 个复发组").contains("365 天");
        assertThat(drill.indicator().counted().en()).contains("30 days");
        assertThatThrownBy(() -> indicators.list("recurrence", new Question(Subject.POST, DECEMBER, null), CHIEF))
                .isInstanceOf(Refused.class);
    }

    @Test
    void onTheSheetNoNumberIsLeftOutOfADefinition() {
        group("U1", "2016-10-11");
        var sheet = indicators.count(new Question(Subject.TOWN, DECEMBER, null), CHIEF);
        assertThat(sheet.indicators()).allSatisfy(indicator -> {
            for (var text : new Indicator.Text[] {indicator.name(), indicator.counted(), indicator.divisor()}) {
                assertThat(text.zh() + text.en()).doesNotContain("{");
            }
        });
    }

    @Test
    void whatCasesCostIsAveragedOverThoseThatReportedIt() {
        facts.closed("2016-12-04T02:00:00Z").save();
        facts.closed("2016-12-04T02:00:00Z").with("crew_hours", 3.0).save();
        facts.closed("2016-12-04T02:00:00Z")
                .with("crew_hours", 6.0)
                .with("kilometres", 0.0)
                .save();
        facts.closed("2017-01-04T02:00:00Z").with("crew_hours", 60.0).save();
        facts.aCase().with("crew_hours", 60.0).save();
        assertThat(figure("crew_hours")).isEqualTo(new Figure("crew_hours", 2, 2, 4.5));
        assertThat(figure("kilometres")).isEqualTo(new Figure("kilometres", 1, 1, 0.0));
    }

    @Test
    void theNumbersOfTheDayHold() throws IOException {
        Files.writeString(folder.resolve("evaluation.yml"), """
                - { from: 2000-01-01, window: P365D, top: 10, quiet: P30D }
                - { from: 2027-01-01, window: P180D, top: 5, quiet: P60D }
                """);
        var recurrence = Recurrence.read(folder);
        assertThat(recurrence.on(LocalDate.of(2026, 12, 31)).top()).isEqualTo(10);
        assertThat(recurrence.on(LocalDate.of(2027, 1, 1)).words())
                .containsEntry("top", "5")
                .containsEntry("window", "180")
                .containsEntry("quiet", "60");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "- { from: 2000-01-01, window: P365D, top: 0, quiet: P30D }",
                "- { from: 2000-01-01, window: P30D, top: 10, quiet: P30D }",
                "- { from: 2000-01-01, window: P365D, top: 10, quiet: PT1H }",
                "- { from: 2000-01-01, window: a year, top: 10, quiet: P30D }",
                "- { from: 2000-01-01, window: P365D, top: 10 }"
            })
    void aWrongFileStopsTheHouse(String yaml) throws IOException {
        Files.writeString(folder.resolve("evaluation.yml"), yaml);
        assertThatThrownBy(() -> Recurrence.read(folder)).isInstanceOf(Malformed.class);
    }
}
