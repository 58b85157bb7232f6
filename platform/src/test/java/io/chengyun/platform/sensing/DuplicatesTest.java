package io.chengyun.platform.sensing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chengyun.kernel.Malformed;
import io.chengyun.platform.SetClock;
import io.chengyun.platform.place.Position;
import io.chengyun.platform.postgres.TestDatabase;
import io.chengyun.platform.sensing.table.Duplicates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
import org.springframework.transaction.support.TransactionTemplate;

/** Another observation of the same stream and time: the first stands, the last stands, or both do. */
@ApplicationModuleTest(
        mode = BootstrapMode.DIRECT_DEPENDENCIES,
        extraIncludes = {"postgres", "web"})
@ContextConfiguration(initializers = TestDatabase.class)
@TestPropertySource(properties = {"chengyun.place.district=../districts/minhang", "chengyun.sensing.duplicates=last"})
@Import(DuplicatesTest.Neighbours.class)
class DuplicatesTest {

    private static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");
    private static final AtomicInteger THINGS = new AtomicInteger();

    static final class Ear implements ObservationListener {
        final List<Double> heard = new ArrayList<>();
        final List<StoredBatch.Correction> corrected = new ArrayList<>();

        @Override
        public void onStored(StoredBatch batch) {
            batch.series().forEach(series -> series.readings().forEach(one -> heard.add(one.value())));
        }

        @Override
        public void onCorrected(List<StoredBatch.Correction> corrections) {
            corrected.addAll(corrections);
        }
    }

    @TestConfiguration
    static class Neighbours {
        @Bean
        Ear ear() {
            return new Ear();
        }

        @Bean
        @Primary
        SetClock setClock() {
            return new SetClock(NOON);
        }
    }

    @Autowired
    Sensing sensing;

    @Autowired
    Ear ear;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void quiet() {
        ear.heard.clear();
        ear.corrected.clear();
    }

    private long stream(@Nullable String policy) {
        long stream = sensing.register(new NewThing(
                        "twice-" + THINGS.incrementAndGet(),
                        "雨量计",
                        new Position(121.4, 31.1),
                        List.of(NewThing.NewStream.of("rainfall"))))
                .get(0)
                .id();
        say(stream, policy);
        return stream;
    }

