package io.chengyun.platform.sensing.mqtt;

import io.chengyun.kernel.Ids;
import io.chengyun.platform.sensing.device.DeviceKeys;
import io.chengyun.platform.sensing.device.Sender;
import io.chengyun.platform.sensing.notation.PhenomenonTime;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Says who comes, when, and what the house bears (接待); what asks the database does so on a thread that may wait. */
record Reception(DeviceKeys keys, Executor desk, Clock clock, Ids ids, MqttLimits limits) {

    /** The sender behind a name and a secret, found on a thread of the reception's own. */
    CompletableFuture<Optional<Sender>> recognise(@Nullable String name, @Nullable String secret) {
        return CompletableFuture.supplyAsync(() -> keys.find(name, secret), desk);
    }

    /** Notes that somebody was turned away, on a thread of the reception's own. */
    void turnedAway(String sender, String why) {
        desk.execute(() -> keys.turnedAway(sender, why));
    }

    long nowMicros() {
        return PhenomenonTime.micros(clock.instant());
    }
}
