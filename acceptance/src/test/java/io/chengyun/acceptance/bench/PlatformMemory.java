package io.chengyun.acceptance.bench;

import io.chengyun.acceptance.house.RunningHouse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Resident memory of the JVM after a short load; PostgreSQL's own processes are not in it. */
final class PlatformMemory implements Measurement {

    private static final double PROMISED_MEGABYTES = 600;

    @Override
    public String name() {
        return "platform.rss";
    }

    @Override
    public Figure measure(Path folder) throws Exception {
        try (var house = RunningHouse.start(folder)) {
            double idle = house.residentMegabytes();
            var senders = Senders.register(house.address(), 50);
            var from = Instant.now().minus(Duration.ofDays(1)).truncatedTo(ChronoUnit.MINUTES);
            long stored = senders.send(from, 4_000, 100);
            var note = String.format("after %d observations; %.0f MB when just started", stored, idle);
            var promised = new Figure.Reference("promised", PROMISED_MEGABYTES);
            return new Figure(name(), house.residentMegabytes(), "MB", promised, note);
        }
    }
}
