package io.chengyun.acceptance.bench.requests;

import io.chengyun.acceptance.bench.Figure;
import io.chengyun.acceptance.bench.Measurement;
import io.chengyun.acceptance.house.Replay;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Random;

/** Requests a second through the whole house, most of them closed and half of them promised. */
public final class RequestReplayRate implements Measurement {

    private static final LocalDateTime FIRST = LocalDateTime.parse("2013-01-01T06:00:00");
    private static final int ROWS = 3_000;
    private static final int OPEN = 10;
    private static final int HOURS = 100;
    private static final double NANOS = 1e9;
    /** Sixty thousand rows in five minutes. */
    private static final double WISHED = 200;

    @Override
    public String name() {
        return "replay.requests";
    }

    @Override
    public Figure measure(Path folder) throws IOException {
        replay(folder.resolve("unfolds"), 1); // the first start of a jar takes it apart
        double empty = replay(folder.resolve("one-row"), 1);
        double all = replay(folder.resolve("all"), ROWS);
        var note = String.format(
                Locale.ROOT, "%d made-up rows in %.1f s, of which start and stop are %.1f s", ROWS, all, empty);
        return new Figure(
                name(),
                (ROWS - 1) / (all - empty),
                "rows/s",
                new Figure.Reference("sixty thousand rows in five minutes", WISHED),
                note);
    }

    private static double replay(Path folder, int rows) throws IOException {
        Files.createDirectories(folder);
        var requests = folder.resolve("requests.csv");
        write(requests, rows);
        long begin = System.nanoTime();
        Replay.ofRequests(folder, requests, "--actors", "data");
        return (System.nanoTime() - begin) / NANOS;
    }

    private static void write(Path file, int rows) throws IOException {
        var random = new Random(20130101);
        try (var out = new PrintWriter(Files.newBufferedWriter(file))) {
            out.print("external_id,requested_at,service_code,description,address,lat,lon,closed_at,sla_due_at\n");
            var at = FIRST;
            for (int row = 0; row < rows; row++) {
                at = at.plusMinutes(1 + random.nextInt(60));
                var closed = row % OPEN == 0 ? "" : at.plus(hours(random)).toString();
                var due = random.nextBoolean() ? at.plus(hours(random)).toString() : "";
                out.print(String.format(
                        Locale.ROOT,
                        "%d,%s,Service %d,what is wrong,%d Some St,42.%03d,-71.%03d,%s,%s\n",
                        row,
                        at,
                        random.nextInt(7),
                        random.nextInt(300),
                        random.nextInt(100) + 300,
                        random.nextInt(100) + 50,
                        closed,
                        due));
            }
        }
    }

    private static Duration hours(Random random) {
        return Duration.ofMinutes(60L + random.nextInt(HOURS * 60));
    }
}
