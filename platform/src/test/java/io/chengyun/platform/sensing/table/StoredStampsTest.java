package io.chengyun.platform.sensing.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.chengyun.platform.postgres.TestDatabase;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Each batch is stored later than the one before, whatever the clock does. */
class StoredStampsTest {

    private static final Instant NOON = Instant.parse("2026-11-24T04:00:00Z");

    private final JdbcClient jdbc =
            JdbcClient.create(new DriverManagerDataSource(TestDatabase.create(), "postgres", "postgres"));
    private final StoredStamps stamps = new StoredStamps(jdbc);

    @BeforeEach
    void tallies() {
        jdbc.sql("create schema sensing").update();
        jdbc.sql("create table sensing.tally (stored_at timestamptz)").update();
    }

    @Test
    void whileTheClockGoesOnTheyAreItsOwn() {
        assertThat(stamps.next(NOON)).isEqualTo(NOON);
        assertThat(stamps.next(NOON.plusSeconds(1))).isEqualTo(NOON.plusSeconds(1));
    }

    @Test
    void whileTheClockStandsOrGoesBackEachIsAMicrosecondLater() {
        stamps.next(NOON);

        assertThat(stamps.next(NOON)).isEqualTo(NOON.plusNanos(1_000));
        assertThat(stamps.next(NOON.minusSeconds(3_600))).isEqualTo(NOON.plusNanos(2_000));
        assertThat(stamps.next(NOON.plusNanos(1_500))).isEqualTo(NOON.plusNanos(3_000));
    }

    @Test
    void afterARestartTheyGoOnBehindTheNewestThatIsStored() {
        jdbc.sql(
                        "insert into sensing.tally values (timestamptz '2026-11-24T04:00:05.000001Z'), (null), ('2026-11-24T03:00:00Z')")
                .update();

        assertThat(stamps.next(NOON)).isEqualTo(NOON.plusSeconds(5).plusNanos(2_000));
        assertThat(stamps.next(NOON.plusSeconds(9))).isEqualTo(NOON.plusSeconds(9));
    }
}
