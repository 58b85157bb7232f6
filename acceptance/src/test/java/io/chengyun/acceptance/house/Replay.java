package io.chengyun.acceptance.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command {@code replay} and what it left behind. */
public final class Replay {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int PATIENCE_MINUTES = 15;
    /** Tens of thousands of cases take their time. */
    private static final int PATIENCE_WITH_REQUESTS = 180;

    private final Path events;
    private final Path summary;

    private Replay(Path folder) {
        this.events = folder.resolve("events.jsonl");
        this.summary = folder.resolve("summary.json");
    }

    /**
     * Runs the command to its end.
     *
     * @param folder where its output goes
     */
    public static Replay run(Path folder, Path observations, String... more) {
        return new Replay(folder).run(List.of("--observations", observations.toString()), PATIENCE_MINUTES, more);
    }

    /**
     * Runs the command on requests to its end.
     *
     * @param folder where its output goes
     */
    public static Replay ofRequests(Path folder, Path requests, String... more) {
        return new Replay(folder).run(List.of("--requests", requests.toString()), PATIENCE_WITH_REQUESTS, more);
    }

    private Replay run(List<String> in, int patience, String... more) {
        var folder = Objects.requireNonNull(events.getParent());
        var command = new ArrayList<>(List.of("replay", "--district", "minhang", "--scenario", "flood"));
        command.addAll(in);
        command.addAll(List.of("--out", events.toString(), "--summary", summary.toString()));
        command.addAll(List.of(more));
        try {
            Files.createDirectories(folder);
            var log = folder.resolve("replay.log");
            var process = Places.launcher(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            if (!process.waitFor(patience, TimeUnit.MINUTES) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IllegalStateException("replay failed: " + command + "\n" + Files.readString(log));
            }
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** The journal, one object an event. */
    public List<JsonNode> events() {
        try {
            return Files.readAllLines(events).stream().map(JSON::readTree).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives those events whose line is wanted, one after the other: of tens of thousands of cases they do not fit into memory. */
    public void forEach(Predicate<String> wanted, Consumer<JsonNode> event) {
        try (var lines = Files.lines(events)) {
            lines.filter(wanted).map(JSON::readTree).forEach(event);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public JsonNode summary() {
        return JSON.readTree(summary);
    }

    /** Both files, byte for byte. */
    public List<byte[]> bytes() {
        try {
            return List.of(Files.readAllBytes(events), Files.readAllBytes(summary));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