    /** As the SensorThings door does when somebody changes a stream. */
    private void say(long stream, @Nullable String policy) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql(
                            "update sensing.datastream set properties = jsonb_build_object('duplicates', ?::text) where id = ?")
                    .param(policy)
                    .param(stream)
                    .update();
            sensing.changed(List.of(stream));
        });
    }

    private Receipt store(long stream, Instant at, double... values) {
        var batch = new ObservationBatch("twice");
        for (double value : values) {
            batch.add(stream, at, value);
        }
        return sensing.store(batch);
    }

    private List<String> stored(long stream) {
        return jdbc.sql("select to_char(phenomenon_at at time zone 'UTC', 'SS.US') || '=' || result"
                        + " from sensing.observation where datastream_id = ? order by phenomenon_at")
                .param(stream)
                .query(String.class)
                .list();
    }

    private double latest(long stream) {
        return jdbc.sql("select result from sensing.latest where datastream_id = ?")
                .param(stream)
                .query(Double.class)
                .single();
    }

    @Test
    void theFirstStandsAndTheOthersAreRejected() {
        long stream = stream("first");
        store(stream, NOON, 1, 2);
        var receipt = store(stream, NOON, 3);

        assertThat(receipt.rejected()).containsExactly(new Receipt.Rejected(1, Reject.DUPLICATE));
        assertThat(stored(stream)).containsExactly("00.000000=1");
        assertThat(ear.heard).containsExactly(1.0);
    }

    @Test
    void theLastStandsInThePlaceOfTheFirstAndIsToldAsACorrectionNotAsNews() {
        long stream = stream("last");
        store(stream, NOON, 1, 2);
        var first = storedAt(stream);
        var receipt = store(stream, NOON, 3);

        assertThat(receipt.rejected()).isEmpty();
        assertThat(stored(stream)).containsExactly("00.000000=3");
        assertThat(storedAt(stream)).isEqualTo(first);
        assertThat(ear.heard).containsExactly(2.0);
        assertThat(ear.corrected).singleElement().satisfies(one -> {
            assertThat(one.touched()).containsExactly(NOON);
            assertThat(one.newest()).isEqualTo(new StoredBatch.Reading(NOON, 3));
        });
        assertThat(store(stream, NOON, 3).rejected()).isEmpty();
        assertThat(ear.corrected).hasSize(1);
        assertThat(latest(stream)).isEqualTo(3);
        assertThat(sensing.findLatest(stream))
                .hasValueSatisfying(one -> assertThat(one.value()).isEqualTo(3.0));
    }

    private String storedAt(long stream) {
        return jdbc.sql("select stored_at::text from sensing.observation where datastream_id = ?")
                .param(stream)
                .query(String.class)
                .single();
    }

    @Test
    void ofTwoInOneBatchTheLastStandsAndTheOtherIsRejected() {
        long stream = stream("last");
        var receipt = store(stream, NOON, 1, 2);

        assertThat(receipt.rejected()).containsExactly(new Receipt.Rejected(1, Reject.DUPLICATE));
        assertThat(stored(stream)).containsExactly("00.000000=2");
    }

    @Test
    void aCorrectionAmongNewRowsLeavesTheNewRowsHeard() {
        long stream = stream("last");
        store(stream, NOON, 1);
        sensing.store(new ObservationBatch("twice")
                .add(stream, NOON, 5)
                .add(stream, NOON.plusSeconds(1), 6)
                .add(stream, NOON.minusSeconds(1), 4));

        assertThat(ear.heard).containsExactly(1.0, 4.0, 6.0);
        assertThat(ear.corrected).singleElement().satisfies(one -> {
            assertThat(one.touched()).containsExactly(NOON);
            assertThat(one.newest()).isNull();
        });
        assertThat(stored(stream)).containsExactly("59.000000=4", "00.000000=5", "01.000000=6");
        assertThat(latest(stream)).isEqualTo(6);
    }

    @Test
    void allStandEachAtTheNextMicrosecondThatIsFreeAndTheSenderIsToldWhich() {
        long stream = stream("both");
        store(stream, NOON, 1, 2);
        store(stream, NOON.plusNanos(3_000), 9);
        var batch = new ObservationBatch("twice")
                .add(stream, NOON, 3)
                .add(stream, NOON, 4)
                .add(stream, NOON, 5);
        var receipt = sensing.store(batch);

        assertThat(receipt.rejected()).isEmpty();
        assertThat(stored(stream))
                .containsExactly(
                        "00.000000=1", "00.000001=2", "00.000002=3", "00.000003=9", "00.000004=4", "00.000005=5");
        assertThat(batch.micros(1) - batch.micros(0)).isEqualTo(2);
        assertThat(ear.heard).containsExactly(1.0, 2.0, 9.0, 3.0, 4.0, 5.0);
    }

    @Test
    void fartherThanAThousandMicrosecondsNoneIsPut() {
        long stream = stream("both");
        var many = new double[1_001];
        store(stream, NOON, many);
        assertThat(store(stream, NOON, 1).rejected()).containsExactly(new Receipt.Rejected(1, Reject.DUPLICATE));
    }

    @Test
    void aStreamThatSaysNothingFollowsTheHouse() {
        long stream = stream(null);
        store(stream, NOON, 1);
        store(stream, NOON, 2);

        assertThat(stored(stream)).containsExactly("00.000000=2");
    }

    @Test
    void aPolicyThatIsNoneIsRefusedAndTheStandingOneStays() {
        long stream = stream("both");

        assertThatThrownBy(() -> say(stream, "newest"))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("properties/duplicates")
                .hasMessageContaining("first, last or both");
        store(stream, NOON, 1);
        store(stream, NOON, 2);
        assertThat(stored(stream)).hasSize(2);
        assertThat(Duplicates.of("newest", Duplicates.LAST)).isEqualTo(Duplicates.LAST);
    }
}
