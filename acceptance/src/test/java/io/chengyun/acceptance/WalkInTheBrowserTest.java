package io.chengyun.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.chengyun.acceptance.house.RunningHouse;
import io.chengyun.acceptance.house.Visitor;
import io.chengyun.acceptance.house.Walk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * The demo as a visitor sees it: a case of the storm is signed, handled with a photograph, inspected and closed, in a real
 * browser. With {@code -Dchengyun.docs.write=true} its screenshots become the README's.
 */
class WalkInTheBrowserTest {

    private static final Duration STORM = Duration.ofMinutes(5);

    @TempDir
    private Path folder;

    @Test
    void caseOfTheStormIsWalkedToItsEnd() throws IOException, InterruptedException {
        var walk = Walk.find();
        assumeTrue(walk.isPresent(), "skipped: no chromium; install chromium and fonts-noto-cjk, or start as root");
        try (var house = RunningHouse.start(folder, "--spring.profiles.active=demo")) {
            var commander = house.visitor("commander");
            await().atMost(STORM).until(() -> !pending(commander).isMissingNode());
            var card = pending(commander);
            var id = card.at("/id").asString();
            var town = card.at("/town").asString();
            var warning = card.at("/warning").asString();
            var receipt = house.visitor("acceptor-" + town).post("/api/warnings/" + warning + "/receipts", Map.of());
            assertThat(receipt.status()).isBetween(200, 204);
            var photo = folder.resolve("after.png");
            Files.write(photo, Visitor.picture(2));
            var words = Map.of("CASE", id, "HANDLER", "handler-" + town, "PHOTO", photo.toString());
            assertThat(walk.get().walk("walk.mjs", house, words)).endsWith("walked\n");
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
}
