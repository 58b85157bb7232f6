package io.chengyun.acceptance.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The auditor's jar as a stranger uses it: alone, in another folder, by {@code java -jar}. */
public final class ProofJar {

    private static final Path BUILT = Places.ROOT.resolve("proof/target/proof.jar");

    private final Path folder;

    private ProofJar(Path folder) {
        this.folder = folder;
    }

    /** Copies the jar, and nothing else, into the folder. */
    public static ProofJar in(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.copy(BUILT, folder.resolve("proof.jar"));
            return new ProofJar(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the command said, and what it ended with. */
    public record Said(int code, String words) {}

    /** Runs a command to its end. */
    public Said run(String... words) {
        try {
            var process = process(List.of(words)).redirectErrorStream(true).start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor(60, TimeUnit.SECONDS);
            return new Said(process.exitValue(), said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** Starts a command that goes on, and waits for its first line. */
    public Process start(String... words) {
        try {
            var process = process(List.of(words)).redirectErrorStream(true).start();
            if (process.inputReader(StandardCharsets.UTF_8).readLine() == null) {
                throw new IllegalStateException(List.of(words) + " said nothing");
            }
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ProcessBuilder process(List<String> words) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx64m", "-jar", "proof.jar"));
        command.addAll(words);
        return new ProcessBuilder(command).directory(folder.toFile());
    }
}
