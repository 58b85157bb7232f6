package io.chengyun.platform.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import io.chengyun.platform.scenario.RulesReader;
import io.chengyun.platform.scenario.Scenario;
import io.chengyun.platform.scenario.Scenarios;
import io.chengyun.platform.sensing.Datastream;
import io.chengyun.platform.sensing.ObservationBatch;
import io.chengyun.platform.sensing.quality.QualityFlags;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** An observation that was corrected: rules say what they would have said, had it come so, and nothing else. */
@TestPropertySource(properties = "chengyun.sensing.duplicates=last")
class CorrectionTest extends AssessmentHouse {

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

    /** Sends an observation again, at a later time. */
    private void correct(Datastream stream, double now, double hours, double value) {
        clock.set(at(now));
        assertThat(sensing.store(new ObservationBatch("test").add(stream.id(), at(hours), value))
                        .stored())
                .isOne();
    }

    /** What was said of the depth, not of silence. */
    private List<String> depths(Datastream probe) {
        return words(probe).stream()
                .filter(word -> word.startsWith("underpass-depth"))
                .toList();
    }

    private void erase(Datastream stream, double hours) {
        sensing.alter(List.of(stream.id()), () -> {
            jdbc.sql("delete from sensing.observation where datastream_id = ? and phenomenon_at = ?::timestamptz")
                    .params(stream.id(), at(hours).toString())
                    .update();
            jdbc.sql("delete from sensing.latest where datastream_id = ?")
                    .param(stream.id())
                    .update();
            jdbc.sql("insert into sensing.latest (datastream_id, phenomenon_at, result)"
                            + " select datastream_id, phenomenon_at, result from sensing.observation"
                            + " where datastream_id = ? order by phenomenon_at desc limit 1")
                    .param(stream.id())
                    .update();
            return Map.of(stream.id(), List.of(at(hours)));
        });
    }

    /** Deep water for six minutes, which is long enough. */
    private Datastream flooded() {
        var probe = stream("water_depth");
        store(probe, 0, 30);
        store(probe, 0.1, 30);
        assertThat(words(probe)).containsExactly("underpass-depth RED");
        return probe;
    }

    @Test
    void anAlarmOfValuesThatWereNoneIsTakenBackWithTheReason() {
        var probe = flooded();
        correct(probe, 0.2, 0.1, 0);

        assertThat(words(probe)).containsExactly("underpass-depth RED", "underpass-depth EASED");
        var last = signals(probe).get(1);
        assertThat(last.measure().sentence()).startsWith("观测已更正，此前的判定撤回");
        assertThat(last.measure().sentenceEn()).startsWith("taken back, as observations were corrected");
        assertThat(last.at()).isEqualTo(at(0.1));
    }

    @Test
    void aValueThatTurnsOutToBeBeyondALimitWarns() {
        var probe = stream("water_depth");
        store(probe, 0, 0);
        store(probe, 0.1, 30);
        correct(probe, 0.2, 0, 30);

        assertThat(words(probe)).containsExactly("underpass-depth RED");
        assertThat(signals(probe).get(0).at()).isEqualTo(at(0.1));
    }

    @Test
    void aValueThatCameAfterTheCorrectedOneDecides() {
        var probe = stream("water_depth");
        store(probe, 0, 0);
        store(probe, 0.1, 30);
        store(probe, 0.2, 0);
        correct(probe, 0.3, 0, 30);

        assertThat(words(probe)).isEmpty();
    }

    @Test
    void theSameSentAgainIsNoNewsNorIsAnotherThatChangesNothing() {
        var probe = flooded();
        correct(probe, 0.2, 0.1, 30);
        correct(probe, 0.3, 0.1, 31);

        assertThat(depths(probe)).containsExactly("underpass-depth RED");
    }

    @Test
    void whatStoodBeforeTheCorrectedObservationStillStands() {
        var probe = flooded();
        for (int i = 2; i <= 6; i++) {
            store(probe, i / 10.0, 22);
        }
        // held by its clear limit only: a rule that began an hour ago would say yellow
        correct(probe, 0.7, 0.6, 21);

        assertThat(depths(probe)).containsExactly("underpass-depth RED");
        correct(probe, 0.8, 0.6, 19);
        assertThat(depths(probe)).containsExactly("underpass-depth RED", "underpass-depth YELLOW");
    }

