package io.chengyun.platform.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import io.chengyun.platform.journal.Entry;
import io.chengyun.platform.scenario.RulesReader;
import io.chengyun.platform.scenario.Scenario;
import io.chengyun.platform.scenario.Scenarios;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Rules change while the house runs, and nothing that was known is lost. */
class RuleChangeTest extends AssessmentHouse {

    @Autowired
    Scenarios scenarios;

    @Autowired
    RulesReader reader;

    private Scenario folder;

    @BeforeEach
    void remember() {
        folder = scenarios.get("flood");
    }

    @AfterEach
    void putBack() {
        scenarios.replace(folder);
    }

    /** Changes the rules of single streams; those of several, which name others of the file, are left out. */
    private void change(String from, String to) {
        var text = scenarios
                .folderRules("flood")
                .replaceFirst("(?s)  # A rule with over: .*", "")
                .replaceFirst(from, to);
        scenarios.replace(reader.revised(folder, folder.version() + 1, text, List.of()));
    }

    @Test
    void aLimitChangedWhileAWindowIsHalfFullHoldsAsIfItAlwaysHad() {
        var gauge = stream("rainfall");
        store(gauge, 0, 15);
        store(gauge, 1, 15);
        store(gauge, 2, 5);
        assertThat(words(gauge)).isEmpty();

        change("id: rain-6h\n    version: 2((.|\n)*?)over: 50", "id: rain-6h\n    version: 3$1over: 39");
        store(gauge, 3, 5);

        assertThat(words(gauge)).containsExactly("rain-6h BLUE");
        assertThat(signals(gauge).get(0).measure().value()).isEqualTo(40);
        assertThat(signals(gauge).get(0).origin().version()).isEqualTo(3);
    }

    @Test
    void aBiggerWindowIsFilledFromHistory() {
        var gauge = stream("rainfall");
        store(gauge, 0, 20);
        store(gauge, 1, 0);
        store(gauge, 7, 20);
        change("window: PT6H", "window: PT9H");
        store(gauge, 8, 11);

        assertThat(words(gauge)).containsExactly("rain-6h BLUE");
        assertThat(signals(gauge).get(0).measure().value()).isEqualTo(51);
    }

    @Test
    void whatWasSaidIsNotSaidAgainUnderNewNumbers() {
        var gauge = stream("rainfall");
        store(gauge, 0, 40);
        change("id: rain-1h\n    version: 1", "id: rain-1h\n    version: 2");
        store(gauge, 0.5, 1);
        store(gauge, 2, 0);

        assertThat(words(gauge)).containsExactly("rain-1h BLUE", "rain-1h EASED");
        assertThat(signals(gauge).get(1).origin().version()).isEqualTo(2);
    }

    @Test
    void aRuleOfAnotherKindLearnsAnewAndTheJournalSaysOfHowManyStreams() {
        var gauge = stream("rainfall");
        store(gauge, 0, 1);
        change(
                "id: rain-1h\n    version: 1((.|\n)*?)kind: windowSum\n    window: PT1H",
                "id: rain-1h\n    version: 7$1kind: threshold");
        store(gauge, 1, 40);
        house.settle();

        assertThat(words(gauge)).containsExactly("rain-1h BLUE");
        assertThat(journal.listAbout("flood:rain-1h").stream().map(Entry::event))
                .filteredOn(event -> event instanceof RuleEvent.Relearnt relearnt
                        && relearnt.now().version() == 7
                        && relearnt.streams() >= 1)
                .hasSize(1);
    }

    @Test
    void aNewRuleNoticesAtOnceThatAStreamHasLongBeenSilent() {
        var thermometer = stream("temperature");
        store(thermometer, 0, 20);
        clock.set(at(30));
        change(
                "rules:",
                "rules:\n  - { id: cold-silent, version: 1, danger: gale, property: temperature, kind: silence, "
                        + "intervals: 2, words: { name: 气温, nameEn: temperature, unit: 摄氏度 } }");
        assertThat(timer.nextDueAt()).isBeforeOrEqualTo(at(30));
        timer.fireDue();

        assertThat(words(thermometer)).containsExactly("cold-silent UNKNOWN");
    }

    private static final String RAIN_1H = "  - id: rain-1h(.|\n)*?(?=  - id: rain-6h)";

    @Test
    void aRaisedLimitEasesAtTheNextReadingAGradeThatStood() {
        var probe = stream("water_level");
        store(probe, 0, 4.6);
        store(probe, 10 / 60.0, 4.6);
        change(
                "id: river-level\n    version: 1((.|\n)*?)4.55, clear: 4.45",
                "id: river-level\n    version: 2$14.75, clear: 4.7");
        store(probe, 15 / 60.0, 4.6);

        assertThat(words(probe)).containsExactly("river-level BLUE", "river-level EASED");
        assertThat(signals(probe).get(1).origin().version()).isEqualTo(2);
    }

