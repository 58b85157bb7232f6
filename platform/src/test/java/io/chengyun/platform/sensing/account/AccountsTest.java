package io.chengyun.platform.sensing.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.chengyun.platform.SetClock;
import io.chengyun.platform.sensing.lane.FairQueue;
import io.chengyun.platform.sensing.lane.LaneSettings;
import io.chengyun.platform.sensing.lane.Parcel;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Received = stored + rejected + waiting, whatever happens. */
class AccountsTest {

    private static final Instant NOON = Instant.parse("2026-11-24T04:00:00Z");
    private static final String[] SOURCES = {"http:a", "http:b", "mqtt:c"};

    /** A database that commits, or does not. */
    private static final class Drawer extends QuarantineStore {
        final Tally committed = new Tally();

        Drawer() {
            super(JdbcClient.create(new DriverManagerDataSource()));
        }

        @Override
        public Map<String, Map<String, Long>> counts() {
            var counts = new TreeMap<String, Map<String, Long>>();
            committed.sources().forEach(source -> counts.put(source, committed.of(source)));
            return counts;
        }
    }

    private final Drawer drawer = new Drawer();
    private final SetClock clock = new SetClock(NOON);
    private final FairQueue<Integer> queue = new FairQueue<>(4);
    private final Accounts accounts = accounts(drawer, 100);
    /** What was taken over from each source and not given back. */
    private final Map<String, Long> taken = new TreeMap<>();

    private Accounts accounts(Drawer drawer, int maxSources) {
        var settings = new LaneSettings(
                200_000, 1_000_000, Map.of(), 0.5, 1_000, Duration.ofMinutes(1), Duration.ofMinutes(10), maxSources);
        return new Accounts(drawer, settings, clock);
    }

    private void offer(String source, int rows, int bad) {
        var parcel = new Parcel<>(source, rows, clock.instant(), Instant.MIN, bad);
        taken.merge(source, (long) rows, Long::sum);
        var displaced = queue.offer(parcel);
        if (displaced != null) {
            giveBack(displaced);
        }
    }

    private void giveBack(Parcel<Integer> parcel) {
        taken.merge(parcel.source(), (long) -parcel.rows(), Long::sum);
    }

    private static Tally tally(List<Parcel<Integer>> group) {
        var tally = new Tally();
        for (var parcel : group) {
            int bad = Math.min(parcel.content(), parcel.rows());
            tally.add(parcel.source(), Tally.RECEIVED, parcel.rows());
            tally.add(parcel.source(), Tally.STORED, parcel.rows() - bad);
            tally.add(parcel.source(), "missing", bad / 2);
            tally.add(parcel.source(), "duplicate", bad - bad / 2);
        }
        return tally;
    }

    /**
     * One write as the lane does it.
     *
     * @param outcome 0 = it fails and nothing is kept; 1 = it fails and nobody knows that it was committed; else it is good
     */
    private void write(int outcome) throws InterruptedException {
        var group = queue.take(20, Duration.ZERO, clock.instant());
        var tally = tally(group);
        if (outcome > 0) {
            drawer.committed.add(tally);
        }
        if (outcome > 1) {
            accounts.add(tally, () -> queue.done(group));
        } else {
            queue.done(group);
            accounts.forget();
            group.stream().filter(parcel -> outcome == 0).forEach(this::giveBack);
        }
    }

    private void balanced() {
        for (var account : accounts.list()) {
            assertThat(account.received())
                    .as(account.source())
                    .isEqualTo(account.stored() + account.rejectedRows() + account.waiting())
                    .isEqualTo(taken.getOrDefault(account.source(), 0L));
            assertThat(accounts.get(account.source())).isEqualTo(account);
        }
        assertThat(accounts.list().stream()
                        .mapToLong(Accounts.Account::received)
                        .sum())
                .isEqualTo(taken.values().stream().mapToLong(Long::longValue).sum());
    }

    @Property(tries = 200)
    void receivedIsStoredPlusRejectedPlusWaitingAfterAnyMixOfSendingWritingAndFaults(
            @ForAll @Size(max = 60) List<@IntRange(max = 999) Integer> steps) throws InterruptedException {
        accounts.follow(queue::waiting);
        for (int step : steps) {
            if (step % 3 == 0) {
                write(step / 3 % 5);
            } else {
                offer(SOURCES[step % 7 % 3], 1 + step % 11, step % 5);
            }
            balanced();
        }
        accounts.forget();
        balanced();
    }

    @Test
    void whatIsBeingWrittenWaitsUntilItIsCommittedAndIsNeverSeenTwice() throws InterruptedException {
        accounts.follow(queue::waiting);
        offer("http:a", 5, 1);
        var group = queue.take(20, Duration.ZERO, NOON);
        assertThat(accounts.get("http:a").waiting()).isEqualTo(5);
        accounts.add(tally(group), () -> queue.done(group));

        assertThat(accounts.get("http:a"))
                .satisfies(account -> assertThat(account.received()).isEqualTo(5))
                .satisfies(account -> assertThat(account.stored()).isEqualTo(4))
                .satisfies(account -> assertThat(account.waiting()).isZero());
    }

    @Test
    void beyondTheMostSourcesWhatComesIsItsDoorsOthers() {
        var few = accounts(drawer, 1);
        drawer.committed.add("http:a", Tally.RECEIVED, 1);

        assertThat(few.nameOf("http:a")).isEqualTo("http:a");
        assertThat(few.nameOf("http:b")).isEqualTo("http:others");
        assertThat(few.nameOf("mqtt:c")).isEqualTo("mqtt:others");
    }

    @Test
    void someSourcesHaveMetricsOfTheirOwnAndTheOthersAreCountedTogether() {
        var registry = new SimpleMeterRegistry();
        accounts.follow(queue::waiting);
        drawer.committed.add("http:a", Tally.RECEIVED, 3);
        drawer.committed.add("http:a", Tally.STORED, 3);
        new AccountMetrics(accounts, new AccountSettings(2)).bindTo(registry);
        var more = new Tally();
        for (var source : List.of("http:b", "http:c", "http:d")) {
            more.add(source, Tally.RECEIVED, 2);
            more.add(source, Tally.STORED, 1);
            more.add(source, "missing", 1);
        }
        accounts.add(more, () -> {});
        accounts.arrived("http:b", Duration.ofSeconds(7), NOON);
        offer("http:b", 4, 0);

        var sources = new ArrayList<String>();
        registry.find("chengyun.sensing.received")
                .meters()
                .forEach(meter -> sources.add(meter.getId().getTag("source")));
        assertThat(sources).containsExactlyInAnyOrder("http:a", "http:b", "others");
        assertThat(count(registry, "received", "http:b")).isEqualTo(6);
        assertThat(count(registry, "stored", "http:b")
                        + count(registry, "rejected", "http:b")
                        + registry.get("chengyun.sensing.waiting")
                                .tag("source", "http:b")
                                .gauge()
                                .value())
                .isEqualTo(6);
        assertThat(count(registry, "received", "others")).isEqualTo(4);
        assertThat(lag(registry, "http:b")).isEqualTo(7);
        assertThat(lag(registry, "worst")).isEqualTo(7);
    }

    private static double lag(SimpleMeterRegistry registry, String source) {
        return registry.get("chengyun.sensing.lag")
                .tag("source", source)
                .gauge()
                .value();
    }

    private static double count(SimpleMeterRegistry registry, String name, String source) {
        return registry.get("chengyun.sensing." + name)
                .tag("source", source)
                .functionCounter()
                .count();
    }
}
