package io.chengyun.platform.sensing.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.chengyun.platform.SetClock;
import io.chengyun.platform.journal.House;
import io.chengyun.platform.journal.Journal;
import io.chengyun.platform.place.Position;
import io.chengyun.platform.postgres.TestDatabase;
import io.chengyun.platform.sensing.NewThing;
import io.chengyun.platform.sensing.ObservationBatch;
import io.chengyun.platform.sensing.Receipt;
import io.chengyun.platform.sensing.Reject;
import io.chengyun.platform.sensing.Sensing;
import io.chengyun.platform.sensing.retention.RetentionEvent.PartitionDropped;
import io.chengyun.platform.sensing.table.Partitions;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
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
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.annotation.DirtiesContext.ClassMode;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;

/** What is kept of observations, and what goes, on a real database and in virtual time. */
@ApplicationModuleTest(
        module = "sensing",
        mode = BootstrapMode.DIRECT_DEPENDENCIES,
        extraIncludes = {"postgres", "web"})
@ContextConfiguration(initializers = TestDatabase.class)
@TestPropertySource(
        properties = {
            "chengyun.place.district=../districts/minhang",
            "chengyun.sensing.retention.raw-months=2",
            "chengyun.sensing.retention.hourly-years=1"
        })
@Import(RetentionTest.Now.class)
@DirtiesContext(classMode = ClassMode.AFTER_CLASS)
class RetentionTest {

    private static final AtomicInteger THINGS = new AtomicInteger();

    @TestConfiguration
    static class Now {
        @Bean
        @Primary
        SetClock setClock() {
            return new SetClock(Instant.parse("2020-11-22T07:00:00Z"));
        }
    }

    @Autowired
    Sensing sensing;

    @Autowired
    Partitions partitions;

    @Autowired
    House house;

    @Autowired
    Journal journal;

    @Autowired
    SetClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataSource dataSource;

    private long stream;
    private int year;

    /** An hour or a day as it is kept. */
    record Kept(long rows, double lowest, double highest, double total, double last) {}

    /** Time only goes on: each test has years of its own. It is three in the afternoon in the city. */
    @BeforeEach
    void newYear() {
        year = 2020 + 4 * THINGS.get();
        clock.set(at("11-22T07:00:00Z"));
        timePasses(Duration.ZERO);
        stream = sensing.register(new NewThing(
                        "kept-" + THINGS.incrementAndGet(),
                        "雨量计",
                        new Position(121.4, 31.1),
                        List.of(NewThing.NewStream.of("rainfall"))))
                .get(0)
                .id();
    }

    private Instant at(String monthAndDay) {
        return Instant.parse(year + "-" + monthAndDay);
    }

    private Receipt store(String monthAndDay, double value) {
        return sensing.store(new ObservationBatch("test").add(stream, at(monthAndDay), value));
    }

    private void timePasses(Duration time) {
        clock.move(time);
        house.fireDue();
        house.settle();
    }

    private List<Kept> hours() {
        return kept("hourly", "at");
    }

    private List<Kept> days() {
        return kept("daily", "day");
    }

    private List<Kept> kept(String table, String order) {
        return jdbc.sql("select rows, lowest, highest, total, last_result from sensing." + table
                        + " where datastream_id = ? order by " + order)
                .param(stream)
                .query((row, n) -> new Kept(
                        row.getLong(1), row.getDouble(2), row.getDouble(3), row.getDouble(4), row.getDouble(5)))
                .list();
    }

    @Test
    void hoursAndDaysFollowWhatIsStoredAfterTheTimeThatTheyMayBeBehind() {
        store("11-22T05:00:00Z", 2);
        store("11-22T05:59:59.999999Z", 1);
        store("11-22T06:00:00Z", 4);
        timePasses(Duration.ofMinutes(9));
        assertThat(hours()).isEmpty();
        timePasses(Duration.ofMinutes(1));

        assertThat(hours()).containsExactly(new Kept(2, 1, 2, 3, 1), new Kept(1, 4, 4, 4, 4));
        assertThat(days()).containsExactly(new Kept(3, 1, 4, 7, 4));
    }

    @Test
    void aDayIsTheCitysAndNotUtcs() {
        store("11-20T15:59:00Z", 1);
        store("11-20T16:00:00Z", 2);
        timePasses(Duration.ofMinutes(10));

        assertThat(jdbc.sql("select day::text from sensing.daily where datastream_id = ? order by 1")
                        .param(stream)
                        .query(String.class)
                        .list())
                .containsExactly(year + "-11-20", year + "-11-21");
    }

