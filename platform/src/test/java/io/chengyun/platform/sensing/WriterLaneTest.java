package io.chengyun.platform.sensing;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.chengyun.kernel.Fault;
import io.chengyun.platform.place.Position;
import io.chengyun.platform.postgres.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;

/** What the lane promises its senders, with a database that can go away. */
@ApplicationModuleTest(
        mode = BootstrapMode.DIRECT_DEPENDENCIES,
        extraIncludes = {"postgres", "web"})
@ContextConfiguration(initializers = TestDatabase.class)
@TestPropertySource(
        properties = {
            "chengyun.place.district=../districts/minhang",
            "chengyun.sensing.queue-length=4",
            "chengyun.sensing.answer-within=PT15S"
        })
@Import(WriterLaneTest.Neighbours.class)
class WriterLaneTest {

    private static final double HOLD = 111;
    private static final double BREAK = 113;

    /** A neighbour that holds the lane up at one value and fails at another. */
    static final class Gate implements ObservationListener {
        final AtomicInteger batches = new AtomicInteger();
        volatile CountDownLatch open = new CountDownLatch(0);
        volatile CountDownLatch reached = new CountDownLatch(1);

        @Override
        public void onStored(StoredBatch batch) {
            batches.incrementAndGet();
            for (var reading : batch.series().get(0).readings()) {
                if (reading.value() == BREAK) {
                    throw new IllegalStateException("cannot bear " + BREAK);
                }
                if (reading.value() == HOLD) {
                    reached.countDown();
                    hold();
                }
            }
        }

        private void hold() {
            try {
                open.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @TestConfiguration
    static class Neighbours {
        @Bean
        Gate gate() {
            return new Gate();
        }
    }

    @Autowired
    Sensing sensing;

    @Autowired
    WriterLane lane;

    @Autowired
    Gate gate;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataSource dataSource;

    private long stream;
    private Instant begin = Instant.EPOCH;

    @BeforeEach
    void newStream() {
        begin = clock.instant().truncatedTo(ChronoUnit.SECONDS).minusSeconds(86_400);
        stream = sensing.register(new NewThing(
                        "lane-" + clock.instant(),
                        "lane",
                        new Position(121.4, 31.1),
                        List.of(NewThing.NewStream.of("rainfall"))))
                .get(0)
                .id();
    }

    @AfterEach
    void letGo() {
        gate.open.countDown();
        lane.start();
    }

    private CompletableFuture<Receipt> sending(int second, double value) {
        var batch = new ObservationBatch("lane").add(stream, begin.plusSeconds(second), value);
        return CompletableFuture.supplyAsync(() -> sensing.send(batch), task -> new Thread(task).start());
    }

    /** Holds the lane up in the middle of a write. */
    private CompletableFuture<Receipt> holdUp() throws InterruptedException {
        gate.open = new CountDownLatch(1);
        gate.reached = new CountDownLatch(1);
        var held = sending(0, HOLD);
        assertThat(gate.reached.await(10, SECONDS)).isTrue();
        return held;
    }

    private List<Double> stored() {
        return jdbc.sql("select result from sensing.observation where datastream_id = ? order by 1")
                .param(stream)
                .query(Double.class)
                .list();
    }

    @Test
    void whoWaitsSharesOneCommit() throws InterruptedException, ExecutionException, TimeoutException {
        var held = holdUp();
        int before = gate.batches.get();
        var waiting = List.of(sending(1, 1), sending(2, 2), sending(3, 3));
        await().until(() -> lane.waiting() == 3);
        assertThat(held).isNotDone();
        gate.open.countDown();

        for (var one : waiting) {
            assertThat(one.get(10, SECONDS).stored()).isEqualTo(1);
        }
        assertThat(gate.batches.get()).isEqualTo(before + 1);
    }

    @Test
    void whoOffersIsNotHeldAndHearsAfterTheCommit() throws InterruptedException, ExecutionException, TimeoutException {
        holdUp();
        var offered = sensing.offer(new ObservationBatch("lane").add(stream, begin.plusSeconds(1), 1));
        assertThat(offered).isNotDone();
        gate.open.countDown();

        assertThat(offered.get(10, SECONDS)).isEqualTo(new Receipt(1, 1, List.of()));
        assertThat(stored()).contains(1.0);
    }

    @Test
    void anOfferThatCannotBeStoredFailsAsAFault() {
        var offered = sensing.offer(new ObservationBatch("lane").add(stream, begin.plusSeconds(1), BREAK));

        assertThatThrownBy(() -> offered.get(10, SECONDS)).hasCauseInstanceOf(Fault.class);
    }

    @Test
    void oneThatSpoilsTheCommitFailsAloneAndTheLaneGoesOn()
            throws InterruptedException, ExecutionException, TimeoutException {
        holdUp();
        var good = sending(1, 1);
        await().until(() -> lane.waiting() == 1);
        var bad = sending(2, BREAK);
        await().until(() -> lane.waiting() == 2);
        var alsoGood = sending(3, 3);
        await().until(() -> lane.waiting() == 3);
        gate.open.countDown();

        assertThat(good.get(10, SECONDS).stored()).isEqualTo(1);
        assertThat(alsoGood.get(10, SECONDS).stored()).isEqualTo(1);
        assertThatThrownBy(() -> bad.get(10, SECONDS))
                .hasCauseInstanceOf(Fault.class)
                .hasMessageContaining("sensing:not-stored");
        assertThat(sending(4, 4).get(10, SECONDS).stored()).isEqualTo(1);
        assertThat(stored()).containsExactly(1.0, 3.0, 4.0, HOLD);
    }

    @Test
    void whenTheQueueIsFullTheNextIsToldToComeAgain() throws InterruptedException {
        holdUp();
        for (int i = 1; i <= 4; i++) {
            int waiting = i;
            sending(i, i);
            await().until(() -> lane.waiting() == waiting);
        }

        assertThatThrownBy(() -> sensing.send(new ObservationBatch("lane").add(stream, begin.plusSeconds(9), 9)))
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.code()).isEqualTo("sensing:queue-full"));
    }

