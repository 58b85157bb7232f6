package io.chengyun.acceptance;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.chengyun.acceptance.house.Places;
import java.nio.file.Files;
import java.nio.file.Path;

/** Public data beside the repository, never in it; where it is absent the test is skipped and says so. */
final class SharedData {

    private SharedData() {}

    static Path file(String name) {
        var folder = System.getProperty("chengyun.shared.data");
        var data = folder == null ? Places.ROOT.resolveSibling("shared/data") : Path.of(folder);
        var file = data.resolve(name);
        assumeTrue(Files.exists(file), () -> "skipped: no " + file + "; set -Dchengyun.shared.data to its folder");
        return file;
    }
}
