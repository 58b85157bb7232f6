package io.chengyun.platform.sensing.mqtt.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.chengyun.kernel.Fault;
import io.chengyun.kernel.Refused;
import io.chengyun.platform.sensing.ObservationBatch;
import io.chengyun.platform.sensing.Receipt;
import io.chengyun.platform.sensing.SensingRefusal;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.util.concurrent.DefaultEventExecutor;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

class GathererTest {

    private final DefaultEventExecutor thread = new DefaultEventExecutor();
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final AtomicInteger tries = new AtomicInteger();

    private final Letter.Correspondent sender = new Letter.Correspondent() {
        @Override
        public void answer(Letter letter, Verdict verdict) {
            said.add(letter.packet() + "=" + Integer.toHexString(verdict.code() & 0xFF));
        }

        @Override
        public void giveUp(Letter letter) {
            said.add(letter.packet() + " not stored");
        }
    };

    @AfterEach
    void end() {
        thread.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
    }

    private Gatherer with(Duration hold, Function<ObservationBatch, CompletableFuture<Receipt>> lane) {
        var listeners = new Gatherer.Listeners(() -> {}, () -> {});
        return new Gatherer(thread, lane, new Gatherer.Bounds(100, hold), listeners);
    }

    private void send(Gatherer gatherer, int packet) {
        thread.execute(() -> {
            gatherer.take(
                    "mqtt:g-1",
                    batch -> batch.add(1, packet, 1.0),
                    (first, rows) -> new Letter(sender, packet, MqttQoS.AT_LEAST_ONCE, first, rows));
            gatherer.sendOff();
        });
    }

    private static CompletableFuture<Receipt> stored() {
        return CompletableFuture.completedFuture(new Receipt(1, 1, List.of()));
    }

    @Test
    void aLaneThatBreaksWhileItIsAskedIsAskedAgainAndTheSourceIsNotForgotten() {
        var gatherer = with(Duration.ofMinutes(1), batch -> {
            if (tries.getAndIncrement() == 0) {
                throw new DataAccessResourceFailureException("the database is gone");
            }
            return stored();
        });
        send(gatherer, 1);
        await().until(() -> said.equals(List.of("1=0")));
        send(gatherer, 2);
        await().until(() -> said.equals(List.of("1=0", "2=0")));
        assertThat(gatherer.waiting()).isZero();
    }

    @Test
    void whatCannotBeStoredIsTriedAgainAndThenGivenBackUnacknowledged() {
        var gatherer = with(Duration.ofMillis(200), batch -> {
            tries.incrementAndGet();
            return CompletableFuture.failedFuture(new Fault("sensing:not-stored", new IllegalStateException("gone")));
        });
        send(gatherer, 1);
        await().until(() -> said.equals(List.of("1 not stored")));
        assertThat(tries.get()).isGreaterThan(1);
        assertThat(gatherer.waiting()).isZero();
    }

    @Test
    void aRefusalIsToldAtOnceAndNotTriedAgain() {
        var gatherer = with(Duration.ofMinutes(1), batch -> {
            tries.incrementAndGet();
            return CompletableFuture.failedFuture(new Refused(SensingRefusal.KEPT_OUT));
        });
        send(gatherer, 1);
        await().until(() -> said.equals(List.of("1=97")));
        assertThat(tries.get()).isEqualTo(1);
    }
}
