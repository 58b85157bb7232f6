package io.chengyun.acceptance.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The house as its users run it: by the launcher, in a process of its own, with its own database. */
public final class RunningHouse implements AutoCloseable {

    /** The first start of a new jar takes it apart. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Process process;
    private final URI address;
    private final int mqttPort;
    private final Path log;

    private RunningHouse(Process process, URI address, int mqttPort, Path log) {
        this.process = process;
        this.address = address;
        this.mqttPort = mqttPort;
        this.log = log;
    }

    /**
     * Starts it and waits until it is healthy.
     *
     * @param folder where its database and its log lie
     * @param settings such as {@code --chengyun.access.sample-accounts=true}
     */
    public static RunningHouse start(Path folder, String... settings) {
        var house = launch(folder, settings);
        house.awaitHealthy();
        return house;
    }

    /** Starts it and does not wait. */
    public static RunningHouse launch(Path folder, String... settings) {
        try {
            int port = freePort();
            int mqttPort = freePort();
            var command = new ArrayList<>(List.of("up", "--server.port=" + port));
            command.add("--chengyun.mqtt.port=" + mqttPort);
            command.add("--chengyun.postgres.data=" + folder.resolve("postgres"));
            command.add("--chengyun.casework.evidence.folder=" + folder.resolve("evidence"));
            command.add("--chengyun.ledger.folder=" + folder.resolve("ledger"));
            command.addAll(List.of(settings));
            var log = folder.resolve("house.log");
            Files.createDirectories(folder);
            var process = Places.launcher(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            return new RunningHouse(process, URI.create("http://127.0.0.1:" + port), mqttPort, log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Waits until the house says that it is well. */
    public void awaitHealthy() {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!healthy()) {
            if (!process.isAlive() || System.nanoTime() > until) {
                throw new IllegalStateException("the house did not start, see " + log + "\n" + lastWords());
            }
            pause(Duration.ofMillis(50));
        }
    }

    /** Whether the house says that it is well. */
    public boolean healthy() {
        try {
            var request = HttpRequest.newBuilder(address.resolve("/actuator/health"))
                    .timeout(Duration.ofSeconds(10))
                    .build();
            return HttpClient.newHttpClient()
                            .send(request, BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    public URI address() {
        return address;
    }

    /** Where it takes MQTT, on this machine. */
    public int mqttPort() {
        return mqttPort;
    }

    public long pid() {
        return process.pid();
    }

    /** Somebody with a sample account. */
    public Visitor visitor(String name) {
        return Visitor.signedIn(address, name);
    }

    /** Resident memory of the house itself, without its database, in megabytes. */
    public double residentMegabytes() {
        return status("VmRSS:");
    }

    /** The most that it ever was. */
    public double peakMegabytes() {
        return status("VmHWM:");
    }

    private double status(String name) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid()), "status"))) {
            return lines.filter(line -> line.startsWith(name))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(Double.NaN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The process id of the database server, as its own mark says. */
    public static Optional<Long> databasePid(Path folder) {
        var mark = folder.resolve("postgres/postmaster.pid");
        try (Stream<String> lines = Files.lines(mark)) {
            return lines.findFirst().map(String::strip).map(Long::valueOf);
        } catch (IOException absent) {
            return Optional.empty();
        }
    }

    /** Whether a process still does anything; one that ended is listed, without its command, while nobody asks for it. */
    public static boolean works(long pid) {
        try {
            return !Files.readString(Path.of("/proc", Long.toString(pid), "cmdline"))
                    .isEmpty();
        } catch (IOException gone) {
            return false;
        }
    }

    /** kill -9: no goodbye. */
    public void kill() {
        process.destroyForcibly();
        await(30);
    }

    @Override
    public void close() {
        process.destroy();
        if (!await(40)) {
            process.destroyForcibly();
        }
    }

    private boolean await(int seconds) {
        try {
            return process.waitFor(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private String lastWords() {
        try {
            var lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 30), lines.size()));
        } catch (IOException none) {
            return "";
        }
    }

    /** Sleeps: outside the house there is no virtual time. */
    public static void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
