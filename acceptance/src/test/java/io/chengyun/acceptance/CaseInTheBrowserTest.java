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
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * Casework as officers see it, in a real browser: at a desk, what a citizen asked over Open311 until it is closed; on a phone,
 * a report written without a network that is sent once although the phone was restarted.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CaseInTheBrowserTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    private static Path folder;

    private Walk walk;
    private RunningHouse house;
    private Visitor commander;

    @BeforeAll
    void open() {
        Optional<Walk> found = Walk.find();
        assumeTrue(found.isPresent(), "skipped: no chromium; install chromium and fonts-noto-cjk, or start as root");
        walk = found.get();
        house = RunningHouse.start(
                folder, "--chengyun.access.sample-accounts=true", "--chengyun.intake.open311.keys.walk=a-key");
        commander = house.visitor("commander");
    }

    @AfterAll
    void close() {
        if (house != null) {
            house.close();
        }
    }

    private String ask(String description, String phone, String lat) {
        var asked = new HashMap<>(Map.of("api_key", "a-key", "service_code", "0506", "lat", lat, "long", "121.4102"));
        asked.put("description", description);
        asked.put("phone", phone);
        var answer = new Visitor(house.address()).postForm("/open311/v2/requests.json", asked);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        return answer.text("/0/service_request_id");
    }

    /** The newest case with such a title; missing while there is none. */
    private JsonNode titled(String title) {
        for (var card : commander.get("/api/cases").body().at("/cases")) {
            if (card.at("/title").asString().startsWith(title)) {
                return card;
            }
        }
        return MissingNode.getInstance();
    }

    private String opened(String title) {
        await().atMost(SOON).until(() -> !titled(title).isMissingNode());
        return titled(title).at("/id").asString();
    }

    private String picture(int number) throws IOException {
        return Files.write(folder.resolve(number + ".png"), Visitor.picture(number))
                .toString();
    }

    @Test
    void whatACitizenAskedIsWalkedToItsEnd() throws IOException, InterruptedException {
        var request = ask("江川路小区门口路面积水，车辆无法通行", "138-0000-1234", "31.0301");
        var id = opened("江川路小区门口");
        ask("小区门口的路边积水很深，走不过去", "139-0000-4321", "31.0305");
        var words = new HashMap<>(Map.of("CASE", id, "AGAIN", opened("小区门口的路边"), "REQUEST", request));
        words.putAll(Map.of("DIGITS", "1234", "PHOTO", picture(1), "SECOND_PHOTO", picture(2)));

        assertThat(walk.walk("case-walk.mjs", house, words))
                .contains("why: 责任清单")
                .doesNotContain("page error")
                .endsWith("walked\n");
        var file = commander.get("/api/cases/" + id);
        assertThat(file.text("/card/state")).isEqualTo("CLOSED");
        assertThat(file.body().at("/file/course/ties/asked").asInt()).isEqualTo(2);
    }

    @Test
    void reportWrittenWithoutANetworkIsSentOnceAlthoughThePhoneWasRestarted() throws IOException, InterruptedException {
        var words = Map.of("DEVICE", folder.resolve("phone").toString(), "PHOTO", picture(3));
        assertThat(walk.walk("phone-walk.mjs", house, words))
                .doesNotContain("page error")
                .endsWith("walked\n");
        int reports = 0;
        var id = "";
        for (var card : commander.get("/api/cases").body().at("/cases")) {
            var origin =
                    commander.get("/api/cases/" + card.at("/id").asString()).text("/file/origin/source");
            if (origin.equals("PATROL")) {
                reports++;
                id = card.at("/id").asString();
            }
        }
        assertThat(reports).isEqualTo(1);
        assertThat(commander.get("/api/cases/" + id + "/photos").body()).hasSize(1);
    }
}
