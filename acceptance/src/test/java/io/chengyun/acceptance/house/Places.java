package io.chengyun.acceptance.house;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** Where things lie in the repository. */
public final class Places {

    /** The repository's root. */
    public static final Path ROOT = findRoot(Path.of("").toAbsolutePath());

    /** The house as one executable jar. */
    public static final Path JAR = ROOT.resolve("platform/target/platform-0.1.0-SNAPSHOT-exec.jar");

    private Places() {}

    private static Path findRoot(Path folder) {
        return Files.exists(folder.resolve("chengyun")) ? folder : findRoot(Objects.requireNonNull(folder.getParent()));
    }
}
