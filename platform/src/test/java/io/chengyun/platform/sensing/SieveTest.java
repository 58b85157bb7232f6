package io.chengyun.platform.sensing;

import static org.assertj.core.api.Assertions.assertThat;

import io.chengyun.platform.place.Position;
import io.chengyun.platform.sensing.StreamDirectory.KnownStream;
import io.chengyun.platform.sensing.notation.PhenomenonTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SieveTest {

    private static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");
    private static final Sieve.Window WINDOW = new Sieve.Window(
            PhenomenonTime.micros(NOON.minus(Duration.ofDays(10))),
            PhenomenonTime.micros(NOON.plus(Duration.ofMinutes(10))));

    private final Map<Long, KnownStream> streams = new TreeMap<>(Map.of(
            1L, KnownStream.fresh(stream(1), Samples.RAINFALL),
            2L, KnownStream.fresh(stream(2), Samples.RAINFALL)));

    private static Datastream stream(long id) {
        return new Datastream(id, "s" + id, "t", "t", "rainfall", "mm", new Position(121, 31), Duration.ofHours(1));
    }

    private Sifted sift(ObservationBatch batch) {
        return new Sieve(streams::get, WINDOW).sift(batch);
    }

    private static ObservationBatch batch() {
        return new ObservationBatch("test");
    }

    private @Nullable Reject verdictOn(ObservationBatch batch) {
        sift(batch);
        return batch.verdict(0);
    }

    @Test
    void aGoodRowPasses() {
        assertThat(verdictOn(batch().add(1, NOON, 1))).isNull();
    }

    @Test
    void aRowOfAnUnknownStreamIsRejected() {
        assertThat(verdictOn(batch().add(3, NOON, 1))).isEqualTo(Reject.UNKNOWN_DATASTREAM);
    }

    @Test
    void aRowInAnotherUnitIsRejectedAndOneInTheStreamsUnitPasses() {
        assertThat(verdictOn(batch().add(1, NOON, 1).inUnit("in"))).isEqualTo(Reject.WRONG_UNIT);
        assertThat(verdictOn(batch().add(1, NOON, 1).inUnit("mm"))).isNull();
    }

    @Test
    void notANumberAndInfinityAreRejected() {
        assertThat(verdictOn(batch().add(1, NOON, Double.NaN))).isEqualTo(Reject.NOT_A_NUMBER);
        assertThat(verdictOn(batch().add(1, NOON, Double.NEGATIVE_INFINITY))).isEqualTo(Reject.INFINITE);
    }

    @Test
    void theWindowIncludesItsEnds() {
        assertThat(verdictOn(batch().add(1, WINDOW.earliest(), 1))).isNull();
        assertThat(verdictOn(batch().add(1, WINDOW.earliest() - 1, 1))).isEqualTo(Reject.BEFORE_HORIZON);
        assertThat(verdictOn(batch().add(1, WINDOW.latest(), 1))).isNull();
        assertThat(verdictOn(batch().add(1, WINDOW.latest() + 1, 1))).isEqualTo(Reject.IN_THE_FUTURE);
    }

    @Test
    void aValueOutsideThePropertysRangeIsRejectedNotClipped() {
        assertThat(verdictOn(batch().add(1, NOON, 300))).isNull();
        assertThat(verdictOn(batch().add(1, NOON, 300.1))).isEqualTo(Reject.OUT_OF_RANGE);
        assertThat(verdictOn(batch().add(1, NOON, -0.1))).isEqualTo(Reject.OUT_OF_RANGE);
    }

    @Test
    void whatTheDoorFoundStands() {
        var batch = batch().addRejected(3, Reject.NOT_NUMERIC, "wet");

        assertThat(verdictOn(batch)).isEqualTo(Reject.NOT_NUMERIC);
    }

    @Test
    void onlyRowsNotLaterThanTheNewestAreSuspected() {
        streams.computeIfPresent(1L, (id, known) -> known.withNewest(PhenomenonTime.micros(NOON), 1));
        var sifted = sift(batch().add(1, NOON.minusSeconds(1), 1)
                .add(1, NOON, 1)
                .add(1, NOON.plusSeconds(1), 1)
                .add(2, NOON, 1));

        assertThat(sifted.suspects()).containsExactly(0, 1);
    }

    @Test
    void aStoredRowIsTakenOutOfItsGroup() {
        var sifted =
                sift(batch().add(1, NOON.minusSeconds(1), 1).add(1, NOON, 2).add(2, NOON, 3));
        sifted.rejectStored(List.of(0, 2));

        assertThat(sifted.accepted()).isEqualTo(1);
        assertThat(sifted.groups())
                .singleElement()
                .satisfies(group -> assertThat(group.row(0)).isEqualTo(1));
        assertThat(sifted.rejectedByCode()).isEqualTo(Map.of("duplicate", 2));
    }

    @Test
    void inAnyOrderOfSendingEachStreamComesOutInTimeOrderWithTheFirstOfEachTime() {
        var random = new Random(11);
        for (int round = 0; round < 50; round++) {
            var rows = batch();
            var firsts = new TreeMap<Long, TreeMap<Long, Double>>();
            for (int i = 0; i < 200; i++) {
                long stream = 1 + random.nextInt(2);
                long micros = PhenomenonTime.micros(NOON) - random.nextInt(60) * 1_000_000L;
                rows.add(stream, micros, i);
                firsts.computeIfAbsent(stream, id -> new TreeMap<>()).putIfAbsent(micros, (double) i);
            }
            var sifted = sift(rows);

            var came = new TreeMap<Long, List<Double>>();
            sifted.groups()
                    .forEach(group -> came.put(
                            group.known().stream().id(),
                            group.rows().mapToObj(rows::value).toList()));
            var expected = new TreeMap<Long, List<Double>>();
            firsts.forEach((id, values) -> expected.put(id, new ArrayList<>(values.values())));
            assertThat(came).isEqualTo(expected);
            assertThat(sifted.accepted()
                            + sifted.rejectedByCode().values().stream()
                                    .mapToInt(Integer::intValue)
                                    .sum())
                    .isEqualTo(rows.size());
        }
    }
}
