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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * Casework as officers see it, in a real browser: at a desk, what a citizen asked over Open311 until it is closed for good, with
 * both clocks, the citizen's page and the day's figures; on a phone, a report written without a network that is sent once
 * although the phone was restarted.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class) // figures count what both do
class CaseInTheBrowserTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String FLOODED = "0506";
    private static final String BLOCKED = "0503";
    /** As many as the district learns from (triage.yml). */
    private static final int LESSONS = 30;

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
        return ask(FLOODED, description, phone, lat, "121.4102");
    }

    private String ask(String service, String description, String phone, String lat, String lon) {
        var asked = new HashMap<>(Map.of("api_key", "a-key", "service_code", service, "lat", lat, "long", lon));
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

    /** Requests of two kinds, handled on the spot and closed, in another town: what the house learns from. */
    private void settleLessons() {
        var acceptor = house.visitor("acceptor");
        var passing = house.visitor("inspector");
        for (int number = 0; number < LESSONS; number++) {
            boolean flooded = number % 2 == 0;
            var lat = String.format(Locale.ROOT, "%.4f", 31.095 + 0.004 * (number / 6));
            var lon = String.format(Locale.ROOT, "%.4f", 121.365 + 0.005 * (number % 6));
            var text = "第%d号楼前%s".formatted(number + 1, flooded ? "路面积水很深，车辆无法通行" : "下水道堵塞，污水外溢，气味难闻");
            ask(flooded ? FLOODED : BLOCKED, text, "138-0000-1111", lat, lon);
            var id = opened("第%d号楼前".formatted(number + 1));
            var town = commander.get("/api/cases/" + id).text("/card/town");
            var found = house.visitor("inspector-" + town);
            var photo = found.photograph(id, Visitor.picture(100 + number), lon, lat);
            var done = Map.of("standard", flooded ? "0506-1" : "0503-1", "evidence", List.of(photo), "note", "已处置");
            does(found, id, "self-handle", done);
            does(passing, id, "inspect-pass", Map.of());
            does(acceptor, id, "close", Map.of());
        }
    }

    private static void does(Visitor who, String id, String action, Map<String, ?> given) {
        var answer = who.post("/api/cases/" + id + "/actions/" + action, given);
        assertThat(answer.status()).as(action + answer.body()).isEqualTo(200);
    }

    @Test
    @Order(1)
    void whatACitizenAskedIsWalkedToItsEnd() throws IOException, InterruptedException {
        settleLessons();
        var request = ask("江川路小区门口路面积水，车辆无法通行", "138-0000-1234", "31.0301");
        var id = opened("江川路小区门口");
        ask("小区门口的路边积水很深，走不过去", "139-0000-4321", "31.0305");
        var words = new HashMap<>(Map.of("CASE", id, "AGAIN", opened("小区门口的路边"), "REQUEST", request));
        words.putAll(Map.of("DIGITS", "1234", "TOWN", "310112001"));
        words.putAll(Map.of("PHOTO", picture(1), "SECOND_PHOTO", picture(2), "THIRD_PHOTO", picture(4)));

        assertThat(walk.walk("case-walk.mjs", house, words))
                .contains("why: 责任清单")
                .contains("figures: 4.50 小时, 12.00 公里")
                .doesNotContain("page error")
                .endsWith("walked\n");
        var file = commander.get("/api/cases/" + id);
        assertThat(file.text("/card/state")).isEqualTo("CLOSED");
        assertThat(file.body().at("/file/course/ties/asked").asInt()).isEqualTo(2);
    }

    /** The inspector who was nearest, which depends on the hour and the day of the week; any while nobody is on shift. */
    private String whoLooksAt(String id) {
        var errand = commander.get("/api/cases/" + id).body().at("/file/course/waiting/errand");
        assertThat(errand.isObject()).as("somebody was sought").isTrue();
        return errand.at("/person").asString("inspector");
    }

    @Test
    @Order(2)
    void reportWrittenWithoutANetworkIsSentOnceAlthoughThePhoneWasRestarted() throws IOException, InterruptedException {
        ask("沧源路路口路面积水，行人无法通过", "138-0000-2222", "31.0331");
        var asked = opened("沧源路路口");
        does(house.visitor("acceptor"), asked, "request-verification", Map.of());
        var words =
                Map.of("DEVICE", folder.resolve("phone").toString(), "PHOTO", picture(3), "WORKER", whoLooksAt(asked));
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
        assertThat(commander.get("/api/cases/" + id + "/photos").body())
                .hasSize(2)
                .anyMatch(piece -> piece.at("/kind").asString("").equals("VOICE"));
    }
}
