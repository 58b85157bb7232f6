package io.chengyun.acceptance.bench;

import io.chengyun.acceptance.house.Replay;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Random;

/** Two years of one rain gauge, hour by hour, through the whole house. */
final class ReplaySpeed implements Measurement {

    private static final OffsetDateTime FIRST = OffsetDateTime.parse("2012-01-01T00:00:00+08:00");
    private static final int HOURS = 731 * 24;

    @Override
    public String name() {
        return "replay.gauge24months";
    }

    @Override
    public Figure measure(Path folder) throws IOException {
        double empty = replay(folder.resolve("one-row"), 1);
        double all = replay(folder.resolve("all"), HOURS);
        var note = HOURS + " made-up hours with about 60 storms, cases handled to the end; the reference is one row";
        return new Figure(name(), all, "s", new Figure.Reference("start and stop of a replay", empty), note);
    }

    private static double replay(Path folder, int hours) throws IOException {
        Files.createDirectories(folder);
        var observations = folder.resolve("gauge.csv");
        write(observations, hours);
        long begin = System.nanoTime();
        Replay.run(folder, observations, "--actors", "auto");
        return DataArrayRate.seconds(begin);
    }

    private static void write(Path file, int hours) throws IOException {
        var random = new Random(20120101);
        try (var out = new PrintWriter(Files.newBufferedWriter(file))) {
            out.print("thing,property,time,value\n");
            int storm = 0;
            for (int hour = 0; hour < hours; hour++) {
                storm = storm > 0 ? storm - 1 : random.nextInt(280) == 0 ? 6 : 0;
                double rain =
                        storm > 0 ? 5 + random.nextDouble() * 25 : random.nextInt(20) == 0 ? random.nextDouble() : 0;
                var at = FIRST.plus(Duration.ofHours(hour));
                out.print(String.format(Locale.ROOT, "gauge,rainfall,%s,%.1f\n", at, rain));
            }
        }
    }
}
