package io.chengyun.platform.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import io.chengyun.platform.scenario.RulesReader;
import io.chengyun.platform.scenario.Scenario;
import io.chengyun.platform.scenario.Scenarios;
import io.chengyun.platform.sensing.Datastream;
import io.chengyun.platform.sensing.ObservationBatch;
import io.chengyun.platform.sensing.quality.QualityEvent;
import io.chengyun.platform.sensing.quality.QualityFlags;
import io.chengyun.platform.sensing.quality.QualityFlags.Flagging;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** What comes a week late or more is stored and flagged, and is no danger today; what comes late within the week is. */
// a house of its own: its stamps stay a year ahead
@TestPropertySource(properties = "chengyun.assessment.keep-at-once=3")
class LateNewsTest extends AssessmentHouse {

    private static final double WEEK = 7 * 24;
    private static final double YEAR = 365 * 24;

    @Autowired
    QualityFlags flags;

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

    /** Stores a reading that arrives when the clock shows this. */
    private void arrive(Datastream stream, double now, double hours, double value) {
        clock.set(at(now));
        assertThat(sensing.store(new ObservationBatch("test").add(stream.id(), at(hours), value))
                        .stored())
                .isOne();
    }

    private List<Flagging> flags(Datastream stream) {
        return flags.list(stream.id(), EIGHT.minus(Duration.ofDays(400)), at(YEAR), 1_000).stream()
                .filter(one -> one.flag().equals("late"))
                .toList();
    }

    @Test
    void aClockThatIsAYearOffWarnsNobodyAndItsObservationIsStoredAndFlagged() {
        var gauge = stream("rainfall");
        arrive(gauge, 0, -YEAR, 90);
        timer.fireDue();
        house.settle();

        assertThat(words(gauge)).isEmpty();
        assertThat(flags(gauge)).singleElement().satisfies(one -> {
            assertThat(one.phenomenonAt()).isEqualTo(at(-YEAR));
            assertThat(one.rule()).isEqualTo("late");
        });
        assertThat(journal.list(0, 100_000))
                .filteredOn(entry ->
                        entry.event() instanceof QualityEvent.Flagged flagged && flagged.now().stream() == gauge.id())
                .hasSize(1);
    }

    @Test
    void whatIsLateWithinAWeekStillWarnsAndIsNotFlagged() {
        var gauge = stream("rainfall");
        arrive(gauge, WEEK, 0, 40);

        assertThat(words(gauge)).containsExactly("rain-1h BLUE");
        assertThat(flags(gauge)).isEmpty();
    }

    @Test
    void aSecondMoreThanAWeekIsTooLate() {
        var gauge = stream("rainfall");
        clock.set(at(WEEK).plusSeconds(1));
        sensing.store(new ObservationBatch("test").add(gauge.id(), at(0), 40));

        assertThat(words(gauge)).isEmpty();
        assertThat(flags(gauge)).hasSize(1);
    }

    @Test
    void ofOneBatchOnlyWhatIsNewsIsWeighed() {
        var probe = stream("water_depth");
        clock.set(at(0.2));
        sensing.store(new ObservationBatch("test")
                .add(probe.id(), at(-YEAR), 30)
                .add(probe.id(), at(-YEAR + 0.1), 30)
                .add(probe.id(), at(0), 1)
                .add(probe.id(), at(0.1), 1));

        assertThat(words(probe)).containsExactly("underpass-depth YELLOW");
        assertThat(flags(probe)).hasSize(2);
    }

    @Test
    void aRuleGoesOnAsIfItHadNotComeAlsoAfterARestart() {
        var quiet = stream("water_depth");
        var disturbed = stream("water_depth");
        for (var probe : List.of(quiet, disturbed)) {
            for (int step = 0; step < 12; step++) {
                if (probe == disturbed && step % 3 == 1) {
                    arrive(probe, step / 12.0, step - YEAR, step % 2 * 50);
                }
                if (probe == disturbed && step % 4 == 2) {
                    watches.forget();
                }
                arrive(probe, step / 12.0, step / 12.0, step < 4 ? 30 : step < 8 ? 10 : 0);
            }
        }

        assertThat(words(quiet))
                .containsExactly("underpass-depth RED", "underpass-depth YELLOW", "underpass-depth EASED");
        assertThat(words(disturbed)).isEqualTo(words(quiet));
    }

    @Test
    void aStreamOfWhichOnlyOldNewsCameIsNotSilentAndADangerIsHeardThen() {
        var probe = stream("water_depth");
        arrive(probe, 0, -YEAR, 30);
        watches.forget();
        clock.set(at(5));
        timer.fireDue();
        assertThat(words(probe)).isEmpty();
        arrive(probe, 5, 5, 30);
        arrive(probe, 5.1, 5.1, 30);

        assertThat(words(probe)).containsExactly("underpass-depth RED");
    }

    @Test
    void aHouseWhoseClockWasAYearAheadIsNotDeafWhenItIsSetRight() {
        var gauge = stream("rainfall");
        arrive(gauge, YEAR, YEAR - 1, 1);
        var other = stream("rainfall");
        arrive(other, 0, 0, 10);
        watches.forget();
        arrive(other, 0.5, 0.5, 30);

        assertThat(words(other)).containsExactly("rain-1h BLUE");
        assertThat(flags(other)).isEmpty();
    }

    @Test
    void historyThatIsBroughtInIsNoNewsButWhatARuleLearnsFrom() {
        var folderRules = scenarios.folderRules("flood");
        var baseline =
                "rules:\n  - { id: warm, version: 1, danger: gale, property: temperature, kind: baseline, weeks: 3, "
                        + "words: { name: 气温, nameEn: temperature, unit: 摄氏度 } }";
        scenarios.replace(
                reader.revised(folder, folder.version() + 1, folderRules.replaceFirst("rules:", baseline), List.of()));
        var thermometer = stream("temperature");
        clock.set(at(0));
        var history = new ObservationBatch("test");
        for (int hour = -8 * 7 * 24; hour < -24 * 7; hour++) {
            history.add(thermometer.id(), at(hour), 20 + Math.floorMod(hour, 5) / 10.0 + (hour == -300 ? 50 : 0));
        }
        sensing.store(history);
        assertThat(words(thermometer)).as("a hot hour two weeks ago").isEmpty();
        for (int hour = 0; hour < 4; hour++) {
            arrive(thermometer, hour, hour, 45);
        }

        assertThat(words(thermometer)).as("known to be unusual").hasSize(1);
    }
}
