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

    private void change(String from, String to) {
        var text = scenarios.folderRules("flood").replaceFirst(from, to);
        scenarios.replace(reader.revised(folder, folder.version() + 1, text, List.of()));
    }

    @Test
    void aLimitChangedWhileAWindowIsHalfFullHoldsAsIfItAlwaysHad() {
        var gauge = stream("rainfall");
        store(gauge, 0, 15);
        store(gauge, 1, 15);
        store(gauge, 2, 5);
        assertThat(words(gauge)).isEmpty();

        change("id: rain-6h\n    version: 1((.|\n)*?)over: 50", "id: rain-6h\n    version: 2$1over: 39");
        store(gauge, 3, 5);

        assertThat(words(gauge)).containsExactly("rain-6h BLUE");
        assertThat(signals(gauge).get(0).measure().value()).isEqualTo(40);
        assertThat(signals(gauge).get(0).origin().version()).isEqualTo(2);
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
}
