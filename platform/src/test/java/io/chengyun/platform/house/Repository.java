package io.chengyun.platform.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The repository that is being built, found upwards from where the test runs. */
public final class Repository {

    private static final List<String> MODULES = List.of("kernel", "rules", "proof", "platform", "anchor", "acceptance");
    private static final Path ROOT = findRoot(Path.of("").toAbsolutePath());

    private Repository() {}

    private static Path findRoot(Path folder) {
        return Files.exists(folder.resolve("chengyun")) ? folder : findRoot(Objects.requireNonNull(folder.getParent()));
    }

    /** A path in the repository. */
    public static Path path(String relative) {
        return ROOT.resolve(relative);
    }

    /** All Java sources of the product. */
    public static List<Source> mainSources() {
        return sources("src/main/java");
    }

    /** All Java sources that prove it. */
    public static List<Source> testSources() {
        return sources("src/test/java");
    }

    private static List<Source> sources(String folder) {
        return MODULES.stream()
                .map(module -> ROOT.resolve(module).resolve(folder))
                .filter(Files::isDirectory)
                .flatMap(tree -> files(tree, file -> file.toString().endsWith(".java")).stream())
                .map(Repository::source)
                .toList();
    }

    /** Files below a folder, in order of their paths. */
    static List<Path> files(Path folder, Predicate<Path> which) {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).filter(which).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Source source(Path file) {
        return new Source(ROOT.relativize(file).toString(), text(file));
    }

    /** A file's text. */
    public static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
