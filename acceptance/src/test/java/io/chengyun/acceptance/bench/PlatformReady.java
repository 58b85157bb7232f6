package io.chengyun.acceptance.bench;

import io.chengyun.acceptance.house.RunningHouse;
import java.nio.file.Path;

/** From the start of the process to "I am well": a fresh house, with its database still to be made. */
final class PlatformReady implements Measurement {

    private static final double PROMISED_SECONDS = 15;

    @Override
    public String name() {
        return "platform.ready";
    }

    @Override
    public Figure measure(Path folder) {
        double fresh = start(folder);
        double second = start(folder);
        var note = String.format("fresh database; with an existing one %.1f s", second);
        return new Figure(name(), fresh, "s", new Figure.Reference("promised", PROMISED_SECONDS), note);
    }

    private static double start(Path folder) {
        long begin = System.nanoTime();
        try (var house = RunningHouse.start(folder)) {
            return house.healthy() ? (System.nanoTime() - begin) / 1e9 : Double.NaN;
        }
    }
}
