package io.chengyun.platform.assessment;

import io.chengyun.platform.SetClock;
import io.chengyun.platform.journal.House;
import io.chengyun.platform.journal.Journal;
import io.chengyun.platform.place.Position;
import io.chengyun.platform.postgres.TestDatabase;
import io.chengyun.platform.sensing.Datastream;
import io.chengyun.platform.sensing.NewThing;
import io.chengyun.platform.sensing.ObservationBatch;
import io.chengyun.platform.sensing.Sensing;
import io.chengyun.platform.sensing.StoredBatch.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The module with real rules and a real database, and hands to feed it. */
@ApplicationModuleTest(
        mode = BootstrapMode.DIRECT_DEPENDENCIES,
        extraIncludes = {"postgres", "web", "access"})
@ContextConfiguration(initializers = TestDatabase.class)
@TestPropertySource(
        properties = {
            "chengyun.place.district=../districts/minhang",
            "chengyun.scenario.path=../scenarios",
            "chengyun.assessment.keep-at-once=2"
        })
@Import(AssessmentHouse.Hands.class)
public abstract class AssessmentHouse {

    protected static final Instant EIGHT = Instant.parse("2026-06-20T00:00:00Z");
    private static final AtomicInteger THINGS = new AtomicInteger();

    @TestConfiguration
    protected static class Hands {
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
    protected Sensing sensing;

    @Autowired
    protected Journal journal;

    @Autowired
    protected House house;

    @Autowired
    protected SetClock clock;

    @Autowired
    protected TransactionTemplate transaction;

    @Autowired
    protected JsonMapper json;

    @Autowired
    protected JdbcClient jdbc;

    @BeforeEach
    protected void atEight() {
        clock.set(EIGHT);
    }

    protected Datastream stream(String property) {
        var code = property + "-" + THINGS.incrementAndGet();
        var thing = new NewThing(code, code, new Position(121.38, 31.11), List.of(NewThing.NewStream.of(property)));
        return sensing.register(thing).get(0);
    }

    protected static Reading reading(double hours, double value) {
        return new Reading(at(hours), value);
    }

    protected static Instant at(double hours) {
        return EIGHT.plus(Duration.ofMinutes(Math.round(hours * 60)));
    }

    protected void store(Datastream stream, double hours, double value) {
        clock.set(at(hours));
        sensing.store(new ObservationBatch("test").add(stream.id(), at(hours), value));
    }

    /** Stores readings in one batch, in a house that has just been started. */
    protected void feed(Datastream stream, List<Reading> readings) {
        watches.forget();
        var batch = new ObservationBatch("test");
        readings.forEach(reading -> batch.add(stream.id(), reading.at(), reading.value()));
        clock.set(readings.get(readings.size() - 1).at());
        sensing.store(batch);
    }

    protected List<Signal> signals(Datastream stream) {
        var newestFirst = new ArrayList<>(assessment.listSignals(1_000));
        Collections.reverse(newestFirst);
        return newestFirst.stream()
                .filter(signal -> signal.source().stream() == stream.id())
                .toList();
    }

    protected List<String> words(Datastream stream) {
        return signals(stream).stream()
                .map(signal ->
                        signal.origin().rule() + " " + (signal.grade() == null ? signal.state() : signal.grade()))
                .toList();
    }
}
