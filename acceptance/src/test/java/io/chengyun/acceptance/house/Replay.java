package io.chengyun.acceptance.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command {@code replay} and what it left behind. */
public final class Replay {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int PATIENCE_MINUTES = 15;

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
        var replay = new Replay(folder);
        var command = new ArrayList<String>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(List.of("-Xmx320m", "-XX:+UseSerialGC", "-jar", Places.JAR.toString(), "replay"));
        command.addAll(List.of("--district", "minhang", "--scenario", "flood"));
        command.addAll(List.of("--observations", observations.toString()));
        command.addAll(List.of("--out", replay.events.toString(), "--summary", replay.summary.toString()));
        command.addAll(List.of(more));
        try {
            Files.createDirectories(folder);
            var log = folder.resolve("replay.log");
            var process = new ProcessBuilder(command)
                    .directory(Places.ROOT.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IllegalStateException("replay failed: " + command + "\n" + Files.readString(log));
            }
            return replay;
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
