package io.chengyun.platform.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.chengyun.kernel.Grade;
import io.chengyun.kernel.Malformed;
import io.chengyun.platform.SetClock;
import io.chengyun.platform.journal.Entry;
import io.chengyun.platform.journal.House;
import io.chengyun.platform.journal.Journal;
import io.chengyun.platform.place.Position;
import io.chengyun.platform.postgres.TestDatabase;
import io.chengyun.platform.sensing.Datastream;
import io.chengyun.platform.sensing.NewThing;
import io.chengyun.platform.sensing.ObservationBatch;
import io.chengyun.platform.sensing.Reading;
import io.chengyun.platform.sensing.Sensing;
import io.chengyun.platform.sensing.StoredBatch;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

@ApplicationModuleTest(
        mode = BootstrapMode.DIRECT_DEPENDENCIES,
        extraIncludes = {"postgres", "web"})
@ContextConfiguration(initializers = TestDatabase.class)
@TestPropertySource(
        properties = {
            "chengyun.place.district=../districts/minhang",
            "chengyun.scenario.path=../scenarios",
            "chengyun.assessment.keep-at-once=2"
        })
@Import(AssessmentTest.Hands.class)
class AssessmentTest {

    private static final Instant EIGHT = Instant.parse("2026-06-20T00:00:00Z");
    private static final AtomicInteger THINGS = new AtomicInteger();

    @TestConfiguration
    static class Hands {
        @Bean
        @Primary
        SetClock handClock() {
            return new SetClock(EIGHT);
        }
    }

    @Autowired
    Assessment assessment;

    @Autowired
    SilenceTimer timer;

    @Autowired
    Watches watches;

    @Autowired
    RuleBook rules;

    @Autowired
    Sensing sensing;

    @Autowired
    Journal journal;

    @Autowired
    House house;

    @Autowired
    SetClock clock;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JsonMapper json;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void atEight() {
        clock.set(EIGHT);
    }

    private Datastream stream(String property) {
        var code = property + "-" + THINGS.incrementAndGet();
        var thing = new NewThing(code, code, new Position(121.38, 31.11), List.of(NewThing.NewStream.of(property)));
        return sensing.register(thing).get(0);
    }

    private static Reading reading(double hours, double value) {
        return new Reading(at(hours), value);
    }

    private static Instant at(double hours) {
        return EIGHT.plus(Duration.ofMinutes(Math.round(hours * 60)));
    }

    private void store(Datastream stream, double hours, double value) {
        clock.set(at(hours));
        sensing.store(new ObservationBatch("test").add(stream.id(), at(hours), value));
    }

    /** Stores readings in one batch, in a house that has just been started. */
    private void feed(Datastream stream, List<Reading> readings) {
        watches.forget();
        var batch = new ObservationBatch("test");
        readings.forEach(reading -> batch.add(stream.id(), reading.at(), reading.value()));
        clock.set(readings.get(readings.size() - 1).at());
        sensing.store(batch);
    }

    private List<Signal> signals(Datastream stream) {
        var newestFirst = new ArrayList<>(assessment.listSignals(1_000));
        Collections.reverse(newestFirst);
        return newestFirst.stream()
                .filter(signal -> signal.source().stream() == stream.id())
                .toList();
    }

    private List<String> words(Datastream stream) {
        return signals(stream).stream()
                .map(signal ->
                        signal.origin().rule() + " " + (signal.grade() == null ? signal.state() : signal.grade()))
                .toList();
    }

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
        var thermometer = stream("temperature");
        store(thermometer, 0, 41);

        assertThat(words(gauge)).containsExactly("rain-1h BLUE");
        assertThat(words(thermometer)).isEmpty();
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
    void aRestartInTheMiddleGivesTheSameSignalsAsOneRun() {
        var random = new Random(6);
        var readings = new ArrayList<Reading>();
        for (int hour = 0; hour < 200; hour++) {
            if (random.nextInt(20) > 0) {
                readings.add(reading(hour, random.nextInt(4) == 0 ? random.nextInt(120) : random.nextInt(10)));
            }
        }
        var whole = stream("rainfall");
        var halved = stream("rainfall");

        feed(whole, readings);
        for (int from = 0; from < readings.size(); from += 7) {
            feed(halved, readings.subList(from, Math.min(from + 7, readings.size())));
        }

        assertThat(words(whole)).hasSizeGreaterThan(20);
        assertThat(words(halved)).isEqualTo(words(whole));
        assertThat(signals(halved))
                .extracting(Signal::measure, Signal::at)
                .isEqualTo(signals(whole).stream()
                        .map(signal -> tuple(signal.measure(), signal.at()))
                        .toList());
    }

