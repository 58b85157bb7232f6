package io.chengyun.platform.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import io.chengyun.kernel.Grade;
import io.chengyun.platform.place.AreaKind;
import io.chengyun.platform.place.Places;
import io.chengyun.platform.place.Position;
import io.chengyun.platform.scenario.RulesReader;
import io.chengyun.platform.scenario.Scenario;
import io.chengyun.platform.scenario.Scenarios;
import io.chengyun.platform.sensing.Datastream;
import io.chengyun.platform.sensing.NewThing;
import io.chengyun.platform.sensing.ObservationBatch;
import io.chengyun.platform.sensing.StoredBatch;
import io.chengyun.platform.sensing.quality.QualityFlags;
import io.chengyun.platform.sensing.quality.QualityFlags.Flagging;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** Rules over several streams, in the house: who belongs together, what is said of whom, and what outlives the process. */
// a house of its own: in a town in which another test was later, what comes here would be old news
@TestPropertySource(properties = "chengyun.assessment.groups.nearest=8")
class GroupsTest extends AssessmentHouse {

    /** Each test has a town of its own, so that nothing another one left there counts. */
    private static final AtomicInteger TOWNS = new AtomicInteger();

    private static final AtomicInteger NAMES = new AtomicInteger();

    @Autowired
    Scenarios scenarios;

    @Autowired
    RulesReader reader;

    @Autowired
    QualityFlags flags;

    @Autowired
    Places places;

    private Scenario folder;
    private Position here;
    private String town;

    @BeforeEach
    void goToAnotherTown() {
        folder = scenarios.get("flood");
        var towns = places.listAreas(AreaKind.TOWN, places.today());
        var area = towns.get(TOWNS.getAndIncrement());
        town = area.code().value();
        here = places.centreOf(area.code());
    }

    @AfterEach
    void putBack() {
        scenarios.replace(folder);
    }

    private Datastream near(String property, double metresEast) {
        var code = "group-" + NAMES.incrementAndGet();
        var at = new Position(here.lon() + metresEast / 95_000, here.lat());
        var thing = new NewThing(code, code, at, List.of(NewThing.NewStream.of(property)));
        return sensing.register(thing).get(0);
    }

    private List<Signal> said(String rule) {
        var newestFirst = new ArrayList<>(assessment.listSignals(1_000));
        Collections.reverse(newestFirst);
        return newestFirst.stream()
                .filter(signal -> signal.origin().rule().equals(rule))
                .filter(signal -> signal.source().town().value().equals(town))
                .toList();
    }

    private List<Object> words(String rule) {
        return said(rule).stream()
                .map(signal -> signal.grade() == null ? (Object) signal.state() : signal.grade())
                .toList();
    }

    private List<Datastream> threeHighRivers() {
        var rivers = List.of(near("water_level", 0), near("water_level", 10), near("water_level", 20));
        rivers.forEach(river -> store(river, 0, 4.6));
        return rivers;
    }

    private void change(String from, String to) {
        var text = scenarios.folderRules("flood").replaceFirst(from, to);
        scenarios.replace(reader.revised(folder, folder.version() + 1, text, List.of()));
    }

    @Test
    void theThirdGaugeOfATownMakesTheRiverNetHighAndTheSignalNamesTownAndStreams() {
        var gauges = List.of(near("water_level", 0), near("water_level", 10), near("water_level", 20));
        store(gauges.get(0), 0, 4.6);
        store(gauges.get(1), 0.1, 4.6);
        assertThat(said("river-many")).isEmpty();
        store(gauges.get(2), 0.2, 4.7);

        var signal = said("river-many").get(0);
        assertThat(signal.grade()).isEqualTo(Grade.BLUE);
        assertThat(signal.origin()).isEqualTo(new Signal.Origin("flood", "river-many", 1, "river-network"));
        assertThat(signal.source().stream()).isEqualTo(gauges.get(2).id());
        assertThat(signal.source().scope())
                .isEqualTo(new Signal.Scope(
                        "town", town, gauges.stream().map(Datastream::id).toList()));
    }

