package io.chengyun.acceptance.bench.casework;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Processor time so far, in seconds of a core: a figure of its own where others share the machine.
 *
 * @param house this process: house and clients
 * @param database the database server and its children
 */
record Spent(double house, double database) {

    private static final double TICK = 0.01;
    private static final int PARENT = 1;
    private static final int USER = 11;
    private static final int SYSTEM = 12;

    static Spent now(Path folder) throws IOException {
        var server = Files.readAllLines(folder.resolve("postgres/postmaster.pid"))
                .get(0)
                .strip();
        double own = seconds(ProcessHandle.current().pid() + "").orElse(0.0);
        try (Stream<Path> all = Files.list(Path.of("/proc"))) {
            double database = all.map(each -> each.getFileName().toString())
                    .filter(name -> name.matches("\\d+"))
                    .filter(name -> name.equals(server) || belongs(name, server))
                    .mapToDouble(name -> seconds(name).orElse(0.0))
                    .sum();
            return new Spent(own, database);
        }
    }

    Spent since(Spent before) {
        return new Spent(house - before.house, database - before.database);
    }

    /** Microseconds of a core for one of so many. */
    String each(int count) {
        return "%.0f + %.0f".formatted(house * 1e6 / count, database * 1e6 / count);
    }

    private static boolean belongs(String process, String parent) {
        return fields(process).filter(all -> all[PARENT].equals(parent)).isPresent();
    }

    private static Optional<Double> seconds(String process) {
        return fields(process).map(all -> (Long.parseLong(all[USER]) + Long.parseLong(all[SYSTEM])) * TICK);
    }

    /** What stands behind the name, which may hold anything. */
    private static Optional<String[]> fields(String process) {
        try {
            var line = Files.readString(Path.of("/proc", process, "stat"));
            return Optional.of(line.substring(line.lastIndexOf(')') + 2).split(" "));
        } catch (IOException | UncheckedIOException gone) {
            return Optional.empty();
        }
    }
}
