package io.chengyun.platform.casework.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.chengyun.platform.postgres.TestDatabase;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The inbox over real HTTP, as the console asks for it. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.class)
@TestPropertySource(properties = {"chengyun.access.sample-accounts=true", "chengyun.access.hash-strength=4"})
@NullUnmarked
class InboxDoorTest {

    private static final String UNIT = "/api/inbox?folder=UNIT";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JsonMapper json;

    private Person acceptor;

    /** What was answered. */
    private record Answer(int status, JsonNode body) {

        List<String> titles() {
            var titles = new ArrayList<String>();
            body.at("/items").forEach(item -> titles.add(item.at("/card/title").asString()));
            return titles;
        }
    }

    /** Somebody who is signed in. */
    private final class Person {
        private final HttpClient http =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

        Person(String name) {
            assertThat(post("/api/session", Map.of("name", name, "password", "chengyun"))
                            .status())
                    .isEqualTo(200);
        }

        Answer get(String path) {
            return send("GET", path, "");
        }

        Answer post(String path, Object body) {
            return send("POST", path, json.writeValueAsString(body));
        }

        private Answer send(String method, String path, String body) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .header("Content-Type", "application/json")
                    .method(method, BodyPublishers.ofString(body))
                    .build();
            try {
                var answer = http.send(request, BodyHandlers.ofString());
                return new Answer(answer.statusCode(), json.readTree(answer.body()));
            } catch (IOException | InterruptedException gone) {
                throw new IllegalStateException(gone);
            }
        }
    }

    @BeforeEach
    void emptyMorning() {
        jdbc.sql("truncate casework.case_file cascade").update();
        acceptor = new Person("acceptor");
    }

    private String report(String caseClass, String title) {
        var body = Map.of("caseClass", caseClass, "title", title, "lon", 121.41, "lat", 31.08, "source", "PATROL");
        var answer = acceptor.post("/api/cases", body);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        return answer.body().at("/card/id").asString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void listHoldsWhatWaitsAndNoFolderIsTheOwnOne() {
        report("0506", "积水");
        assertThat(acceptor.get(UNIT).titles()).containsExactly("积水");
        assertThat(acceptor.get("/api/inbox").titles()).isEmpty();
        var folders = acceptor.get("/api/inbox/folders").body().at("/folders");
        assertThat(folders).hasSize(InboxFolder.values().length);
        assertThat(acceptor.get("/api/inbox?folder=NONE").status()).isEqualTo(400);
    }

    @Test
    void filtersLetThroughWhatFits() {
        report("0506", "路口积水");
        var wall = report("0103", "违章搭建");
        var town = acceptor.get("/api/cases/" + wall).body().at("/card/town").asString();
        assertThat(acceptor.get(UNIT + "&caseClass=0506").titles()).containsExactly("路口积水");
        assertThat(acceptor.get(UNIT + "&text=" + encoded("搭建")).titles()).containsExactly("违章搭建");
        assertThat(acceptor.get(UNIT + "&text=" + wall).titles()).containsExactly("违章搭建");
        assertThat(acceptor.get(UNIT + "&state=REPORTED&source=PATROL&town=" + town)
                        .titles())
                .hasSize(2);
        assertThat(acceptor.get(UNIT + "&state=CLOSED").titles()).isEmpty();
        assertThat(acceptor.get(UNIT + "&source=WARNING").titles()).isEmpty();
        var wrong = acceptor.get(UNIT + "&state=NOWHERE");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.body().toString()).contains("state").contains("REPORTED");
    }

    @Test
    void pagesGoOnWhereTheLastEnded() {
        for (int i = 0; i < 5; i++) {
            report("0506", "第" + i);
        }
        var seen = new ArrayList<String>();
        var page = acceptor.get(UNIT + "&limit=2");
        seen.addAll(page.titles());
        while (!page.body().at("/next").isNull()) {
            page = acceptor.get(
                    UNIT + "&limit=2&after=" + page.body().at("/next").asString());
            assertThat(page.status()).isEqualTo(200);
            seen.addAll(page.titles());
        }
        assertThat(seen).containsExactlyInAnyOrder("第0", "第1", "第2", "第3", "第4");
    }

    @Test
    void markThatIsTornOrOfAnotherFolderOrFilterIsRefused() {
        report("0506", "一");
        report("0506", "二");
        var next = acceptor.get(UNIT + "&limit=1").body().at("/next").asString();
        assertThat(acceptor.get(UNIT + "&limit=1&after=" + next).status()).isEqualTo(200);
        for (var wrong : List.of(
                UNIT + "&after=" + next.substring(3),
                UNIT + "&after=" + encoded("?"),
                UNIT + "&caseClass=0506&after=" + next,
                "/api/inbox?folder=OVERDUE&after=" + next)) {
            var answer = acceptor.get(wrong);
            assertThat(answer.status()).as(wrong).isEqualTo(400);
            assertThat(answer.body().at("/code").asString()).isEqualTo("kernel:malformed");
            assertThat(answer.body().toString()).contains("after");
        }
    }

    @Test
    void bulkIsAPreviewUnlessSaidOtherwise() {
        var id = report("0506", "积水");
        var order = Map.of("action", "accept", "ids", List.of(id, "c-none"));
        var said = acceptor.post("/api/inbox/bulk", order);
        assertThat(said.body().at("/preview").asBoolean()).isTrue();
        assertThat(said.body().at("/outcomes/0/result").asString()).isEqualTo("POSSIBLE");
        assertThat(said.body().at("/outcomes/0/card/state").asString()).isEqualTo("PENDING_FILING");
        assertThat(said.body().at("/outcomes/1/code").asString()).isEqualTo("casework:absent");
        assertThat(state(id)).isEqualTo("REPORTED");

        var done = acceptor.post(
                "/api/inbox/bulk", Map.of("action", "accept", "ids", List.of(id), "given", Map.of(), "preview", false));
        assertThat(done.body().at("/outcomes/0/result").asString()).isEqualTo("DONE");
        assertThat(state(id)).isEqualTo("PENDING_FILING");
        assertThat(acceptor.post("/api/inbox/bulk", Map.of("ids", List.of(id))).status())
                .isEqualTo(400);
    }

    private String state(String id) {
        return acceptor.get("/api/cases/" + id).body().at("/card/state").asString();
    }

    @Test
    void anotherTownsCasesAreSeenNowhereAndNothingIsDoneToThem() {
        var id = report("0506", "积水");
        var card = acceptor.get("/api/cases/" + id).body().at("/card");
        var other = card.at("/town").asString().equals("310112009") ? "310112001" : "310112009";
        var stranger = new Person("acceptor-" + other);
        for (var folder : InboxFolder.values()) {
            assertThat(stranger.get("/api/inbox?folder=" + folder).titles()).isEmpty();
        }
        assertThat(stranger.get(UNIT + "&town=" + card.at("/town").asString()).titles())
                .isEmpty();
        assertThat(stranger.get(UNIT + "&text=" + id).titles()).isEmpty();
        var order = Map.of("action", "accept", "ids", List.of(id), "preview", false);
        assertThat(stranger.post("/api/inbox/bulk", order)
                        .body()
                        .at("/outcomes/0/code")
                        .asString())
                .isEqualTo("casework:absent");
        assertThat(stranger.post("/api/cases/" + id + "/watch", Map.of()).status())
                .isEqualTo(404);
        assertThat(state(id)).isEqualTo("REPORTED");
    }

    @Test
    void whoIsNotSignedInSeesNothing() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + UNIT))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(request, BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(401);
    }
}
