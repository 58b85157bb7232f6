package io.chengyun.platform.sensing.lane;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FairQueueTest {

    private static final Instant NOON = Instant.parse("2026-11-24T04:00:00Z");

    private final FairQueue<Integer> queue = new FairQueue<>(1_000);

    private static Parcel<Integer> parcel(String source, int rows, int number) {
        return new Parcel<>(source, rows, NOON, Instant.MIN, number);
    }

    private @Nullable Parcel<Integer> offer(String source, int rows, int number) {
        return queue.offer(parcel(source, rows, number));
    }

    private List<String> take(int rows, Instant now) throws InterruptedException {
        return queue.take(rows, Duration.ZERO, now).stream()
                .map(parcel -> parcel.source() + parcel.content())
                .toList();
    }

    @Test
    void aQuietSourceIsNextHoweverLongTheLineOfTheNoisyOneIs() throws InterruptedException {
        IntStream.range(0, 500).forEach(i -> offer("noisy", 1, i));
        take(100, NOON);
        offer("quiet", 1, 0);

        assertThat(take(3, NOON)).containsExactly("quiet0", "noisy100", "noisy101");
    }

    @Test
    void fiftyThousandASecondDoNotHoldUpTenASecond() throws InterruptedException {
        var all = new FairQueue<Integer>(100_000);
        var waits = new ArrayList<Long>();
        // One step is a tenth of a second: 5,000 and 1 come, and the writer, being slower, takes 2,000 rows.
        for (int step = 0; step < 100; step++) {
            int now = step;
            IntStream.range(0, 5_000).forEach(i -> all.offer(parcel("noisy", 1, now)));
            all.offer(parcel("quiet", 1, now));
            all.take(2_000, Duration.ZERO, NOON).stream()
                    .filter(taken -> taken.source().equals("quiet"))
                    .forEach(taken -> waits.add((long) now - taken.content()));
        }

        assertThat(waits).hasSize(100).containsOnly(0L);
    }

    @Test
    void rowsCountAndNotParcels() throws InterruptedException {
        IntStream.range(0, 10).forEach(i -> offer("large", 100, i));
        IntStream.range(0, 200).forEach(i -> offer("small", 1, i));

        var taken = take(200, NOON);

        assertThat(taken.stream().filter(one -> one.startsWith("large"))).hasSize(1);
        assertThat(taken.stream().filter(one -> one.startsWith("small"))).hasSize(100);
    }

    @Test
    void whoWasIdleHasNoClaimToWhatItDidNotUse() throws InterruptedException {
        offer("late", 1, 0);
        IntStream.range(0, 100).forEach(i -> offer("busy", 1, i));
        take(101, NOON);
        IntStream.range(0, 10).forEach(i -> offer("busy", 1, i));
        IntStream.range(0, 10).forEach(i -> offer("late", 1, i));

        assertThat(take(6, NOON).stream().filter(one -> one.startsWith("late"))).hasSizeBetween(3, 4);
    }

    @Test
    void whenItIsFullTheNewestOfTheLongestLineGivesWay() throws InterruptedException {
        var small = new FairQueue<Integer>(4);
        IntStream.range(0, 4).forEach(i -> small.offer(parcel("noisy", 1, i)));

        assertThat(small.offer(parcel("noisy", 1, 4))).isEqualTo(parcel("noisy", 1, 4));
        assertThat(small.offer(parcel("quiet", 1, 0))).isEqualTo(parcel("noisy", 1, 3));
        assertThat(small.size()).isEqualTo(4);
        assertThat(small.take(9, Duration.ZERO, NOON)).contains(parcel("quiet", 1, 0));
    }

    @Test
    void aParcelWhoseTurnHasNotComeWaitsAndHoldsUpOnlyItsOwnLine() throws InterruptedException {
        queue.offer(new Parcel<>("fast", 1, NOON, NOON.plusSeconds(2), 0));
        offer("fast", 1, 1);
        offer("slow", 1, 0);

        assertThat(take(9, NOON)).containsExactly("slow0");
        assertThat(take(9, NOON.plusSeconds(1))).isEmpty();
        assertThat(take(9, NOON.plusSeconds(2))).containsExactly("fast0", "fast1");
    }

    @Test
    void whatIsBeingWrittenStillWaitsUntilItIsDone() throws InterruptedException {
        offer("a", 7, 0);
        offer("a", 5, 1);
        var group = queue.take(7, Duration.ZERO, NOON);

        assertThat(queue.waiting()).containsExactly(new FairQueue.Waiting("a", 2, 12, NOON));
        queue.done(group);
        assertThat(queue.waiting()).containsExactly(new FairQueue.Waiting("a", 1, 5, NOON));
    }

    @Property(tries = 200)
    void everythingOfferedComesOutOnceAndEachSourceInItsOrder(
            @ForAll @Size(max = 200) List<@IntRange(max = 4) Integer> sources,
            @ForAll @IntRange(min = 1, max = 50) int rowsATime)
            throws InterruptedException {
        var all = new FairQueue<Integer>(1_000);
        var out = new ArrayList<Parcel<Integer>>();
        for (int i = 0; i < sources.size(); i++) {
            all.offer(parcel("s" + sources.get(i), 1 + i % 7, i));
            if (i % 3 == 0) {
                out.addAll(all.take(rowsATime, Duration.ZERO, NOON));
            }
        }
        while (all.size() > 0) {
            out.addAll(all.take(rowsATime, Duration.ZERO, NOON));
        }

        assertThat(out).extracting(Parcel::content).doesNotHaveDuplicates().hasSize(sources.size());
        for (int source = 0; source <= 4; source++) {
            var name = "s" + source;
            assertThat(out.stream()
                            .filter(parcel -> parcel.source().equals(name))
                            .map(Parcel::content))
                    .isSorted();
        }
    }
}