    @Test
    void oneBatchIsWeighedByTimeWhicheverStreamComesFirst() {
        var river = near("water_level", 0);
        var gauge = near("rainfall", 10);
        clock.set(at(1));
        sensing.store(new ObservationBatch("test")
                .add(river.id(), at(0), 4.41)
                .add(river.id(), at(0.4), 4.41)
                .add(gauge.id(), at(0), 60));

        assertThat(river.id()).isLessThan(gauge.id());
        assertThat(said("rain-on-high-river")).singleElement().satisfies(signal -> {
            assertThat(signal.grade()).isEqualTo(Grade.YELLOW);
            assertThat(signal.at())
                    .as("when it rained, not when the river was last seen")
                    .isEqualTo(EIGHT);
        });
    }

    @Test
    void aRestartInTheMiddleIsNotNoticed() {
        var gauge = near("rainfall", 0);
        var probe = near("water_depth", 10);
        var rivers = List.of(near("water_level", 0), near("water_level", 10), near("water_level", 20));
        store(gauge, 0, 36);
        rivers.forEach(river -> store(river, 1 / 60.0, 4.5));
        store(rivers.get(0), 2 / 60.0, 4.6); // in one moment: not written down for its age
        store(rivers.get(1), 2 / 60.0, 4.6);
        watches.forget();
        store(probe, 3 / 60.0, 9);
        store(rivers.get(2), 3 / 60.0, 4.6);
        watches.forget();
        store(rivers.get(2), 4 / 60.0, 4.7);

        assertThat(words("rain-then-water")).containsExactly(Grade.ORANGE);
        assertThat(words("river-many")).containsExactly(Grade.BLUE);
    }

    @Test
    void oldNewsOfAYearAgoBelongsToNoPatternOfTodayAlsoAfterARestart() {
        var rivers = List.of(near("water_level", 0), near("water_level", 10), near("water_level", 20));
        clock.set(at(0));
        for (var river : rivers) {
            sensing.store(new ObservationBatch("test").add(river.id(), at(-365 * 24), 4.6));
        }
        watches.forget();
        store(near("water_level", 30), 0.1, 3);
        assertThat(words("river-many")).isEmpty();
        store(rivers.get(0), 0.1, 4.6);
        store(rivers.get(1), 0.1, 4.6);
        store(rivers.get(2), 0.1, 4.6);

        assertThat(words("river-many")).containsExactly(Grade.BLUE);
    }

    @Test
    void aGroupIsDueThoughNobodyReportsAndAfterARestart() {
        var rivers = threeHighRivers();
        watches.forget();
        assertThat(timer.nextDueAt()).isBeforeOrEqualTo(at(0.5));
        clock.set(at(0.49));
        timer.fireDue();
        assertThat(words("river-many")).containsExactly(Grade.BLUE);
        clock.set(at(0.5));
        timer.fireDue();

        assertThat(words("river-many")).containsExactly(Grade.BLUE, Signal.State.UNKNOWN);
    }

    @Test
    void whatWasRolledBackIsNotRemembered() {
        var rivers = List.of(near("water_level", 0), near("water_level", 10), near("water_level", 20));
        store(rivers.get(0), 0, 4.6);
        store(rivers.get(1), 0, 4.6);
        var third = List.of(new StoredBatch.Series(rivers.get(2), List.of(reading(0.1, 4.6))));
        transaction.executeWithoutResult(status -> {
            assessment.onStored(new StoredBatch("b-group", at(0.1), third));
            status.setRollbackOnly();
        });
        assertThat(words("river-many")).isEmpty();
        store(rivers.get(2), 0.2, 4.6);

        assertThat(words("river-many")).containsExactly(Grade.BLUE);
    }

    @Test
    void aRuleThatIsTakenAwayTakesBackWhatItSaidAndRemembersNothing() {
        threeHighRivers();
        change("(?s)  - id: river-many.*?(?=  - id: rain-then-water)", "");
        clock.set(at(0.1));
        assertThat(timer.nextDueAt()).isBeforeOrEqualTo(at(0.1));
        timer.fireDue();
        timer.fireDue();

        assertThat(words("river-many")).containsExactly(Grade.BLUE, Signal.State.EASED);
        assertThat(said("river-many").get(1).measure().sentence()).contains("撤回");
        assertThat(remembered("flood:river-many:%")).isZero();
        assertThat(remembered("flood:rain-on-high-river:%"))
                .as("of a rule that stays")
                .isPositive();
    }