    @Test
    void whatComesLateIsAddedOnceAndDoesNotBecomeTheLast() {
        store("11-22T05:30:00Z", 3);
        timePasses(Duration.ofMinutes(10));
        store("11-22T05:10:00Z", 5);
        store("11-22T05:10:00Z", 7);
        timePasses(Duration.ofMinutes(10));
        timePasses(Duration.ofMinutes(10));

        assertThat(hours()).containsExactly(new Kept(2, 3, 5, 8, 3));
        assertThat(days()).containsExactly(new Kept(2, 3, 5, 8, 3));
    }

    @Test
    void whatWasChangedOrDeletedIsMadeAnew() {
        store("11-22T04:10:00Z", 9);
        store("11-22T05:10:00Z", 8);
        store("11-22T05:20:00Z", 1);
        timePasses(Duration.ofMinutes(10));
        sensing.alter(List.of(stream), () -> {
            jdbc.sql("update sensing.observation set result = 2 where datastream_id = ? and result = 8")
                    .param(stream)
                    .update();
            jdbc.sql("delete from sensing.observation where datastream_id = ? and result = 9")
                    .param(stream)
                    .update();
            return Map.of();
        });
        store("11-22T05:30:00Z", 0);
        timePasses(Duration.ofMinutes(10));

        assertThat(hours()).containsExactly(new Kept(3, 0, 2, 3, 0));
        assertThat(days()).containsExactly(new Kept(3, 0, 2, 3, 0));
    }

    @Test
    void aMonthThatIsOverGoesWithItsEventAndItsHoursAndDaysStay() {
        store("09-01T00:00:00Z", 1);
        store("10-01T00:00:00Z", 2);
        clock.set(at("12-01T00:00:00Z"));
        timePasses(Duration.ZERO);

        assertThat(partitions.listMonths())
                .doesNotContain(YearMonth.of(year, 9))
                .contains(YearMonth.of(year, 10), YearMonth.of(year, 12), YearMonth.of(year + 1, 1));
        assertThat(hours()).containsExactly(new Kept(1, 1, 1, 1, 1), new Kept(1, 2, 2, 2, 2));
        assertThat(days()).hasSize(2);
        assertThat(journal.listAbout("observation-" + year + "-09"))
                .singleElement()
                .satisfies(entry -> {
                    var dropped = ((PartitionDropped) entry.event()).now();
                    assertThat(dropped.rows()).isEqualTo(1);
                    assertThat(dropped.keptAs()).isEqualTo("hourly");
                    assertThat(dropped.until()).isEqualTo(at("10-01T00:00:00Z"));
                });
    }

    @Test
    void whatIsOlderThanThePolicyKeepsIsRejectedAndItsMonthDoesNotComeBack() {
        var receipt = store("08-31T23:59:59Z", 1);

        assertThat(receipt.rejected()).containsExactly(new Receipt.Rejected(1, Reject.BEFORE_HORIZON));
        assertThat(partitions.listMonths()).doesNotContain(YearMonth.of(year, 8));
    }

    @Test
    void aYearsHoursGoWhenTheirTimeIsOverAndItsDaysStay() {
        store("11-20T12:00:00Z", 3);
        timePasses(Duration.ofMinutes(10));
        assertThat(hours()).hasSize(1);
        year++;
        clock.set(at("12-31T00:00:00Z"));
        timePasses(Duration.ZERO);
        assertThat(hours()).hasSize(1);
        year++;
        clock.set(at("01-01T00:00:00Z"));
        timePasses(Duration.ZERO);

        assertThat(partitions.listHourlyYears())
                .doesNotContain(Year.of(year - 2))
                .contains(Year.of(year));
        assertThat(hours()).isEmpty();
        assertThat(days()).containsExactly(new Kept(1, 3, 3, 3, 3));
        assertThat(journal.listAbout("hourly-" + (year - 2))).hasSize(1);
    }

    @Test
    void aMonthThatSomebodyReadsGoesLaterAndNobodyWaitsForIt() throws SQLException {
        store("10-05T00:00:00Z", 1);
        var october = YearMonth.of(year, 10);
        year++;
        clock.set(at("01-01T00:00:00Z"));
        try (var reader = dataSource.getConnection()) {
            reader.setAutoCommit(false);
            reader.createStatement().executeQuery("select 1 from sensing.observation_" + (year - 1) + "_10");
            timePasses(Duration.ZERO);
            assertThat(partitions.listMonths()).contains(october);
            reader.rollback();
        }
        timePasses(Duration.ofMinutes(9));
        assertThat(partitions.listMonths()).contains(october);
        timePasses(Duration.ofMinutes(1));

        assertThat(partitions.listMonths()).doesNotContain(october);
        assertThat(hours()).hasSize(1);
    }
}
