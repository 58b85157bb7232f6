package io.chengyun.platform.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chengyun.kernel.Grade;
import io.chengyun.kernel.Malformed;
import io.chengyun.platform.access.Caller;
import io.chengyun.platform.access.Role;
import io.chengyun.platform.journal.Entry;
import io.chengyun.platform.sensing.Datastream;
import io.chengyun.platform.sensing.ObservationBatch;
import io.chengyun.platform.sensing.StoredBatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

class AssessmentTest extends AssessmentHouse {

    @Test
    void aCloudburstIsSignalledWithItsPlaceRuleAndSentence() {
        var gauge = stream("rainfall");
        store(gauge, 0, 61.6);

        var signal = signals(gauge).get(0);
        assertThat(signal.origin()).isEqualTo(new Signal.Origin("flood", "rain-1h", 1, "rainstorm"));
        assertThat(signal.grade()).isEqualTo(Grade.YELLOW);
        assertThat(signal.measure())
                .isEqualTo(new Signal.Measure(61.6, "mm", "1 小时 61.6 毫米，限值 50 毫米", "61.6 mm in 1 h, limit 50 mm"));
        assertThat(signal.source().town().value()).startsWith("310112").hasSize(9);
        assertThat(signal.source().grid().value())
                .startsWith(signal.source().town().value() + "G");
        assertThat(signal.at()).isEqualTo(EIGHT);
        assertThat(words(gauge)).containsExactly("rain-1h YELLOW", "rain-6h BLUE");
    }

    @Test
    void aSignalStandsInTheJournalAsItStandsInTheDrawer() {
        var gauge = stream("rainfall");
        store(gauge, 0, 40);
        house.settle();

        var signal = signals(gauge).get(0);
        assertThat(journal.listAbout(signal.id()))
                .singleElement()
                .extracting(Entry::type, Entry::event)
                .containsExactly("assessment.Given", new SignalEvent.Given(signal, EIGHT));
    }

    @Test
    void duplicatesAndAStreamWithoutRulesSayNothing() {
        var gauge = stream("rainfall");
        store(gauge, 0, 40);
        store(gauge, 0, 90);
        var device = stream("battery");
        store(device, 0, 41);

        assertThat(words(gauge)).containsExactly("rain-1h BLUE");
        assertThat(words(device)).isEmpty();
    }

    @Test
    void whatWasRolledBackIsNotRemembered() {
        var gauge = stream("rainfall");
        var heavy = new StoredBatch("b-test", EIGHT, List.of(new StoredBatch.Series(gauge, List.of(reading(0, 40)))));

        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    assessment.onStored(heavy);
                    throw new IllegalStateException("the database is gone");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(words(gauge)).isEmpty();

        store(gauge, 0, 40);
        assertThat(words(gauge)).containsExactly("rain-1h BLUE");
    }

    @Test
    void twoBatchesOfOneTransactionAreWeighedOneAfterTheOther() {
        var gauge = stream("rainfall");

        transaction.executeWithoutResult(status -> {
            assessment.onStored(new StoredBatch(
                    "b-1", EIGHT, List.of(new StoredBatch.Series(gauge, List.of(reading(0, 30))))));
            assessment.onStored(new StoredBatch(
                    "b-2", EIGHT, List.of(new StoredBatch.Series(gauge, List.of(reading(1, 30))))));
        });

        assertThat(words(gauge)).containsExactly("rain-6h BLUE");
    }

    @Test
    void silenceIsSignalledOnceAndItsEndOnce() {
        var probe = stream("water_depth");
        store(probe, 0, 0);
        assertThat(timer.nextDueAt()).isNotNull();

        clock.set(at(0.15));
        timer.fireDue();
        assertThat(words(probe)).isEmpty();
        for (int minute = 10; minute <= 60; minute += 10) {
            clock.set(at(minute / 60.0));
            timer.fireDue();
        }
        assertThat(words(probe)).containsExactly("depth-silent UNKNOWN");

        store(probe, 2, 0);
        timer.fireDue();
        assertThat(words(probe)).containsExactly("depth-silent UNKNOWN", "depth-silent EASED");
    }

    @Test
    void aStreamThatFellSilentWhileTheHouseWasDownIsNoticedAfterTheStart() {
        var probe = stream("water_depth");
        store(probe, 0, 0);
        clock.set(at(5));
        watches.forget();

        assertThat(timer.nextDueAt()).isBeforeOrEqualTo(at(5));
        timer.fireDue();
        assertThat(words(probe)).containsExactly("depth-silent UNKNOWN");
    }

    @Test
    void manyStreamsFallSilentInOneCallAndNoneTwice() {
        var probes = new ArrayList<Datastream>();
        for (int i = 0; i < 1_100; i++) {
            probes.add(stream("water_level"));
        }
        clock.set(at(0));
        var batch = new ObservationBatch("test");
        probes.forEach(probe -> batch.add(probe.id(), at(0), 2));
        sensing.store(batch);

        clock.set(at(1));
        timer.fireDue();
        timer.fireDue();
        house.settle();

        var own = probes.stream().map(Datastream::id).collect(Collectors.toSet());
        assertThat(journal.list(0, 100_000).stream()
                        .filter(entry -> entry.event() instanceof SignalEvent.Given given
                                && own.contains(given.now().source().stream())))
                .hasSize(1_100);
    }

    @Test
    void theRecordIsServedNewestFirstAndALimitOutOfRangeIsMalformed() {
        var gauge = stream("rainfall");
        store(gauge, 0, 40);
        store(gauge, 1, 0);
        var caller = new Caller("c-1", "甲", "A", Set.of(Role.COMMANDER), "D310112", null);
        var door = MockMvcTester.of(
                List.of(new AssessmentController(assessment, rules, sensing)),
                one -> one.setMessageConverters(new JacksonJsonHttpMessageConverter(json))
                        .setCustomArgumentResolvers(new GivenCaller(caller))
                        .build());

        assertThat(door.get().uri("/api/signals?limit=1"))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying(
                        "$.signals.length()", count -> count.assertThat().isEqualTo(1))
                .hasPathSatisfying(
                        "$.signals[0].state", state -> state.assertThat().isEqualTo("EASED"));
        assertThat(door.get().uri("/api/rules"))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying(
                        "$.rules[0].limits[3].value",
                        limit -> limit.assertThat().isEqualTo(100.0))
                .hasPathSatisfying(
                        "$.rules[0].measures", sum -> sum.assertThat().isEqualTo("DERIVED"))
                .hasPathSatisfying(
                        "$.rules[?(@.id=='underpass-depth')].measures",
                        depth -> depth.assertThat().asArray().containsExactly("VALUE"))
                .hasPathSatisfying(
                        "$.rules[0].sentence",
                        sentence -> sentence.assertThat().asString().contains("1 小时"));
        assertThatThrownBy(() -> new AssessmentController(assessment, rules, sensing).signals(0, caller))
                .isInstanceOf(Malformed.class);
    }
}