    @Test
    void aStoppedLaneWritesWhatWaitsAndTakesNoMore() throws InterruptedException, ExecutionException, TimeoutException {
        holdUp();
        var waiting = sending(1, 1);
        await().until(() -> lane.waiting() == 1);
        var stopping = CompletableFuture.runAsync(lane::stop);
        await().until(() -> !lane.isRunning());
        assertThatThrownBy(() -> sensing.send(new ObservationBatch("lane").add(stream, begin, 1)))
                .isInstanceOf(Fault.class);
        gate.open.countDown();

        assertThat(waiting.get(10, SECONDS).stored()).isEqualTo(1);
        stopping.get(10, SECONDS);
    }

    @Test
    void whileTheDatabaseIsGoneNothingAcknowledgedIsLostAndAfterwardsTheLaneGoesOnByItself()
            throws InterruptedException, SQLException {
        var acknowledged = ConcurrentHashMap.<Double>newKeySet();
        var faults = new AtomicInteger();
        var over = new AtomicBoolean();
        var senders = new ArrayList<Thread>();
        for (int number = 0; number < 3; number++) {
            int first = number;
            var sender = new Thread(() -> sendUntil(over, first, acknowledged, faults));
            sender.start();
            senders.add(sender);
        }
        await().until(() -> acknowledged.size() > 20);
        try (var admin = admin()) {
            switchDatabase(admin, false);
            await().atMost(30, SECONDS).until(() -> faults.get() > 3);
            switchDatabase(admin, true);
        }
        int before = acknowledged.size();
        await().atMost(30, SECONDS).until(() -> acknowledged.size() > before + 20);
        over.set(true);
        for (var sender : senders) {
            sender.join();
        }

        assertThat(stored()).containsAll(acknowledged);
        assertThat(jdbc.sql("""
                                select sum(case code when 'received' then rows else -rows end)::bigint
                                from sensing.tally where source = 'lane'
                                """).query(Long.class).single()).isZero();
    }

    /** Sends value after value, each until it is acknowledged; a duplicate was stored by a try that went unanswered. */
    private void sendUntil(AtomicBoolean over, int first, Set<Double> acknowledged, AtomicInteger faults) {
        for (int i = first; !over.get() && i < 50_000; i += 3) {
            double value = i / 1_000.0;
            for (boolean done = false; !done && !over.get(); ) {
                try {
                    var receipt = sensing.send(new ObservationBatch("lane").add(stream, begin.plusSeconds(i), value));
                    done = receipt.stored() == 1 || receipt.rejected().get(0).why() == Reject.DUPLICATE;
                    if (done) {
                        acknowledged.add(value);
                    }
                } catch (Fault gone) {
                    faults.incrementAndGet();
                }
            }
        }
    }

    private String url() throws SQLException {
        try (var connection = dataSource.getConnection()) {
            return connection.getMetaData().getURL();
        }
    }

    private String database = "";

    private Connection admin() throws SQLException {
        var url = url();
        database = url.replaceAll(".*/([^/?]+).*", "$1");
        return DriverManager.getConnection(url.replace("/" + database, "/postgres"), "postgres", "");
    }

    private void switchDatabase(Connection admin, boolean on) throws SQLException {
        try (var statement = admin.createStatement()) {
            statement.execute("alter database " + database + " allow_connections " + on);
            if (!on) {
                statement.execute(
                        "select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + database + "'");
            }
        }
    }
}
