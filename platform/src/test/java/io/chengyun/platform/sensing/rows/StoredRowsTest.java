package io.chengyun.platform.sensing.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chengyun.kernel.AreaCode;
import io.chengyun.kernel.Malformed;
import io.chengyun.kernel.Refused;
import io.chengyun.platform.SetClock;
import io.chengyun.platform.access.Caller;
import io.chengyun.platform.access.Role;
import io.chengyun.platform.journal.House;
import io.chengyun.platform.journal.Journal;
import io.chengyun.platform.place.Position;
import io.chengyun.platform.postgres.TestDatabase;
import io.chengyun.platform.sensing.NewThing;
import io.chengyun.platform.sensing.ObservationBatch;
import io.chengyun.platform.sensing.Sensing;
import io.chengyun.platform.sensing.SensingRefusal;
import io.chengyun.proof.Statement;
import io.chengyun.proof.observation.BatchRows;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;

/** The rows behind a batch's digest, on a real database. */
@ApplicationModuleTest(
        module = "sensing",
        mode = BootstrapMode.DIRECT_DEPENDENCIES,
        extraIncludes = {"postgres", "web"})
@ContextConfiguration(initializers = TestDatabase.class)
@TestPropertySource(properties = "chengyun.place.district=../districts/minhang")
@Import(StoredRowsTest.Now.class)
class StoredRowsTest {

    private static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");
    private static final AtomicInteger THINGS = new AtomicInteger();
    private static final Caller COMMANDER =
            new Caller("commander", "指挥员", "Commander", Set.of(Role.COMMANDER), "D310112", null);
    private static final Caller OF_A_TOWN =
            new Caller("h-1", "处置员", "Handler", Set.of(Role.HANDLER), "T310112101", new AreaCode("310112101"));

    @TestConfiguration
    static class Now {
        @Bean
        @Primary
        SetClock setClock() {
            return new SetClock(NOON);
        }
    }

    @Autowired
    StoredRowsController controller;

    @Autowired
    Sensing sensing;

    @Autowired
    Journal journal;

    @Autowired
    House house;

    @Autowired
    JdbcClient jdbc;

    private long one;
    private long other;

    @BeforeEach
    void newStreams() {
        one = stream();
        other = stream();
    }

    private long stream() {
        return sensing.register(new NewThing(
                        "batch-" + THINGS.incrementAndGet(),
                        "雨量计",
                        new Position(121.41, 31.08),
                        List.of(NewThing.NewStream.of("rainfall"))))
                .get(0)
                .id();
    }

    /** So many minutes of both, in one batch. */
    private void store(Instant from, int minutes) {
        var batch = new ObservationBatch("batch");
        for (int i = 0; i < minutes; i++) {
            var at = from.plus(Duration.ofMinutes(i)).plusNanos(123_000);
            batch.add(other, at, 0.1 * i).add(one, at, i / 3.0);
        }
        sensing.store(batch);
        house.settle();
    }

    private ResponseEntity<String> rows(Instant at) {
        return controller.rows(COMMANDER, one, at.toString());
    }

    private static Instant at(int minute) {
        return NOON.minus(Duration.ofHours(2)).plus(Duration.ofMinutes(minute)).plusNanos(123_000);
    }

    @Test
    void everyRowOfABatchIsPromisedByItsRecord() {
        store(NOON.minus(Duration.ofHours(3)), 5);
        store(NOON.minus(Duration.ofHours(2)), 40);
        store(NOON.minus(Duration.ofHours(1)), 5);
        var answer = rows(at(17));
        var rows = BatchRows.parse(Objects.requireNonNull(answer.getBody()));
        assertThat(rows.rows()).hasSize(80).contains(new BatchRows.Row(one, at(17), 17 / 3.0));
        long number = Long.parseLong(Objects.requireNonNull(answer.getHeaders().getFirst("Record-Number")));
        var line = journal.lines(number - 1, 1).get(0);
        var record = new Statement(line.number(), line.at(), line.type(), line.subject(), line.payload());
        assertThat(rows.areOf(record)).isTrue();
    }

    @Test
    void aRowChangedByHandIsNotGivenForTheBatch() {
        store(NOON.minus(Duration.ofHours(2)), 3);
        jdbc.sql("update sensing.observation set result = 99 where datastream_id = ?")
                .param(other)
                .update();
        assertThatThrownBy(() -> rows(at(1)))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.refusal()).isEqualTo(SensingRefusal.BATCH_CHANGED));
    }

    @Test
    void whatIsNotThereIsAbsent() {
        store(NOON.minus(Duration.ofHours(2)), 3);
        assertThatThrownBy(() -> rows(at(90)))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.refusal()).isEqualTo(SensingRefusal.NO_SUCH_ENTITY));
        assertThatThrownBy(() -> controller.rows(COMMANDER, one, "noon")).isInstanceOf(Malformed.class);
    }

    /** A batch holds rows of all towns. */
    @Test
    void onlyThoseWhoSeeTheWholeDistrictGetABatch() {
        store(NOON.minus(Duration.ofHours(2)), 3);
        assertThatThrownBy(() -> controller.rows(OF_A_TOWN, one, at(1).toString()))
                .isInstanceOf(Refused.class);
    }
}