    @Test
    void aRuleThatIsGoneAfterARestartTakesBackWhatItSaid() {
        threeHighRivers();
        change("(?s)  - id: river-many.*?(?=  - id: rain-then-water)", "");
        watches.forget();
        clock.set(at(0.1));
        timer.fireDue();

        assertThat(words("river-many")).containsExactly(Grade.BLUE, Signal.State.EASED);
    }

    @Test
    void aRuleOfAnotherDangerTakesBackWhatItSaidOfTheFirstAndSpeaksAnew() {
        var rivers = threeHighRivers();
        change(
                "id: river-many\n    version: 1\n    danger: river-network",
                "id: river-many\n    version: 2\n    danger: backwater");
        store(rivers.get(0), 0.1, 4.6);

        assertThat(words("river-many")).containsExactly(Grade.BLUE, Signal.State.EASED, Grade.BLUE);
        assertThat(said("river-many"))
                .extracting(signal -> signal.origin().danger())
                .containsExactly("river-network", "river-network", "backwater");
    }

    private long remembered(String rules) {
        return jdbc.sql("select count(*) from assessment.group_memory where rule like ?")
                .param(rules)
                .query(Long.class)
                .single();
    }

    @Test
    void otherNumbersGoOnFromWhatIsKnown() {
        var rivers = List.of(near("water_level", 0), near("water_level", 10));
        rivers.forEach(river -> store(river, 0, 4.6));
        change("id: river-many\n    version: 1((.|\n)*?)least: 3", "id: river-many\n    version: 2$1least: 2");
        store(rivers.get(0), 0.1, 4.6);

        assertThat(words("river-many")).containsExactly(Grade.BLUE);
        assertThat(said("river-many").get(0).origin().version()).isEqualTo(2);
    }

    @Test
    void aNewRuleLearnsFromThePastSaysWhatStandsAndTheJournalHearsOfIt() {
        var rivers = threeHighRivers();
        change(
                "rules:",
                "rules:\n  - { id: newcomer, version: 1, danger: river-network, over: town, kind: kOfN, property: water_level, "
                        + "least: 3, within: PT1H, words: { name: 水位, nameEn: level, unit: 米 }, "
                        + "grades: [{ grade: BLUE, atLeast: 4 }] }");
        assertThat(timer.nextDueAt()).isBeforeOrEqualTo(clock.instant());
        timer.fireDue();
        house.settle();

        assertThat(words("newcomer")).containsExactly(Grade.BLUE);
        assertThat(journal.listAbout("flood:newcomer"))
                .filteredOn(entry -> entry.event() instanceof RuleEvent.Relearnt)
                .hasSize(1);
    }

    @Test
    void aThermometerThatDriftsFromItsNeighboursIsFlaggedAndNobodyIsWarned() {
        var good = List.of(near("temperature", 0), near("temperature", 500), near("temperature", 900));
        var bad = near("temperature", 1_000);
        var far = near("temperature", 9_000);
        for (int hour = 0; hour < 24 * 8; hour++) {
            double truth = 20 + 5 * Math.sin(hour / 4.0) + hour % 7 / 10.0;
            clock.set(at(hour));
            var batch = new ObservationBatch("test");
            good.forEach(stream -> batch.add(stream.id(), clock.instant(), truth));
            sensing.store(batch.add(bad.id(), clock.instant(), truth + 5).add(far.id(), clock.instant(), truth + 9));
        }

        assertThat(drift(bad)).isNotEmpty().allMatch(one -> one.rule().equals("devices:temperature-drift"));
        assertThat(drift(far)).isEmpty();
        assertThat(good).allSatisfy(stream -> assertThat(drift(stream)).isEmpty());
        assertThat(signals(bad)).isEmpty();
    }

    private List<Flagging> drift(Datastream stream) {
        return flags.list(stream.id(), EIGHT, at(24 * 30), 1_000).stream()
                .filter(one -> one.flag().equals("drift"))
                .toList();
    }

    @Test
    void aStreamInNoGroupRuleIsInNoGroup() {
        var device = near("battery", 0);
        store(device, 0, 50);

        assertThat(jdbc.sql("select count(*) from assessment.group_memory where place = ?")
                        .param(String.valueOf(device.id()))
                        .query(Long.class)
                        .single())
                .isZero();
    }
}
