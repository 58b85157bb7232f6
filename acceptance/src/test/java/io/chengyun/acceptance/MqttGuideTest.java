package io.chengyun.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.chengyun.acceptance.house.Places;
import io.chengyun.acceptance.house.RunningHouse;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every command of docs/guide/mqtt.md, in its order, against the running house, with Debian's MQTT client. */
class MqttGuideTest {

    private static final Pattern BLOCK = Pattern.compile("```bash\n(.*?)```", Pattern.DOTALL);

    @TempDir
    Path data;

    private static String commands() throws IOException {
        var guide = Files.readString(Places.ROOT.resolve("docs/guide/mqtt.md"));
        return BLOCK.matcher(guide).results().map(block -> block.group(1)).collect(Collectors.joining());
    }

    private static boolean installed(String command) {
        return Stream.of(String.valueOf(System.getenv("PATH")).split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, command)));
    }

    @Test
    void theGuideDoesWhatItSays() throws IOException, InterruptedException {
        assumeTrue(installed("mosquitto_sub"), "mosquitto-clients is not installed: apt-get install mosquitto-clients");
        var settings = new String[] {
            "--chengyun.access.sample-accounts=true", "--chengyun.access.staff-file=districts/minhang/staff.csv"
        };
        try (var house = RunningHouse.start(data, settings)) {
            var script = data.resolve("guide.sh");
            Files.writeString(
                    script,
                    commands()
                            .replace("http://127.0.0.1:8080", house.address().toString())
                            .replace("P=1883", "P=" + house.mqttPort()));
            var shell = new ProcessBuilder("bash", "-euo", "pipefail", script.toString())
                    .directory(data.toFile())
                    .redirectErrorStream(true)
                    .start();
            var said = new String(shell.getInputStream().readAllBytes(), UTF_8);

            assertThat(shell.waitFor()).as(said).isZero();
            assertThat(said.lines().toList())
                    .as(said)
                    .satisfiesExactly(
                            created -> assertThat(created).isEqualTo("201"),
                            newest -> assertThat(newest).startsWith("{\"t\":").endsWith("\"v\":1.2}"),
                            outOfRange -> assertThat(outOfRange).contains("RC:153"),
                            noStream -> assertThat(noStream).contains("RC:153"),
                            entity -> assertThat(entity).isEqualTo("{\"name\":\"Gauge at the old pond\"}"),
                            observation -> assertThat(observation).isEqualTo("{\"result\":0.4}"),
                            notYours -> assertThat(notYours).contains("RC:135"),
                            overHttp -> assertThat(overHttp).isEqualTo("201"),
                            nothingElse -> assertThat(nothingElse).isEqualTo("403"));
        }
    }
}