    @Test
    void aLoweredLimitMakesAGradeThatStandsGraverAtTheNextReading() {
        var probe = stream("water_level");
        store(probe, 0, 4.8);
        store(probe, 10 / 60.0, 4.8);
        change(
                "id: river-level\n    version: 1((.|\n)*?)4.91, clear: 4.81",
                "id: river-level\n    version: 2$14.7, clear: 4.6");
        store(probe, 15 / 60.0, 4.8);
        store(probe, 25 / 60.0, 4.8);

        assertThat(words(probe)).containsExactly("river-level BLUE", "river-level YELLOW");
        assertThat(signals(probe).get(1).origin().version()).isEqualTo(2);
    }

    @Test
    void aRuleThatIsTakenOutTakesBackWhatItSaid() {
        var gauge = stream("rainfall");
        var quiet = stream("rainfall");
        store(gauge, 0, 40);
        store(quiet, 0, 1);
        change(RAIN_1H, "");
        clock.set(at(0.5));
        assertThat(timer.nextDueAt()).isBeforeOrEqualTo(at(0.5));
        timer.fireDue();

        assertThat(words(gauge)).containsExactly("rain-1h BLUE", "rain-1h EASED");
        assertThat(words(quiet)).isEmpty();
        var withdrawn = signals(gauge).get(1);
        assertThat(withdrawn.at()).isEqualTo(at(0.5));
        assertThat(withdrawn.measure().sentence()).contains("撤回", "40");
        timer.fireDue();
        assertThat(words(gauge)).as("taken back once").hasSize(2);
    }

    @Test
    void aRuleThatIsTakenOutAndPutBackRemembersNothingThatItTookBack() {
        var gauge = stream("rainfall");
        store(gauge, 0, 40);
        change(RAIN_1H, "");
        timer.fireDue();
        watches.forget();
        scenarios.replace(folder);
        store(gauge, 0.5, 1);

        assertThat(words(gauge)).containsExactly("rain-1h BLUE", "rain-1h EASED", "rain-1h BLUE");
    }

    @Test
    void aRuleThatIsPutBackBeforeItsStreamSpokeAgainRemembersNothingThatItTookBack() {
        var gauge = stream("rainfall");
        store(gauge, 0, 40);
        change(RAIN_1H, "");
        store(stream("rainfall"), 0.2, 1);
        scenarios.replace(folder);
        store(gauge, 0.5, 1);

        assertThat(words(gauge)).containsExactly("rain-1h BLUE", "rain-1h EASED", "rain-1h BLUE");
    }

    @Test
    void aRuleThatGoesByAnotherNameSaysUnderItWhatStillStands() {
        var gauge = stream("rainfall");
        store(gauge, 0, 40);
        change("id: rain-1h\n    version: 1", "id: rain-hourly\n    version: 1");
        store(gauge, 0.5, 1);
        house.settle();

        assertThat(words(gauge)).containsExactly("rain-1h BLUE", "rain-1h EASED", "rain-hourly BLUE");
        assertThat(signals(gauge).get(2).measure().value()).as("from history").isEqualTo(41);
        assertThat(journal.listAbout("flood:rain-hourly").stream().map(Entry::event))
                .hasOnlyElementsOfType(RuleEvent.Relearnt.class)
                .isNotEmpty();
    }

    @Test
    void aRuleOfAnotherKindOrDangerTakesBackWhatItSaidAndSpeaksAnew() {
        var gauge = stream("rainfall");
        store(gauge, 0, 40);
        change(
                "id: rain-1h\n    version: 1\n    danger: rainstorm",
                "id: rain-1h\n    version: 2\n    danger: waterlogging");
        store(gauge, 0.5, 1);

        assertThat(words(gauge)).containsExactly("rain-1h BLUE", "rain-1h EASED", "rain-1h BLUE");
        assertThat(signals(gauge))
                .extracting(signal -> signal.origin().danger())
                .containsExactly("rainstorm", "rainstorm", "waterlogging");
    }

    @Test
    void aRuleThatIsGoneAfterARestartTakesBackWhatItSaid() {
        var gauge = stream("rainfall");
        store(gauge, 0, 40);
        change("(?s)  - id: rain-1h.*?(?=  - id: underpass-depth)", "");
        watches.forget();
        assertThat(timer.nextDueAt()).isBeforeOrEqualTo(at(0));
        timer.fireDue();

        assertThat(words(gauge)).containsExactly("rain-1h BLUE", "rain-1h EASED");
        assertThat(jdbc.sql("select count(*) from assessment.memory where stream = ?"
                                + " and position('flood:'::bytea in words) > 0")
                        .param(gauge.id())
                        .query(Long.class)
                        .single())
                .isZero();
    }
}
