package io.chengyun.acceptance.house;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Where things lie in the repository, and how what lies there is started. */
public final class Places {

    /** The repository's root. */
    public static final Path ROOT = findRoot(Path.of("").toAbsolutePath());

    /** The house as one executable jar. */
    public static final Path JAR = ROOT.resolve("platform/target/platform-0.1.0-SNAPSHOT-exec.jar");

    private Places() {}

    /** One of the launcher's commands on the jar that was built, in a process that becomes the house's. */
    static ProcessBuilder launcher(List<String> words) {
        var command = new ArrayList<>(words);
        command.add(0, ROOT.resolve("chengyun").toString());
        var builder = new ProcessBuilder(command).directory(ROOT.toFile());
        builder.environment().put("CHENGYUN_BUILT", "true");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Optional.ofNullable(System.getProperty("chengyun.house.jvm"))
                .ifPresent(flags -> builder.environment().put("JDK_JAVA_OPTIONS", flags));
        return builder;
    }

    private static Path findRoot(Path folder) {
        return Files.exists(folder.resolve("chengyun")) ? folder : findRoot(Objects.requireNonNull(folder.getParent()));
    }
}
