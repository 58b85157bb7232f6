package io.chengyun.platform.sensing.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** A house that listens to a cluster outside, as one of a group. */
@TestPropertySource(
        properties = {
            "chengyun.mqtt.outside.group=night-watch",
            "chengyun.mqtt.outside.limits.longest-pause=PT1S",
            "chengyun.sensing.lane.bad-rows=5"
        })
class OutsideClusterTest extends MqttCalls {

    private static final TinyBroker CLUSTER = new TinyBroker();
    private static final Duration SOON = Duration.ofSeconds(30);

    @Autowired
    DataSource database;

    @DynamicPropertySource
    static void cluster(DynamicPropertyRegistry registry) {
        registry.add("chengyun.mqtt.outside.url", () -> "tcp://127.0.0.1:" + CLUSTER.port());
    }

    private static void awaitAcknowledged() {
        await().atMost(SOON).until(CLUSTER.unacknowledged::isEmpty);
    }

    @Test
    void messagesOfTheClusterAreSharedWithTheGroupAndStored() {
        var gauge = gauge();
        var at = earlier(10);

        CLUSTER.publish(topic(gauge.rain()), body(at, 1.5));
        CLUSTER.publish("d/" + gauge.code(), "water_level," + at + ",2");
        awaitAcknowledged();

        assertThat(CLUSTER.subscribed)
                .contains(
                        "$share/night-watch/v1.1/Observations",
                        "$share/night-watch/v1.1/+/Observations",
                        "$share/night-watch/d/#");
        assertThat(stored(gauge.rain())).isEqualTo(Map.of(at, 1.5));
        assertThat(stored(gauge.level())).isEqualTo(Map.of(at, 2.0));
        assertAccounted("outside:" + gauge.code(), 2);
    }

    @Test
    void nothingIsAcknowledgedBeforeItIsCommitted() throws SQLException, InterruptedException {
        var gauge = gauge();
        var at = earlier(10);
        try (var holding = database.getConnection();
                var statement = holding.createStatement()) {
            holding.setAutoCommit(false);
            statement.execute("lock table sensing.observation in access exclusive mode");
            CLUSTER.publish(topic(gauge.rain()), body(at, 1.5));
            Thread.sleep(1_000);
            assertThat(CLUSTER.unacknowledged).hasSize(1);
            holding.rollback();
        }
        awaitAcknowledged();
        assertThat(stored(gauge.rain())).isEqualTo(Map.of(at, 1.5));
    }

    @Test
    void afterTheLineBrokeTheHouseComesBackByItselfAndStoresOnceWhatIsSentAgain() throws SQLException {
        var gauge = gauge();
        var at = earlier(10);
        int before = CLUSTER.visits();
        try (var holding = database.getConnection();
                var statement = holding.createStatement()) {
            holding.setAutoCommit(false);
            statement.execute("lock table sensing.observation in access exclusive mode");
            CLUSTER.publish(topic(gauge.rain()), body(at, 1.5));
            CLUSTER.shut();
            CLUSTER.publish(topic(gauge.rain()), body(at.plusSeconds(1), 2.5));
            await().atMost(SOON).until(() -> CLUSTER.visits() >= before + 2);
            CLUSTER.open();
            holding.rollback();
        }
        awaitAcknowledged();
        assertThat(stored(gauge.rain())).isEqualTo(Map.of(at, 1.5, at.plusSeconds(1), 2.5));
    }

    @Test
    void rubbishIsAcknowledgedBecauseItIsKeptInQuarantine() {
        var gauge = gauge();
        CLUSTER.publish(topic(gauge.rain()), "rubbish");
        CLUSTER.publish("d/" + gauge.code() + "/fog", "1");
        awaitAcknowledged();

        assertAccounted("outside:" + gauge.code(), 2);
        assertThat(jdbc.sql("select code from sensing.quarantine where source = ? order by id")
                        .param("outside:" + gauge.code())
                        .query(String.class)
                        .list())
                .containsExactly("malformed-row", "unknown-datastream");
    }

    @Test
    void aDeviceThatSendsRubbishHoldsNobodyUp() {
        var noisy = gauge();
        var other = gauge();
        var at = earlier(10);
        for (int i = 0; i < 20; i++) {
            CLUSTER.publish("d/" + noisy.code() + "/rainfall", "rubbish " + i);
            awaitAcknowledged();
        }
        CLUSTER.publish(topic(noisy.rain()), body(at, 1));
        CLUSTER.publish(topic(other.rain()), body(at, 1));
        awaitAcknowledged();

        assertThat(stored(noisy.rain())).isEqualTo(Map.of(at, 1.0));
        assertThat(stored(other.rain())).isEqualTo(Map.of(at, 1.0));
        assertAccounted("outside:" + noisy.code(), 21);
    }
}
