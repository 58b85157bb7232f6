package io.chengyun.platform.sensing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chengyun.kernel.Refused;
import io.chengyun.platform.SetClock;
import io.chengyun.platform.journal.House;
import io.chengyun.platform.journal.Journal;
import io.chengyun.platform.place.Position;
import io.chengyun.platform.postgres.TestDatabase;
import io.chengyun.platform.sensing.Sifted.RowGroup;
import io.chengyun.platform.sensing.StoredBatch.Reading;
import io.chengyun.platform.sensing.StreamDirectory.KnownStream;
import io.chengyun.platform.sensing.account.QuarantineStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
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

@ApplicationModuleTest(
        mode = BootstrapMode.DIRECT_DEPENDENCIES,
        extraIncludes = {"postgres", "web"})
@ContextConfiguration(initializers = TestDatabase.class)
@TestPropertySource(properties = "chengyun.place.district=../districts/minhang")
@Import(SensingTest.Neighbours.class)
class SensingTest {

    static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");
    private static final AtomicInteger THINGS = new AtomicInteger();

    /** A neighbour that remembers what it heard, and fails when told to. */
    static final class Ear implements ObservationListener {
        final List<StoredBatch> heard = new ArrayList<>();
        double breaksOn = Double.NaN;

        @Override
        public void onStored(StoredBatch batch) {
            for (var series : batch.series()) {
                if (series.readings().stream().anyMatch(reading -> reading.value() == breaksOn)) {
                    throw new IllegalStateException("cannot bear " + breaksOn);
                }
            }
            heard.add(batch);
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
    StreamDirectory directory;

    @Autowired
    QuarantineStore quarantine;

    @Autowired
    Journal journal;

    @Autowired
    House house;

    @Autowired
    Ear ear;

    @Autowired
    SetClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void atNoon() {
        clock.set(NOON);
        ear.heard.clear();
        ear.breaksOn = Double.NaN;
    }

    private Datastream gauge() {
        var code = "gauge-" + THINGS.incrementAndGet();
        return sensing.register(new NewThing(
                        code, "雨量计", new Position(121.4, 31.1), List.of(NewThing.NewStream.of("rainfall"))))
                .get(0);
    }

    private static ObservationBatch batch() {
        return new ObservationBatch("test");
    }

    private List<Double> storedValues(Datastream stream) {
        return jdbc.sql("select result from sensing.observation where datastream_id = ? order by phenomenon_at")
                .param(stream.id())
                .query(Double.class)
                .list();
    }

    private LatestValue latest(Datastream stream) {
        return sensing.listLatest().stream()
                .filter(one -> one.stream().id() == stream.id())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aRegisteredStreamHasTheRegistrysUnitAndInterval() {
        var stream = gauge();

        assertThat(stream.unit()).isEqualTo("mm");
        assertThat(stream.interval()).isEqualTo(Duration.ofHours(1));
        assertThat(stream.position()).isEqualTo(new Position(121.4, 31.1));
        assertThat(sensing.findStream(stream.thingId(), "rainfall")).contains(stream);
        assertThat(sensing.findStream(stream.id())).contains(stream);
        assertThat(sensing.listStreams()).contains(stream);
    }

    @Test
    void registeringAThingAgainAddsOnlyWhatIsNew() {
        var stream = gauge();
        var again = sensing.register(new NewThing(
                stream.thingId(),
                "another name",
                new Position(0, 0),
                List.of(NewThing.NewStream.of("rainfall"), NewThing.NewStream.of("temperature"))));

        assertThat(again.get(0)).isEqualTo(stream);
        assertThat(again.get(1).id()).isGreaterThan(stream.id());
        assertThat(again.get(1).thingName()).isEqualTo("雨量计");
    }

    @Test
    void aStreamInAnotherUnitThanTheRegistrysIsRefusedAndNothingOfItsThingStays() {
        var inches = new NewThing(
                "inches", "inches", new Position(121, 31), List.of(new NewThing.NewStream("rainfall", "in", null)));

        assertThatThrownBy(() -> sensing.register(inches)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.refusal()).isEqualTo(SensingRefusal.WRONG_UNIT);
            assertThat(refused.allowed()).containsExactly("mm");
        });
        assertThat(jdbc.sql("select count(*) from sensing.thing where code = 'inches'")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(sensing.findStream("inches", "rainfall")).isEmpty();
    }

    @Test
    void bothMicroSignsAreOneUnit() {
        var mu = new NewThing.NewStream("pm25", "\u03bcg/m\u00b3", null);
        var stream = sensing.register(new NewThing("air", "air", new Position(121, 31), List.of(mu)))
                .get(0);

        assertThat(stream.unit()).isEqualTo("\u00b5g/m\u00b3");
    }

    @Test
    void whatIsStoredIsTheLatestValueAndIsHeardAndStandsInTheJournal() {
        var stream = gauge();
        var receipt = sensing.store(
                batch().add(stream.id(), NOON.minusSeconds(7200), 1.5).add(stream.id(), NOON.minusSeconds(3600), 2.5));
        house.settle();

        assertThat(receipt).isEqualTo(new Receipt(2, 2, List.of()));
        assertThat(storedValues(stream)).containsExactly(1.5, 2.5);
        assertThat(latest(stream).value()).isEqualTo(2.5);
        assertThat(latest(stream).state()).isEqualTo(LatestValue.State.OK);
        assertThat(ear.heard)
                .singleElement()
                .satisfies(heard -> assertThat(heard.series())
                        .containsExactly(new StoredBatch.Series(
                                stream,
                                List.of(
                                        new Reading(NOON.minusSeconds(7200), 1.5),
                                        new Reading(NOON.minusSeconds(3600), 2.5)))));
        var entry = journal.listAbout(ear.heard.get(0).id()).get(0);
        assertThat(entry.type()).isEqualTo("sensing.BatchStored");
        assertThat(((SourceEvent.BatchStored) entry.event()).now().stored()).isEqualTo(2);
        assertThat(journal.listAbout("stream-" + stream.id()))
                .singleElement()
                .satisfies(one -> assertThat(one.type()).isEqualTo("sensing.StreamRegistered"));
    }

    @Test
    void rowsOutOfOrderAreHeardInTimeOrderAndAnOlderOneDoesNotBecomeTheLatest() {
        var stream = gauge();
        sensing.store(batch().add(stream.id(), NOON.minusSeconds(60), 3)
                .add(stream.id(), NOON.minusSeconds(180), 1)
                .add(stream.id(), NOON.minusSeconds(120), 2));
        sensing.store(batch().add(stream.id(), NOON.minusSeconds(240), 0.5));

        assertThat(ear.heard.get(0).series().get(0).readings())
                .extracting(Reading::value)
                .containsExactly(1.0, 2.0, 3.0);
        assertThat(ear.heard.get(1).series().get(0).readings())
                .extracting(Reading::value)
                .containsExactly(0.5);
        assertThat(latest(stream).value()).isEqualTo(3.0);
        assertThat(jdbc.sql("select result from sensing.latest where datastream_id = ?")
                        .param(stream.id())
                        .query(Double.class)
                        .single())
                .isEqualTo(3.0);
    }

    @Test
    void theFirstOfTwoAtOneTimeStandsInOneBatchAndAcrossBatches() {
        var stream = gauge();
        var at = NOON.minusSeconds(60);
        var first = sensing.store(batch().add(stream.id(), at, 1).add(stream.id(), at, 2));
        var second = sensing.store(batch().add(stream.id(), at.minusSeconds(60), 7)
                .add(stream.id(), at, 3)
                .add(stream.id(), at.plusSeconds(1), 8));

        assertThat(first.rejected()).containsExactly(new Receipt.Rejected(2, Reject.DUPLICATE));
        assertThat(second.rejected()).containsExactly(new Receipt.Rejected(2, Reject.DUPLICATE));
        assertThat(storedValues(stream)).containsExactly(7.0, 1.0, 8.0);
        assertThat(ear.heard.get(1).size()).isEqualTo(2);
    }

    @Test
    void aBatchOfDuplicatesIsNotHeardButStandsInTheJournal() {
        var stream = gauge();
        sensing.store(batch().add(stream.id(), NOON, 1));
        var receipt = sensing.store(batch().add(stream.id(), NOON, 1));
        house.settle();

        assertThat(receipt.stored()).isZero();
        assertThat(ear.heard).hasSize(1);
        var last = (SourceEvent.BatchStored)
                journal.list(journal.last() - 1, 1).get(0).event();
        assertThat(last.now().rejected()).isEqualTo(Map.of("duplicate", 1));
        assertThat(last.now().firstAt()).isNull();
    }

    @Test
    void receivedIsAlwaysStoredPlusRejectedAndEveryRejectIsInQuarantine() {
        var stream = gauge();
        sensing.store(new ObservationBatch("mixed")
                .add(stream.id(), "2026-11-22T11:00:00+08:00", "1.25")
                .add(stream.id(), "2026-11-22T11:01:00+08:00", "NA")
                .add(stream.id(), "2026-11-22T11:02:00+08:00", "wet")
                .add(stream.id(), "yesterday", "1")
                .add(987_654, "2026-11-22T11:03:00+08:00", "1")
                .add(stream.id(), "2026-11-22T11:04:00+08:00", "301"));

        assertThat(quarantine.counts().get("mixed"))
                .isEqualTo(Map.of(
                        "received", 6L,
                        "stored", 1L,
                        "missing", 1L,
                        "not-numeric", 1L,
                        "malformed-row", 1L,
                        "unknown-datastream", 1L,
                        "out-of-range", 1L));
        assertThat(quarantine.list(5))
                .extracting(bad -> bad.row() + " " + bad.code() + " " + bad.raw())
                .containsExactly(
                        "6 out-of-range 2026-11-22T03:04:00Z, 301.0",
                        "5 unknown-datastream 2026-11-22T03:03:00Z, 1.0",
                        "4 malformed-row yesterday, 1",
                        "3 not-numeric 2026-11-22T11:02:00+08:00, wet",
                        "2 missing 2026-11-22T11:01:00+08:00, NA");
    }

    @Test
    void eachMonthGetsItsPartitionAndTheHorizonsEdgeHolds() {
        var stream = gauge();
        var receipt = sensing.store(batch().add(stream.id(), NOON.minus(Duration.ofDays(1100)), 1)
                .add(stream.id(), NOON.minus(Duration.ofDays(1100)).minusMillis(1), 2)
                .add(stream.id(), Instant.parse("2025-12-31T23:59:59.999999Z"), 3)
                .add(stream.id(), Instant.parse("2026-01-01T00:00:00Z"), 4)
                .add(stream.id(), NOON.plus(Duration.ofMinutes(10)), 5)
                .add(stream.id(), NOON.plus(Duration.ofMinutes(10)).plusMillis(1), 6));

        assertThat(receipt.rejected())
                .containsExactly(
                        new Receipt.Rejected(2, Reject.BEFORE_HORIZON), new Receipt.Rejected(6, Reject.IN_THE_FUTURE));
        assertThat(storedValues(stream)).containsExactly(1.0, 3.0, 4.0, 5.0);
        assertThat(jdbc.sql("select result from sensing.observation_2025_12 where datastream_id = ?")
                        .param(stream.id())
                        .query(Double.class)
                        .list())
                .containsExactly(3.0);
    }

    @Test
    void aLatestValueOlderThanTwiceItsIntervalIsUnknown() {
        var stream = gauge();
        assertThat(latest(stream).state()).isEqualTo(LatestValue.State.UNKNOWN);
        sensing.store(batch().add(stream.id(), NOON, 1));

        clock.set(NOON.plus(Duration.ofHours(2)));
        assertThat(latest(stream).state()).isEqualTo(LatestValue.State.OK);
        clock.set(NOON.plus(Duration.ofHours(2)).plusMillis(1));
        assertThat(latest(stream).state()).isEqualTo(LatestValue.State.UNKNOWN);
        assertThat(latest(stream).value()).isEqualTo(1.0);
    }

    @Test
    void whenAListenerFailsNothingOfTheBatchIsKeptAndItCanBeSentAgain() {
        var stream = gauge();
        ear.breaksOn = 13;
        var bad = batch().add(stream.id(), NOON, 13);

        assertThatThrownBy(() -> sensing.store(bad)).isInstanceOf(IllegalStateException.class);
        assertThat(storedValues(stream)).isEmpty();
        assertThat(latest(stream).value()).isNull();
        ear.breaksOn = Double.NaN;
        assertThat(sensing.store(bad).stored()).isEqualTo(1);
    }

    @Test
    void aReceiptMeansCommittedSoStoringInsideATransactionIsAnError() {
        var stream = gauge();

        assertThatThrownBy(() ->
                        transaction.executeWithoutResult(status -> sensing.store(batch().add(stream.id(), NOON, 1))))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theDirectoryReadAnewFromTheDatabaseIsTheSame() {
        var stream = gauge();
        sensing.store(batch().add(stream.id(), NOON.plusNanos(123_000), 1.125));
        var before = directory.list();
        directory.reload();

        assertThat(directory.list()).isEqualTo(before);
    }

    @Test
    void theDigestOfABatchIsTheHashOfItsRows() {
        var stream = new Datastream(7, "s", "t", "t", "rainfall", "mm", new Position(121, 31), Duration.ofHours(1));
        var rows = batch().add(7, NOON, 1).add(7, NOON.minusSeconds(1), 2);
        var group = new RowGroup(KnownStream.fresh(stream, Samples.RAINFALL));
        group.add(0);
        group.add(1);
        group.order(rows);

        var digest = BatchNews.digest("b-1", new Sifted(rows, List.of(group)));

        assertThat(digest.firstAt()).isEqualTo(NOON.minusSeconds(1));
        assertThat(digest.lastAt()).isEqualTo(NOON);
        assertThat(digest.sha256()).isEqualTo(Samples.sha256(7L, NOON.minusSeconds(1), 2.0, 7L, NOON, 1.0));
    }
}
