package io.chengyun.acceptance.bench;

import io.chengyun.acceptance.house.RunningHouse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Observations a second, each a message of QoS 1, weighed by one rule a stream and acknowledged after the commit. */
final class MqttRate implements Measurement {

    private static final int STREAMS = 100;
    private static final int CLIENTS = 20;
    private static final int WINDOW = 250;
    private static final int STEPS = 3_000;

    @Override
    public String name() {
        return "sensing.mqtt";
    }

    @Override
    public Figure measure(Path folder) throws Exception {
        var from = Instant.now().minus(Duration.ofDays(2)).truncatedTo(ChronoUnit.MINUTES);
        double rate;
        double reference;
        try (var house = RunningHouse.start(folder);
                var bare = BareBroker.open()) {
            var streams = Senders.register(house.address(), STREAMS).streams();
            reference = rate(bare.port(), streams, from);
            rate = rate(house.mqttPort(), streams, from);
        }
        var note = String.format(
                "%d messages by %d clients, at most %d of each unanswered; the reference answers at once and stores nothing",
                STREAMS * STEPS, CLIENTS, WINDOW);
        return new Figure(name(), rate, "obs/s", new Figure.Reference("bare broker", reference), note);
    }

    private static double rate(int port, java.util.List<Long> streams, Instant from) throws Exception {
        try (var publishers = Publishers.connect(port, CLIENTS, WINDOW)) {
            publishers.send(streams, from, STEPS / 5); // warm
            long begin = System.nanoTime();
            publishers.send(streams, from.plus(Duration.ofDays(1)), STEPS);
            return STREAMS * (double) STEPS / DataArrayRate.seconds(begin);
        }
    }
}
