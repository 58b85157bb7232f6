package io.chengyun.acceptance.bench;

import io.chengyun.acceptance.house.RunningHouse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Resident memory of the JVM at its peak, under a steady load after a short heavy one; PostgreSQL's own processes are not in it. */
final class PlatformMemory implements Measurement {

    private static final double PROMISED_MEGABYTES = 512;
    private static final int STREAMS = 50;
    private static final int SECONDS = 60;

    @Override
    public String name() {
        return "platform.rss";
    }

    @Override
    public Figure measure(Path folder) throws Exception {
        try (var house = RunningHouse.start(folder)) {
            double idle = house.residentMegabytes();
            var senders = Senders.register(house.address(), STREAMS);
            var from = Instant.now().minus(Duration.ofDays(3)).truncatedTo(ChronoUnit.MINUTES);
            long stored = senders.send(from, 4_000, 100);
            double loaded = house.residentMegabytes();
            var steady = SignalLatency.poster(house.address(), senders.streams(), from.plus(Duration.ofDays(1)));
            SignalLatency.steadily(SECONDS, steady);
            var note = String.format(
                    "the peak, with %d single POSTs a second for %d s, every %dth a storm, after %d observations (%.0f MB);"
                            + " %.0f MB when just started",
                    SignalLatency.A_SECOND, SECONDS, SignalLatency.STORM_EVERY, stored, loaded, idle);
            var promised = new Figure.Reference("promised", PROMISED_MEGABYTES);
            return new Figure(name(), house.peakMegabytes(), "MB", promised, note);
        }
    }
}