    /** Stores a reading now, whenever it was made, a second after the last: nothing is written down for its age. */
    private void storeNow(Datastream stream, double hours, double value) {
        clock.set(clock.instant().plusSeconds(1));
        sensing.store(new ObservationBatch("test").add(stream.id(), at(hours), value));
    }

    private Instant writtenDown(Datastream stream) {
        return jdbc.sql("select known_at from assessment.memory where stream = ?")
                .param(stream.id())
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .single();
    }

    @Test
    void whatWasNotYetWrittenDownIsCaughtUpFromTheObservations() {
        clock.set(at(20));
        var gauge = stream("rainfall");
        storeNow(gauge, 0, 10);
        var first = writtenDown(gauge);
        storeNow(gauge, 1, 20);
        storeNow(gauge, 2, 15);
        assertThat(writtenDown(gauge)).as("only the first was written down").isEqualTo(first);
        watches.forget();
        storeNow(gauge, 3, 10);

        assertThat(words(gauge)).containsExactly("rain-6h BLUE");
        assertThat(signals(gauge).get(0).measure().value()).isEqualTo(55);
    }

    @Test
    void whatARuleSaidIsNotSaidAgainAfterARestart() {
        clock.set(at(20));
        var gauge = stream("rainfall");
        storeNow(gauge, 0, 10);
        storeNow(gauge, 1, 45);
        watches.forget();
        storeNow(gauge, 2, 0);

        assertThat(words(gauge)).containsExactly("rain-1h BLUE", "rain-6h BLUE", "rain-1h EASED");
    }

    @Test
    void whatGrowsOldIsWrittenDownABoundedNumberAtATime() {
        clock.set(at(20));
        watches.forget(); // with it what other tests left to be written down
        var gauges = List.of(stream("rainfall"), stream("rainfall"), stream("rainfall"));
        gauges.forEach(gauge -> storeNow(gauge, 0, 1));
        gauges.forEach(gauge -> storeNow(gauge, 1, 1));
        clock.set(clock.instant().plusSeconds(60));
        storeNow(gauges.get(0), 2, 1);

        // two at once are allowed here: the first with its newest, the second as it was, the third waits
        assertThat(writtenDown(gauges.get(0))).isEqualTo(clock.instant());
        assertThat(jdbc.sql("select count(*) from assessment.memory where newest_at = ? and stream = any(?)")
                        .params(
                                Timestamp.from(at(1)),
                                gauges.stream().map(Datastream::id).toArray(Long[]::new))
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aRuleThatIsNewToAStreamLearnsFromItsPastAndNoticesThatItIsSilent() {
        var probe = stream("water_depth");
        store(probe, 0, 0);
        jdbc.sql("delete from assessment.memory where stream = ?")
                .param(probe.id())
                .update();
        watches.forget();
        clock.set(at(5));
        timer.fireDue();

        assertThat(words(probe)).containsExactly("depth-silent UNKNOWN");
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

        assertThat(journal.list(0, 100_000).stream()
                        .filter(entry -> entry.event() instanceof SignalEvent.Given given
                                && given.now().source().property().equals("water_level")))
                .hasSize(1_100);
    }

    @Test
    void theRecordIsServedNewestFirstAndALimitOutOfRangeIsMalformed() {
        var gauge = stream("rainfall");
        store(gauge, 0, 40);
        store(gauge, 1, 0);
        var door = MockMvcTester.of(
                List.of(new AssessmentController(assessment, rules)),
                one -> one.setMessageConverters(new JacksonJsonHttpMessageConverter(json))
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
                        limit -> limit.assertThat().isEqualTo(100.0));
        assertThatThrownBy(() -> new AssessmentController(assessment, rules).signals(0))
                .isInstanceOf(Malformed.class);
    }

    @Test
    void everyKindOfStateIsReadBackAsItWasSaved() {
        var probe = stream("water_depth");
        feed(probe, List.of(reading(0, 30)));
        feed(probe, List.of(reading(5 / 60.0, 30)));
        feed(probe, List.of(reading(10 / 60.0, 22), reading(15 / 60.0, 19)));
        feed(probe, List.of(reading(15 / 60.0, 40)));

        assertThat(words(probe)).containsExactly("underpass-depth RED", "underpass-depth YELLOW");
    }
}
