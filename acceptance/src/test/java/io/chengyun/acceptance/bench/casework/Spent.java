package io.chengyun.acceptance.bench.casework;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Processor time so far, in seconds of a core: a figure of its own where others share the machine.
 *
 * @param house this process: house and clients
 * @param database the database server and its children; not a number where it is on another machine
 */
record Spent(double house, double database) {

    private static final double TICK = 0.01;
    private static final int PARENT = 1;
    private static final int USER = 11;
    private static final int SYSTEM = 12;

    static Spent now(CaseHouse house) throws SQLException {
        return new Spent(
                seconds(ProcessHandle.current().pid() + "").orElse(0.0),
                database(house.count("select pg_backend_pid()")));
    }

    /** Of the server that begot this process, and of all that it begot beside. */
    private static double database(long backend) {
        var server = stat(backend + "").filter(Stat::isPostgres).map(Stat::parent);
        if (server.isEmpty()) {
            return Double.NaN;
        }
        try (Stream<Path> all = Files.list(Path.of("/proc"))) {
            return all.map(each -> each.getFileName().toString())
                    .filter(name -> name.matches("\\d+"))
                    .filter(name -> name.equals(server.get()) || belongs(name, server.get()))
                    .mapToDouble(name -> seconds(name).orElse(0.0))
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Spent since(Spent before) {
        return new Spent(house - before.house, database - before.database);
    }

    /** Microseconds of a core for one of so many. */
    String each(int count) {
        return "%.0f + %s"
                .formatted(
                        house * 1e6 / count,
                        Double.isNaN(database) ? "an unknown number of" : "%.0f".formatted(database * 1e6 / count));
    }

    private static boolean belongs(String process, String parent) {
        return stat(process).filter(stat -> stat.parent().equals(parent)).isPresent();
    }

    private static Optional<Double> seconds(String process) {
        return stat(process).map(Stat::seconds);
    }

    private static Optional<Stat> stat(String process) {
        try {
            var line = Files.readString(Path.of("/proc", process, "stat"));
            int name = line.indexOf('(') + 1;
            int behind = line.lastIndexOf(')');
            return Optional.of(new Stat(
                    line.substring(name, behind), line.substring(behind + 2).split(" ")));
        } catch (IOException | UncheckedIOException gone) {
            return Optional.empty();
        }
    }

    /**
     * What the kernel says of a process.
     *
     * @param fields what stands behind the name, which may hold anything
     */
    private record Stat(String name, String[] fields) {

        boolean isPostgres() {
            return name.startsWith("postgres");
        }

        String parent() {
            return fields[PARENT];
        }

        double seconds() {
            return (Long.parseLong(fields[USER]) + Long.parseLong(fields[SYSTEM])) * TICK;
        }
    }
}
