package io.chengyun.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.chengyun.acceptance.house.Places;
import io.chengyun.acceptance.house.RunningHouse;
import io.chengyun.acceptance.house.Visitor;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * The demo as a visitor sees it: a case of the storm is signed, handled with a photograph, inspected and closed, in a real
 * browser. With {@code -Dchengyun.docs.write=true} its screenshots become the README's.
 */
class WalkInTheBrowserTest {

    private static final Path WALK = Places.ROOT.resolve("acceptance/browser");
    private static final Duration STORM = Duration.ofMinutes(5);

    @TempDir
    private Path folder;

    @Test
    void caseOfTheStormIsWalkedToItsEnd() throws IOException, InterruptedException {
        var chromium = chromium();
        assumeTrue(!chromium.isEmpty(), "skipped: no chromium; install chromium and fonts-noto-cjk, or start as root");
        install();
        try (var house = RunningHouse.start(folder, "--spring.profiles.active=demo")) {
            var commander = house.visitor("commander");
            await().atMost(STORM).until(() -> !pending(commander).isMissingNode());
            var card = pending(commander);
            var id = card.at("/id").asString();
            var town = card.at("/town").asString();
            var warning = card.at("/warning").asString();
            var receipt = house.visitor("acceptor-" + town).post("/api/warnings/" + warning + "/receipts", Map.of());
            assertThat(receipt.status()).isBetween(200, 204);
            walk(chromium, house, id, "handler-" + town);
            assertThat(commander.get("/api/cases/" + id).text("/card/state")).isEqualTo("CLOSED");
            var latencies = commander.get("/api/cases/" + id + "/latencies").body();
            for (var latency : List.of("discover", "warn", "judge", "act")) {
                assertThat(latencies.at("/" + latency).isNumber())
                        .as(latency + " in " + latencies)
                        .isTrue();
            }
        }
    }

    /** A rainstorm case that waits for its town; missing while there is none. */
    private static JsonNode pending(Visitor commander) {
        for (var card :
                commander.get("/api/cases?state=PENDING_HANDLING").body().at("/cases")) {
            boolean town = card.at("/holder/organisation").asString().startsWith("T");
            if (town && !card.at("/warning").isNull()) {
                return card;
            }
        }
        return MissingNode.getInstance();
    }

    private void walk(String chromium, RunningHouse house, String caseId, String handler)
            throws IOException, InterruptedException {
        var photo = folder.resolve("after.png");
        Files.write(photo, Visitor.picture(2));
        boolean publish = Boolean.getBoolean("chengyun.docs.write");
        var shots = Places.ROOT.resolve(publish ? "docs/images" : "acceptance/target/screenshots");
        Files.createDirectories(shots);
        var process =
                new ProcessBuilder("node", "walk.mjs").directory(WALK.toFile()).redirectErrorStream(true);
        process.environment()
                .putAll(Map.of(
                        "ADDRESS",
                        house.address().toString(),
                        "CHROMIUM",
                        chromium,
                        "CASE",
                        caseId,
                        "HANDLER",
                        handler,
                        "PHOTO",
                        photo.toString(),
                        "SHOTS",
                        shots.toString()));
        assertThat(run(process)).endsWith("walked\n");
    }

    private static void install() throws IOException, InterruptedException {
        if (!Files.exists(WALK.resolve("node_modules/playwright-core"))) {
            run(new ProcessBuilder("npm", "ci", "--silent")
                    .directory(WALK.toFile())
                    .redirectErrorStream(true));
        }
    }

    private static String run(ProcessBuilder command) throws IOException, InterruptedException {
        var process = command.start();
        var said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as("%s: %s", command.command(), said).isZero();
        return said;
    }

    /** The browser that the launcher found, or one on the path; empty without one. */
    private static String chromium() {
        var given = System.getProperty("chengyun.browser");
        if (given != null) {
            return given;
        }
        return Stream.of(String.valueOf(System.getenv("PATH")).split(File.pathSeparator))
                .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst()
                .orElse("");
    }
}
