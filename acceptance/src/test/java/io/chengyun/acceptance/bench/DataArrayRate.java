package io.chengyun.acceptance.bench;

import io.chengyun.acceptance.house.RunningHouse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Observations a second, sent by CreateObservations, weighed by one rule a stream and committed. */
final class DataArrayRate implements Measurement {

    private static final int STREAMS = 200;
    private static final int STEPS = 2_500;
    private static final int STEPS_A_REQUEST = 25;

    @Override
    public String name() {
        return "sensing.dataArray";
    }

    @Override
    public Figure measure(Path folder) throws Exception {
        try (var house = RunningHouse.start(folder)) {
            var senders = Senders.register(house.address(), STREAMS);
            var from = Instant.now().minus(Duration.ofDays(2)).truncatedTo(ChronoUnit.MINUTES);
            senders.send(from, STEPS / 5, STEPS_A_REQUEST); // warm
            long begin = System.nanoTime();
            long stored = senders.send(from.plus(Duration.ofDays(1)), STEPS, STEPS_A_REQUEST);
            double rate = stored / seconds(begin);
            double raw = new RawCopy(folder).rate(senders.streams(), from, STEPS);
            var note = stored + " rows by 4 senders, 5000 rows a request; COPY of the same rows, 20000 a transaction";
            return new Figure(name(), rate, "obs/s", new Figure.Reference("raw COPY", raw), note);
        }
    }

    static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }
}
