package io.chengyun.platform.sensing.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** One client that sends as fast as the wire takes it, and does not care what it was told it may. */
class FloodTest extends HardTimes {

    private static final int MESSAGES = 50_000;

    /** Allowed, and what one read of the wire may hold beyond it. */
    private static final int MOST_WAITING = 100 + 5_000;

    @Autowired
    DataSource database;

    @Test
    void aFloodWaitsOnTheWireAndNotInMemoryAndEveryMessageIsStoredAndAcknowledged() throws IOException, SQLException {
        var gauge = gauge();
        var other = gauge();
        var from = earlier(3_600);
        var at = earlier(10);
        var neighbour = client();
        try (var flooder = RawClient.of(server.port(), "flooder");
                var holding = database.getConnection();
                var statement = holding.createStatement()) {
            holding.setAutoCommit(false);
            statement.execute("lock table sensing.observation in access exclusive mode");
            var acknowledged = CompletableFuture.supplyAsync(() -> acknowledged(flooder));
            var sent = CompletableFuture.runAsync(() -> flood(flooder, "d/" + gauge.code() + "/rainfall", from));
            for (int i = 0; i < 100; i++) {
                pause();
                assertThat(server.waiting()).isLessThan(MOST_WAITING);
            }
            assertThat(server.waiting()).isPositive();
            holding.rollback();

            assertThat(answer(neighbour, topic(other.rain()), body(at, 1))).isEqualTo("0");
            assertThat(acknowledged)
                    .as("the neighbour did not wait for the flood")
                    .isNotDone();
            sent.join();
            assertThat(acknowledged.join()).isEqualTo(MESSAGES);
        }
        assertThat(stored(gauge.rain())).hasSize(MESSAGES);
    }

    private static void flood(RawClient flooder, String topic, Instant from) {
        try {
            for (int i = 0; i < MESSAGES; i++) {
                flooder.send(RawClient.publish(1, 1 + i, topic, from.plusMillis(i) + ",1"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads the answers in their order, until there is one that says no. */
    private static int acknowledged(RawClient flooder) {
        try {
            int count = 0;
            while (count < MESSAGES) {
                var answer = flooder.next(RawClient.PUBACK);
                if (answer.number() != count + 1 || answer.reason() != 0) {
                    return count;
                }
                count++;
            }
            return count;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(10);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