    /** A rule that looks back at nothing and asks for six hours, on a property of which no other rule knows. */
    private Datastream sour() {
        var rule = "rules:\n  - { id: sour, version: 1, danger: gale, property: so2, kind: threshold, "
                + "words: { name: 二氧化硫, nameEn: sulphur dioxide, unit: 微克每立方米 }, "
                + "grades: [{ grade: BLUE, atLeast: 100, clear: 80, minimum: PT6H }] }";
        var rules = scenarios.folderRules("flood").replaceFirst("rules:", rule);
        scenarios.replace(reader.revised(folder, folder.version() + 1, rules, List.of()));
        var gauge = stream("so2");
        for (int hour = 0; hour <= 6; hour++) {
            store(gauge, hour, 120);
        }
        assertThat(words(gauge)).containsExactly("sour BLUE");
        return gauge;
    }

    @Test
    void aDangerThatMustLastHasLastedSinceBeforeTheCorrectedObservation() {
        var gauge = sour();
        correct(gauge, 6.5, 6, 130);

        assertThat(words(gauge)).containsExactly("sour BLUE");
    }

    @Test
    void aDangerThatIsHeldByItsClearLimitOnlyIsStillHeld() {
        var gauge = sour();
        for (int hour = 7; hour <= 20; hour++) {
            store(gauge, hour, 90);
        }
        correct(gauge, 20.5, 20, 91);

        assertThat(words(gauge)).containsExactly("sour BLUE");
    }

    @Test
    void aSumOverAnHourIsMadeOfTheCorrectedValues() {
        var gauge = stream("rainfall");
        store(gauge, 0, 20);
        store(gauge, 0.5, 20);
        correct(gauge, 0.6, 0, 2);

        assertThat(words(gauge)).containsExactly("rain-1h BLUE", "rain-1h EASED");
        store(gauge, 0.75, 10);
        assertThat(words(gauge)).hasSize(2);
        store(gauge, 0.8, 10);
        assertThat(words(gauge)).containsExactly("rain-1h BLUE", "rain-1h EASED", "rain-1h BLUE");
    }

    @Test
    void aRuleGoesOnFromTheCorrectionAlsoAfterARestart() {
        var probe = flooded();
        correct(probe, 0.15, 0.1, 0);
        watches.forget();
        store(probe, 0.2, 30);
        assertThat(words(probe)).containsExactly("underpass-depth RED", "underpass-depth EASED");
        store(probe, 0.3, 30);

        assertThat(words(probe)).containsExactly("underpass-depth RED", "underpass-depth EASED", "underpass-depth RED");
    }

    @Test
    void anObservationThatIsDeletedWarnsNoLonger() {
        var probe = flooded();
        erase(probe, 0);

        assertThat(words(probe)).containsExactly("underpass-depth RED", "underpass-depth EASED");
    }

    @Test
    void aStreamWhoseNewestWasDeletedMayStillFallSilent() {
        var probe = stream("water_depth");
        store(probe, 0, 0);
        store(probe, 0.1, 0);
        erase(probe, 0.1);
        clock.set(at(3));
        timer.fireDue();

        assertThat(words(probe)).containsExactly("depth-silent UNKNOWN");
    }

    @Test
    void aCorrectionOfWhatIsLongPastIsNoNews() {
        var probe = stream("water_depth");
        store(probe, 0, 0);
        store(probe, 0.1, 30);
        correct(probe, 8 * 24, 0, 30);

        assertThat(words(probe)).isEmpty();
    }

    @Test
    void flagsOfAValueThatIsAnotherNowGoAndOthersStay() {
        var probe = stream("water_depth");
        store(probe, 0, 290);
        assertThat(flagsOf(probe)).containsExactly("out_of_range");
        correct(probe, 0.1, 0, 2);
        assertThat(flagsOf(probe)).isEmpty();
        correct(probe, 0.2, 0, 291);
        assertThat(flagsOf(probe)).containsExactly("out_of_range");
    }

    private List<String> flagsOf(Datastream stream) {
        Instant from = EIGHT.minus(Duration.ofDays(1));
        return flags.list(stream.id(), from, at(24), 100).stream()
                .map(QualityFlags.Flagging::flag)
                .toList();
    }
}
