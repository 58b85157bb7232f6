package io.chengyun.platform.evaluation.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.chengyun.kernel.AreaCode;
import io.chengyun.kernel.Refused;
import io.chengyun.platform.access.Caller;
import io.chengyun.platform.access.Role;
import io.chengyun.platform.evaluation.HouseInDecember;
import io.chengyun.platform.evaluation.MadeFacts;
import io.chengyun.platform.evaluation.indicator.Sheet.Figure;
import io.chengyun.platform.postgres.TestDatabase;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;

/** Every indicator on facts made by hand, counted by the real database. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.class)
@TestPropertySource(properties = {"chengyun.access.sample-accounts=true", "chengyun.access.hash-strength=4"})
@Import(HouseInDecember.class)
class IndicatorsTest {

    private static final Period DECEMBER = new Period(LocalDate.of(2016, 12, 1), LocalDate.of(2017, 1, 1));
    private static final Period JANUARY = new Period(LocalDate.of(2017, 1, 1), LocalDate.of(2017, 2, 1));
    private static final AreaCode XINZHUANG = new AreaCode("310112101");
    private static final Caller CHIEF =
            new Caller("commander", "值班长甲", "Commander A", Set.of(Role.COMMANDER), "D310112", null);
    private static final Caller OF_XINZHUANG =
            new Caller("acceptor-x", "受理员", "Acceptor", Set.of(Role.ACCEPTOR), "T310112101", XINZHUANG);

    @Autowired
    Indicators indicators;

    @Autowired
    JdbcClient jdbc;

    private MadeFacts facts;

    @BeforeEach
    void nothingYet() {
        facts = new MadeFacts(jdbc);
        facts.clear();
    }

    private Figure figure(String code) {
        return figure(code, DECEMBER);
    }

    private Figure figure(String code, Period period) {
        return figure(code, new Question(Subject.TOWN, period, XINZHUANG.value()));
    }

    private Figure figure(String code, Question question) {
        var line = indicators.count(question, CHIEF).lines().get(0);
        return line.find(code).orElseThrow();
    }

    private void is(String code, long counted, long n) {
        var figure = figure(code);
        assertThat(figure.counted()).as(code).isEqualTo(counted);
        assertThat(figure.n()).as(code).isEqualTo(n);
        assertThat(figure.value()).as(code).isEqualTo((double) counted / n);
    }

    private void times(int count, Runnable made) {
        IntStream.range(0, count).forEach(number -> made.run());
    }

    @Test
    void realMonthOfDecember2016ComesOutAsItWasPublished() {
        var inTime = "2016-12-04T02:00:00Z";
        var late = "2016-12-20T02:00:00Z";
        times(730, () -> facts.closed(inTime).save());
        times(172, () -> facts.closed(late).save());
        times(54, () -> facts.aCase().save());
        times(7, () -> facts.closed(inTime).with("kind", "PART").save());
        times(2, () -> facts.closed(late).with("kind", "PART").save());
        times(7, () -> facts.aCase().with("kind", "PART").save());

        is("closing", 911, 972);
        is("closing_in_time", 737, 972);
        is("closing_events", 902, 956);
        is("closing_parts", 9, 16);
        assertThat(percent("closing")).isEqualTo("93.72");
        assertThat(percent("closing_in_time")).isEqualTo("75.82");
        assertThat(percent("closing_events")).isEqualTo("94.35");
        assertThat(percent("closing_parts")).isEqualTo("56.25");
    }

    private String percent(String code) {
        return String.format("%.2f", 100 * Objects.requireNonNull(figure(code).value()));
    }

    @Test
    void suspendedAndMergedAndUnfiledCasesAreNotDue() {
        facts.aCase().save();
        facts.aCase()
                .with("state", "SUSPENDED")
                .at("suspended_at", "2016-12-03T02:00:00Z")
                .save();
        facts.aCase()
                .with("state", "MERGED")
                .at("merged_at", "2016-12-03T02:00:00Z")
                .save();
        facts.aCase().without("filed_at").save();
        is("closing", 0, 1);
    }

    @Test
    void caseDueInOnePeriodAndClosedInTheNextIsDueInBoth() {
        facts.closed("2017-01-10T02:00:00Z").save();
        is("closing", 0, 1);
        assertThat(figure("closing", JANUARY)).isEqualTo(new Figure("closing", 1, 1, 1.0));
        assertThat(figure("closing_in_time", JANUARY).counted()).isZero();
    }

    @Test
    void periodsBeginAndEndWithTheDistrictsDays() {
        facts.aCase().at("reported_at", "2016-11-30T16:00:00Z").save(); // midnight in Shanghai
        facts.aCase().at("reported_at", "2016-12-31T15:59:59Z").save();
        facts.aCase().at("reported_at", "2016-11-30T15:59:59Z").save();
        facts.aCase().at("reported_at", "2016-12-31T16:00:00Z").save();
        assertThat(figure("reported").n()).isEqualTo(2);
    }

    @Test
    void withoutADivisorAFigureIsUnknownNotZero() {
        var lines = indicators
                .count(new Question(Subject.TOWN, DECEMBER, XINZHUANG.value()), CHIEF)
                .lines();
        assertThat(lines).hasSize(1);
        assertThat(lines.get(0).member().name()).isEqualTo("莘庄镇");
        assertThat(lines.get(0).figures()).allSatisfy(figure -> {
            assertThat(figure.n()).isZero();
            if (!figure.indicator().equals("reported") && !figure.indicator().equals("turns")) {
                assertThat(figure.value()).as(figure.indicator()).isNull();
            }
        });
        assertThat(indicators
                        .count(new Question(Subject.TOWN, DECEMBER, null), CHIEF)
                        .lines())
                .isEmpty();
    }

    @Test
    void whatIsDueTomorrowIsNotDueYet() {
        var february = new Period(LocalDate.of(2017, 2, 1), LocalDate.of(2017, 3, 1));
        facts.aCase().at("due_at", "2017-02-01T00:30:00Z").save();
        facts.aCase().at("due_at", "2017-02-02T01:00:00Z").save();
        assertThat(figure("overdue", february)).isEqualTo(new Figure("overdue", 1, 1, 1.0));
    }

    @Test
    void filingCountsWhatWasReportedInThePeriod() {
        facts.aCase().save();
        facts.aCase().without("filed_at").save();
        facts.aCase().at("filed_at", "2017-01-02T02:00:00Z").save();
        is("filing", 1, 3);
        assertThat(figure("reported")).isEqualTo(new Figure("reported", 3, 3, 3.0));
    }

    @Test
    void duplicatesAreSetAgainstWhatWasFiled() {
        times(4, () -> facts.aCase().save());
        facts.aCase()
                .at("filed_at", "2016-11-02T02:00:00Z")
                .at("merged_at", "2016-12-03T02:00:00Z")
                .save();
        is("duplicates", 1, 4);
    }

    @Test
    void grantedAppealLeavesTheOverdueFigureButNotTheRawOne() {
        facts.closed("2016-12-20T02:00:00Z").save();
        facts.closed("2016-12-20T02:00:00Z")
                .at("appeal_granted_at", "2016-12-28T02:00:00Z")
                .save();
        facts.closed("2016-12-04T02:00:00Z").save();
        facts.aCase().save();
        is("overdue", 2, 4);
        is("overdue_raw", 3, 4);
        is("closing_in_time", 1, 4);
    }

    @Test
    void forcedClosingsExtensionsAndTheLowestLevelAreCounted() {
        facts.closed("2016-12-04T02:00:00Z").with("state", "FORCED_CLOSED").save();
        facts.closed("2016-12-04T02:00:00Z").with("extensions", 1).save();
        facts.closed("2016-12-04T02:00:00Z").with("level", "grid_station").save();
        is("forced", 1, 3);
        is("extended", 1, 3);
        is("lowest_level", 1, 3);
        assertThat(figure("closing_p50").value()).isEqualTo(4.0);
    }

    @Test
    void voicesOfReportersCountOnlyWhereTheyAnswered() {
        facts.closed("2016-12-04T02:00:00Z")
                .with("requested", true)
                .at("called_back_at", "2016-12-06T02:00:00Z")
                .with("resolved", true)
                .with("satisfied", false)
                .save();
        facts.aCase()
                .with("requested", true)
                .at("called_back_at", "2016-12-06T02:00:00Z")
                .with("resolved", false)
                .save();
        facts.aCase().save();
        is("resolved", 1, 2);
        is("satisfied", 0, 1);
        is("request_in_time", 1, 2);
        assertThat(figure("contact").value()).isNull();
    }

    @Test
    void firstContactCountsWithinItsDeadline() {
        facts.aCase().save(); // nobody asked
        facts.aCase().at("contact_due_at", "2016-12-05T02:00:00Z").save();
        facts.aCase() // contacted in the period, due in the next
                .at("contact_due_at", "2017-01-03T02:00:00Z")
                .at("contacted_at", "2016-12-30T02:00:00Z")
                .save();
        facts.aCase() // due in the period, contacted in the next
                .at("contact_due_at", "2016-12-30T02:00:00Z")
                .at("contacted_at", "2017-01-03T02:00:00Z")
                .save();
        facts.aCase()
                .at("contact_due_at", "2016-12-05T02:00:00Z")
                .at("merged_at", "2016-12-03T02:00:00Z")
                .with("state", "MERGED")
                .save();
        facts.aCase()
                .at("contact_due_at", "2016-12-05T02:00:00Z")
                .with("state", "NOT_FILED")
                .save();
        facts.aCase()
                .at("contact_due_at", "2016-12-05T02:00:00Z")
                .at("contacted_at", "2016-12-05T01:00:00Z")
                .save();
        facts.aCase()
                .at("contact_due_at", "2016-12-05T02:00:00Z")
                .at("contacted_at", "2016-12-05T03:00:00Z")
                .save();
        is("contact", 2, 5);
        assertThat(figure("contact", JANUARY)).isEqualTo(new Figure("contact", 1, 2, 0.5));
        var question = new Question(Subject.TOWN, DECEMBER, XINZHUANG.value());
        var row = indicators.list("contact", question, CHIEF).rows().get(0);
        assertThat(row.dueAt()).as("of the contact, not of the case").isEqualTo("2017-01-03T02:00:00Z");
        assertThat(row.doneAt()).isEqualTo("2016-12-30T02:00:00Z");
    }

    @Test
    void desksAreMeasuredByWhatTheyHadToDo() {
        facts.ended("FILE", "ACCEPTOR", "Filed").save();
        facts.ended("FILE", "ACCEPTOR", "Voided").with("in_time", false).save();
        facts.ended("VERIFY", "INSPECTOR", "Verified").save();
        facts.turn("VERIFY", "INSPECTOR").save(); // due on the 3rd and never done
        facts.ended("DISPATCH", "DISPATCHER", "Dispatched").save();
        facts.ended("DISPATCH", "DISPATCHER", "Dispatched").with("undone", true).save();
        facts.turn("DISPATCH", "DISPATCHER").save();
        facts.ended("DISPATCH", "DISPATCHER", "SentBack").save(); // in time, to whom it belongs: none to dispatch
        is("filing_in_time", 1, 2);
        is("verification_in_time", 1, 2);
        is("dispatch_in_time", 2, 3);
        is("dispatch_right", 1, 3);
        assertThat(figure("turns").n()).isEqualTo(6);
    }

    @Test
    void handlingCountsWhatTheDepartmentHadToDo() {
        facts.ended("HANDLE", "HANDLER", "Submitted").save();
        facts.ended("HANDLE", "HANDLER", "Submitted")
                .at("ended_at", "2016-12-04T02:00:00Z")
                .with("in_time", false)
                .with("undone", true)
                .save();
        facts.ended("HANDLE", "HANDLER", "Returned").save(); // in time: not theirs any more
        facts.ended("HANDLE", "HANDLER", "Returned")
                .at("ended_at", "2016-12-04T02:00:00Z")
                .save(); // given back when it was late already
        facts.turn("HANDLE", "HANDLER").save();
        is("handling", 2, 4);
        is("handling_in_time", 1, 4);
        is("returned", 2, 5);
        is("rework", 1, 2);
        assertThat(figure("handling_mean").value()).isCloseTo(2.0, within(1e-9));
        assertThat(figure("handling_p90")).isEqualTo(new Figure("handling_p90", 2, 2, 2.0));
        assertThat(figure("elapsed_p50").value()).isEqualTo(4.0);
    }

    @Test
    void inspectionsAreMeasuredByTimeAndByOutcome() {
        facts.ended("INSPECT", "INSPECTOR", "InspectionPassed").save();
        facts.ended("INSPECT", "INSPECTOR", "InspectionPassed")
                .with("in_time", false)
                .save();
        facts.ended("INSPECT", "INSPECTOR", "InspectionFailed").save();
        is("inspection_in_time", 2, 3);
        is("inspection", 2, 3);
    }

    @Test
    void percentilesAreValuesThatOccurred() {
        for (int hours = 1; hours <= 10; hours++) {
            facts.closed("2016-12-04T02:00:00Z")
                    .with("closing_hours", (double) hours)
                    .save();
        }
        assertThat(figure("closing_p50").value()).isEqualTo(5.0);
        assertThat(figure("closing_p90").value()).isEqualTo(9.0);
    }

    @Test
    void eachSubjectHasItsOwnMembers() {
        facts.closed("2016-12-04T02:00:00Z").save();
        facts.closed("2016-12-04T02:00:00Z")
                .with("town", "310112102")
                .with("grid", "310112102G02")
                .with("organisation", "D-ROADS")
                .save();
        facts.ended("FILE", "ACCEPTOR", "Filed").with("person", "acceptor").save();
        facts.ended("FILE", "HOUSE", "Filed").with("person", "house").save();
        assertThat(members(Subject.DISTRICT)).containsExactly("310112");
        assertThat(members(Subject.TOWN)).containsExactly("310112101", "310112102");
        assertThat(members(Subject.GRID)).containsExactly("310112101G01", "310112102G02");
        assertThat(members(Subject.DEPARTMENT)).contains("D-DRAINAGE", "D-ROADS");
        assertThat(members(Subject.POST)).containsExactlyInAnyOrder("ACCEPTOR", "HOUSE");
        assertThat(members(Subject.PERSON)).containsExactlyInAnyOrder("acceptor", "handler-1", "inspector-1");
    }

    private List<String> members(Subject subject) {
        return indicators.count(new Question(subject, DECEMBER, null), CHIEF).lines().stream()
                .map(line -> line.member().code())
                .toList();
    }

    @Test
    void rowsBehindAFigureAreAsManyAsItsDivisor() {
        var late = facts.closed("2016-12-20T02:00:00Z").save();
        var inTime = facts.closed("2016-12-04T02:00:00Z").save();
        var question = new Question(Subject.TOWN, DECEMBER, XINZHUANG.value());
        var drill = indicators.list("closing_in_time", question, CHIEF);
        assertThat(drill.total()).isEqualTo(2);
        assertThat(drill.rows()).extracting(Drill.Row::caseId).containsExactly(inTime, late);
        assertThat(drill.rows()).extracting(Drill.Row::counted).containsExactly(true, false);
        for (var indicator : IndicatorList.ALL) {
            var rows = indicators.list(indicator.code(), question, CHIEF);
            assertThat(rows.rows().stream().filter(Drill.Row::counted).count())
                    .as(indicator.code())
                    .isEqualTo(figure(indicator.code()).counted());
        }
    }

    @Test
    void anotherTownsRowsAreInvisible() {
        facts.aCase().with("town", "310112102").with("grid", "310112102G02").save();
        facts.aCase().save();
        var towns = indicators.count(new Question(Subject.TOWN, DECEMBER, null), OF_XINZHUANG);
        assertThat(towns.lines()).extracting(line -> line.member().code()).containsExactly("310112101");
        assertThat(towns.town()).isEqualTo(XINZHUANG);
        var departments = indicators.count(new Question(Subject.DEPARTMENT, DECEMBER, "D-DRAINAGE"), OF_XINZHUANG);
        assertThat(departments.lines().get(0).find("closing").orElseThrow().n()).isEqualTo(1);
        assertThatThrownBy(() -> indicators.count(new Question(Subject.TOWN, DECEMBER, "310112102"), OF_XINZHUANG))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() ->
                        indicators.list("closing", new Question(Subject.GRID, DECEMBER, "310112102G02"), OF_XINZHUANG))
                .isInstanceOf(Refused.class);
    }

    @Test
    void indicatorThatASubjectDoesNotHaveIsRefused() {
        assertThatThrownBy(() -> indicators.list("closing", new Question(Subject.POST, DECEMBER, null), CHIEF))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> indicators.list("none", new Question(Subject.POST, DECEMBER, null), CHIEF))
                .isInstanceOf(Refused.class);
    }
}
