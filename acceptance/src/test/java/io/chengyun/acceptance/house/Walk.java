package io.chengyun.acceptance.house;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A walk through the console in a real browser: one of the scripts in {@code acceptance/browser}. */
public final class Walk {

    private static final Path SCRIPTS = Places.ROOT.resolve("acceptance/browser");

    private final String chromium;

    private Walk(String chromium) {
        this.chromium = chromium;
    }

    /** With the browser that the launcher found, or one on the path; empty without one. */
    public static Optional<Walk> find() {
        return Optional.ofNullable(System.getProperty("chengyun.browser"))
                .filter(given -> !given.isEmpty())
                .or(() -> program("chromium", "chromium-browser", "google-chrome"))
                .map(Walk::new);
    }

    /** The first of these programs on the path. */
    public static Optional<String> program(String... names) {
        return Stream.of(String.valueOf(System.getenv("PATH")).split(File.pathSeparator))
                .flatMap(folder -> Stream.of(names).map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }

    /** Walks, with pictures in the build's folder, or those of the documents while these are written; what was said. */
    public String walk(String script, RunningHouse house, Map<String, String> words)
            throws IOException, InterruptedException {
        if (!Files.exists(SCRIPTS.resolve("node_modules/playwright-core"))) {
            run(List.of("npm", "ci", "--silent"), Map.of());
        }
        boolean publish = Boolean.getBoolean("chengyun.docs.write");
        var shots = Places.ROOT.resolve(publish ? "docs/images" : "acceptance/target/screenshots");
        Files.createDirectories(shots);
        var said = new HashMap<>(words);
        said.put("ADDRESS", house.address().toString());
        said.put("CHROMIUM", chromium);
        said.put("SHOTS", shots.toString());
        return run(List.of("node", script), said);
    }

    private static String run(List<String> command, Map<String, String> words)
            throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).directory(SCRIPTS.toFile()).redirectErrorStream(true);
        builder.environment().putAll(words);
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), UTF_8);
        if (!process.waitFor(10, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IllegalStateException(command + ": " + said);
        }
        return said;
    }
}
