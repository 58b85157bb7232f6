package io.chengyun.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.chengyun.acceptance.house.Places;
import io.chengyun.acceptance.house.RunningHouse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every command of docs/guide/sensorthings.md, in its order, against the running house. */
class SensorThingsGuideTest {

    private static final Pattern BLOCK = Pattern.compile("```bash\n(.*?)```", Pattern.DOTALL);

    @TempDir
    Path data;

    private static String commands() throws IOException {
        var guide = Files.readString(Places.ROOT.resolve("docs/guide/sensorthings.md"));
        return BLOCK.matcher(guide).results().map(block -> block.group(1)).collect(Collectors.joining());
    }

    @Test
    void theGuideDoesWhatItSays() throws IOException, InterruptedException {
        try (var house = RunningHouse.start(data)) {
            var script = data.resolve("guide.sh");
            Files.writeString(
                    script,
                    commands().replace("http://127.0.0.1:8080", house.address().toString()));
            var shell = new ProcessBuilder("bash", "-euo", "pipefail", script.toString())
                    .redirectErrorStream(true)
                    .start();
            var said = new String(shell.getInputStream().readAllBytes(), UTF_8);

            assertThat(shell.waitFor()).as(said).isZero();
            assertThat(said).doesNotContain("urn:chengyun:problem");
            // The second observation came without a time, a moment later.
            assertThat(said)
                    .contains("201", "\"result\":1.2", "\"@iot.count\":1", "\"name\":\"Gauge at the pond\"")
                    .contains(
                            "\"components\":[\"phenomenonTime\",\"result\"]", "rain at the pond", "moved to the bridge")
                    .contains("\"status\":201", "\"status\":200")
                    .endsWith("200\n");
        }
    }
}
