package io.chengyun.platform.sensing.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.chengyun.kernel.AreaCode;
import io.chengyun.kernel.Refused;
import io.chengyun.platform.SetClock;
import io.chengyun.platform.access.Caller;
import io.chengyun.platform.access.Role;
import io.chengyun.platform.journal.House;
import io.chengyun.platform.place.Position;
import io.chengyun.platform.postgres.TestDatabase;
import io.chengyun.platform.sensing.NewThing;
import io.chengyun.platform.sensing.ObservationBatch;
import io.chengyun.platform.sensing.Sensing;
import io.chengyun.platform.sensing.SensingRefusal;
import io.chengyun.platform.sensing.retention.Series.Point;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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
import tools.jackson.databind.json.JsonMapper;

/** Series of a stream, from single observations to days, on a real database. */
@ApplicationModuleTest(
        module = "sensing",
        mode = BootstrapMode.DIRECT_DEPENDENCIES,
        extraIncludes = {"postgres", "web"})
@ContextConfiguration(initializers = TestDatabase.class)
@TestPropertySource(properties = "chengyun.place.district=../districts/minhang")
@Import(SeriesTest.Now.class)
class SeriesTest {

    /** Noon in the city. */
    private static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");

    private static final AtomicInteger THINGS = new AtomicInteger();
    private static final Caller COMMANDER =
            new Caller("commander", "指挥员", "Commander", Set.of(Role.COMMANDER), "D310112", null);

    @TestConfiguration
    static class Now {
        @Bean
        @Primary
        SetClock setClock() {
            return new SetClock(NOON);
        }
    }

    @Autowired
    SeriesController controller;

    @Autowired
    Summaries summaries;

    @Autowired
    Sensing sensing;

    @Autowired
    House house;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JsonMapper json;

    private long stream;

    @BeforeEach
    void newStream() {
        stream = sensing.register(new NewThing(
                        "series-" + THINGS.incrementAndGet(),
                        "雨量计",
                        new Position(121.41, 31.08),
                        List.of(NewThing.NewStream.of("rainfall"))))
                .get(0)
                .id();
    }

    private void store(Instant from, Duration step, int count) {
        var batch = new ObservationBatch("series");
        for (int i = 0; i < count; i++) {
            batch.add(stream, from.plus(step.multipliedBy(i)), i % 10);
        }
        assertThat(sensing.store(batch).stored()).isEqualTo(count);
        summaries.catchUp();
    }

    private Series series(@Nullable String from, @Nullable String to, @Nullable String points) {
        return controller.series(stream, new SeriesQuery(from, to, points), COMMANDER);
    }

    @Test
    void aShortTimeIsShownAsItWasObserved() {
        store(NOON.minusSeconds(180), Duration.ofMinutes(1), 4);
        var series = series("2026-11-22T03:57:00Z", "2026-11-22T03:59:00Z", null);

        assertThat(series.resolution()).isEqualTo(Resolution.RAW);
        assertThat(series.property()).isEqualTo("rainfall");
        assertThat(series.unit()).isEqualTo("mm");
        assertThat(series.points())
                .containsExactly(
                        new Point(NOON.minusSeconds(180), 0, 0, 0, 1), new Point(NOON.minusSeconds(120), 1, 1, 1, 1));
    }

    @Test
    void tooManyAreThinnedByBucketsThatHoldThemAll() {
        store(NOON.minusSeconds(100), Duration.ofSeconds(1), 100);
        var series = series("2026-11-22T03:58:20Z", "2026-11-22T04:00:00Z", "7");

        assertThat(series.points()).hasSize(7);
        assertThat(series.points().stream().mapToLong(Point::count).sum()).isEqualTo(100);
        assertThat(series.points().get(0)).satisfies(first -> {
            assertThat(first.at()).isEqualTo(NOON.minusSeconds(100));
            assertThat(first.count()).isEqualTo(15);
            assertThat(first.min()).isEqualTo(0);
            assertThat(first.max()).isEqualTo(9);
            assertThat(first.value()).isCloseTo(55.0 / 15, within(1e-9));
        });
    }

    @Test
    void hoursAreShownForWeeksAndTheHourInWhichItBeginsBelongsToIt() {
        store(NOON.minus(Duration.ofDays(10)), Duration.ofMinutes(30), 480);
        var series = series("2026-11-12T04:40:00Z", null, null);

        assertThat(series.resolution()).isEqualTo(Resolution.HOUR);
        assertThat(series.points()).hasSize(240);
        assertThat(series.points().get(0)).isEqualTo(new Point(NOON.minus(Duration.ofDays(10)), 0.5, 0, 1, 2));
    }

    @Test
    void aTimeOfMonthsIsReadFromDaysAloneAndALongOneIsThinned() {
        store(NOON.minus(Duration.ofDays(300)), Duration.ofHours(6), 1_200);
        jdbc.sql("truncate sensing.observation").update();
        jdbc.sql("truncate sensing.hourly").update();
        var series = series("2026-01-01T00:00:00Z", null, null);
        var thinned = series("2026-01-01T00:00:00Z", null, "50");

        assertThat(series.resolution()).isEqualTo(Resolution.DAY);
        assertThat(series.points()).hasSize(301);
        assertThat(series.points().get(1).at()).as("midnight in the city").isEqualTo("2026-01-26T16:00:00Z");
        assertThat(series.points().stream().mapToLong(Point::count).sum()).isEqualTo(1_200);
        assertThat(thinned.points()).hasSizeLessThanOrEqualTo(50);
        assertThat(thinned.points().stream().mapToLong(Point::count).sum()).isEqualTo(1_200);
    }

    @Test
    void aTimeWithoutObservationsHasNoPoints() {
        assertThat(series(null, null, null).points()).isEmpty();
        assertThat(series("2026-01-01T00:00:00Z", null, null).points()).isEmpty();
    }

    @Test
    void theAnswerHasTheWordsThatTheConsoleReads() {
        store(NOON.minusSeconds(60), Duration.ofMinutes(1), 1);
        var tree = json.valueToTree(series(null, null, null));

        assertThat(tree.propertyNames())
                .containsExactlyInAnyOrder("stream", "property", "unit", "from", "to", "resolution", "points");
        assertThat(tree.at("/resolution").asString()).isEqualTo("raw");
        assertThat(tree.at("/points/0").propertyNames())
                .containsExactlyInAnyOrder("at", "value", "min", "max", "count");
    }

    @Test
    void aStreamThatIsNotThereOrAnotherTownsIsAbsent() {
        var stranger = new Caller(
                "handler-x", "处置员", "Handler", Set.of(Role.HANDLER), "T310112001", new AreaCode("310112001"));
        var query = new SeriesQuery(null, null, null);

        assertThatThrownBy(() -> controller.series(987_654, query, COMMANDER))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.refusal()).isEqualTo(SensingRefusal.NO_SUCH_ENTITY));
        assertThatThrownBy(() -> controller.series(stream, query, stranger))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.refusal()).isEqualTo(SensingRefusal.NO_SUCH_ENTITY));
    }
}
