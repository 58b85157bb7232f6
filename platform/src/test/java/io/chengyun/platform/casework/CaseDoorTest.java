package io.chengyun.platform.casework;

import static org.assertj.core.api.Assertions.assertThat;

import io.chengyun.kernel.Grade;
import io.chengyun.platform.journal.House;
import io.chengyun.platform.journal.Journal;
import io.chengyun.platform.postgres.TestDatabase;
import io.chengyun.platform.warning.WarningEvent;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.CookieManager;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Cases over real HTTP, as the console asks for them. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.class)
@TestPropertySource(properties = {"chengyun.access.sample-accounts=true", "chengyun.access.hash-strength=4"})
class CaseDoorTest {

    private static final AtomicInteger COUNT = new AtomicInteger();
    /** Nobody asks for these, so over HTTP they are no actions. */
    private static final Set<CaseAction> HOUSE_ONLY =
            Set.of(CaseAction.HAND_OVER, CaseAction.FALL_BACK, CaseAction.RELIEVE);

    @LocalServerPort
    int port;

    @Autowired
    Journal journal;

    @Autowired
    House house;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    @Autowired
    JsonMapper json;

    private String id;

    @BeforeEach
    void rain() {
        var warning = "door-" + COUNT.incrementAndGet();
        var now = clock.instant();
        transaction.executeWithoutResult(
                status -> journal.append(new WarningEvent.Raised(Storm.warning(warning, Grade.RED, now), now)));
        house.settle();
        id = StreamSupport.stream(
                        as("commander")
                                .json("GET", "/api/cases?open=true", "")
                                .get("cases")
                                .spliterator(),
                        false)
                .filter(card -> warning.equals(card.get("warning").asString()))
                .map(card -> card.get("id").asString())
                .findFirst()
                .orElseThrow();
    }

    /** Somebody who is signed in. */
    private final class Person {
        private final HttpClient http =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

        HttpResponse<String> send(String method, String path, String type, byte[] body) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .header("Content-Type", type)
                    .method(method, BodyPublishers.ofByteArray(body))
                    .build();
            try {
                return http.send(request, BodyHandlers.ofString());
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        HttpResponse<String> send(String method, String path, String body) {
            return send(method, path, "application/json", body.getBytes(StandardCharsets.UTF_8));
        }

        JsonNode json(String method, String path, String body) {
            var answer = send(method, path, body);
            assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
            return json.readTree(answer.body());
        }

        JsonNode act(String action, String body) {
            return json("POST", "/api/cases/" + id + "/actions/" + action, body);
        }

        HttpResponse<String> photo(byte[] image) {
            var body = new ByteArrayOutputStream();
            body.writeBytes(part("lon\"\r\n\r\n121.4\r\n"));
            body.writeBytes(part("lat\"\r\n\r\n31.1\r\n"));
            body.writeBytes(part("file\"; filename=\"photo.png\"\r\nContent-Type: text/html\r\n\r\n"));
            body.writeBytes(image);
            body.writeBytes("\r\n--x--\r\n".getBytes(StandardCharsets.UTF_8));
            return send("POST", "/api/cases/" + id + "/photos", "multipart/form-data; boundary=x", body.toByteArray());
        }

        HttpResponse<String> report(String key) {
            var body = "{\"caseClass\":\"0506\",\"title\":\"积水\",\"lon\":121.41,\"lat\":31.08}";
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/cases"))
                    .header("Content-Type", "application/json")
                    .header("Idempotency-Key", key)
                    .POST(BodyPublishers.ofString(body))
                    .build();
            try {
                return http.send(request, BodyHandlers.ofString());
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        String cookie() {
            var jar = (CookieManager) http.cookieHandler().orElseThrow();
            return jar.getCookieStore().getCookies().stream()
                    .map(one -> one.getName() + "=" + one.getValue())
                    .collect(Collectors.joining("; "));
        }

        private static byte[] part(String rest) {
            return ("--x\r\nContent-Disposition: form-data; name=\"" + rest).getBytes(StandardCharsets.UTF_8);
        }
    }

    private Person as(String name) {
        var person = new Person();
        person.json("POST", "/api/session", "{\"name\":\"" + name + "\",\"password\":\"chengyun\"}");
        return person;
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains("\"code\":\"" + code + "\"");
    }

    @Test
    void caseGoesTheWholeWayOverHttp() {
        var handler = as("handler-310112101");
        var seen = handler.json("GET", "/api/cases/" + id, "");
        assertThat(seen.get("card").get("state").asString()).isEqualTo("PENDING_HANDLING");
        assertThat(seen.get("card").get("holder").get("organisation").asString())
                .isEqualTo("T310112101");
        assertThat(seen.get("actions").get(0).get("action").asString()).isEqualTo("sign");
        var version = seen.get("card").get("version").asLong();
        var signed = handler.act("sign", "{\"version\":" + version + "}");
        assertThat(signed.get("card").get("state").asString()).isEqualTo("HANDLING");
        var photo = json.readTree(handler.photo(Images.png(COUNT.get())).body())
                .get("id")
                .asString();
        handler.act("submit", "{\"note\":\"已排水\",\"evidence\":[\"" + photo + "\"]}");
        var closed = as("inspector").act("inspect-pass", "{}");
        assertThat(closed.get("card").get("state").asString()).isEqualTo("CLOSED");
        assertThat(closed.get("card").get("stage").asString()).isEqualTo("INSPECT");
        var timeline = closed.get("timeline");
        assertThat(timeline.get(timeline.size() - 1).get("type").asString()).isEqualTo("casework.Closed");
        assertThat(handler.send("GET", "/api/photos/" + photo, "").headers().firstValue("Content-Type"))
                .contains("image/png");
        house.settle();
        var latencies = as("commander").json("GET", "/api/cases/" + id + "/latencies", "");
        assertThat(latencies.get("judge").isNull()).isFalse();
        assertThat(latencies.get("act").isNull()).isFalse();
        assertThat(latencies.get("warn").isNull()).isTrue();
        assertThat(as("commander")
                        .json("GET", "/api/evaluation/latencies", "")
                        .get("act")
                        .get("n")
                        .asInt())
                .isPositive();
    }

    @Test
    void actionNotAllowedNowIsAnswered409WithWhatIs() {
        var answer = as("handler-310112101").send("POST", "/api/cases/" + id + "/actions/submit", "{}");
        assertProblem(answer, 409, "casework:not-allowed-now");
        assertThat(answer.body()).contains("\"allowed\":[\"sign\",\"assign\",\"return\"]");
    }

    @Test
    void whoLookedAtAnOlderVersionIsTold() {
        var handler = as("handler-310112101");
        handler.act("sign", "{\"version\":4}");
        assertProblem(
                handler.send("POST", "/api/cases/" + id + "/actions/submit", "{\"version\":4,\"note\":\"x\"}"),
                409,
                "casework:changed-meanwhile");
    }

    @Test
    void anotherTownsCaseIsAnswered404ThroughEveryDoor() {
        var photo = json.readTree(
                        as("handler-310112101").photo(Images.jpeg(COUNT.get())).body())
                .get("id")
                .asString();
        house.settle();
        var stranger = as("handler-310112102");
        assertProblem(stranger.send("GET", "/api/cases/" + id, ""), 404, "casework:absent");
        assertProblem(stranger.send("POST", "/api/cases/" + id + "/actions/sign", "{}"), 404, "casework:absent");
        assertProblem(stranger.photo(Images.png(1)), 404, "casework:absent");
        assertProblem(stranger.send("GET", "/api/photos/" + photo, ""), 404, "casework:no-such-photo");
        assertProblem(stranger.send("GET", "/api/cases/" + id + "/latencies", ""), 404, "evaluation:absent");
        assertThat(stranger.send("GET", "/api/cases?town=310112101", "").body()).doesNotContain(id);
        assertThat(stranger.send("GET", "/api/cases/c-none", "").body())
                .isEqualTo(stranger.send("GET", "/api/cases/" + id, "").body().replace(id, "c-none"));
    }

    @Test
    void nobodyActsWithoutSigningIn() {
        assertThat(new Person().send("GET", "/api/cases/" + id, "").statusCode())
                .isEqualTo(401);
    }

    @Test
    void badInputIsAnsweredWithTheFieldNamed() {
        var handler = as("handler-310112101");
        assertProblem(handler.photo("<html>".getBytes(StandardCharsets.UTF_8)), 422, "casework:no-image");
        assertThat(handler.photo(new byte[11 * 1024 * 1024]).statusCode()).isEqualTo(413);
        assertProblem(
                handler.send("POST", "/api/cases/" + id + "/actions/dance", "{}"), 404, "casework:no-such-action");
        assertProblem(handler.send("POST", "/api/cases/" + id + "/actions/sign", "{\"ver"), 400, "web:unreadable");
        assertProblem(handler.send("GET", "/api/cases?state=LOST", ""), 400, "kernel:malformed");
        var report = "{\"caseClass\":\"0506\",\"title\":\"积水\",\"lon\":121.41,\"lat\":%s}";
        var person = as("inspector");
        assertThat(person.send("POST", "/api/cases", report.formatted("31.08")).statusCode())
                .isEqualTo(201);
        assertProblem(person.send("POST", "/api/cases", report.formatted("91")), 400, "kernel:malformed");
        assertProblem(person.send("POST", "/api/cases", report.formatted("41")), 404, "place:outside");
        assertProblem(
                person.send("POST", "/api/cases", report.formatted("31.08").replace("0506", "9999")),
                422,
                "casework:no-such-class");
    }

    @Test
    void whatIsNotAllowedNowIsRefusedToEverybodyAndChangesNothing() {
        long before = journal.last();
        for (var name : new String[] {"commander", "acceptor", "dispatcher", "inspector"}) {
            var person = as(name);
            var view = person.json("GET", "/api/cases/" + id, "");
            for (var action : CaseAction.values()) {
                boolean house = HOUSE_ONLY.contains(action);
                boolean offered = StreamSupport.stream(view.get("actions").spliterator(), false)
                        .anyMatch(one -> one.get("action").asString().equals(action.word()));
                if (!house && !offered) {
                    var answer = person.send("POST", "/api/cases/" + id + "/actions/" + action.word(), "{}");
                    assertThat(answer.statusCode()).as(name + " " + action).isIn(403, 409);
                    assertThat(answer.body()).contains("\"advice\":").contains("\"allowed\":[");
                } else if (house) {
                    assertProblem(
                            person.send("POST", "/api/cases/" + id + "/actions/" + action.word(), "{}"),
                            404,
                            "casework:no-such-action");
                }
            }
            assertThat(person.json("GET", "/api/cases/" + id, "").get("file")).isEqualTo(view.get("file"));
        }
        assertThat(journal.last()).isEqualTo(before);
    }

    @Test
    void reportSentAgainUnderItsNameIsAnsweredWithTheSameCase() {
        var person = as("inspector");
        var first = json.readTree(person.report("phone-0001-abcd").body());
        var again = json.readTree(person.report("phone-0001-abcd").body());
        assertThat(again.get("card").get("id")).isEqualTo(first.get("card").get("id"));
        assertThat(again.get("timeline").size()).isEqualTo(first.get("timeline").size());
        assertProblem(person.report("x"), 400, "kernel:malformed");
    }

    @Test
    void evidenceIsListedWithWhoSentItForThoseWhoWeighIt() {
        var handler = as("handler-310112101");
        handler.photo(Images.png(8_100));
        var path = "/api/cases/" + id + "/photos";
        assertThat(handler.json("GET", path, "").get(0).get("by").asString()).isEqualTo("handler-310112101");
        var seen = as("inspector").json("GET", path, "").get(0);
        assertThat(seen.get("by").asString()).isEqualTo("handler-310112101");
        assertThat(seen.get("doubts").toString()).contains("FAR");
        assertThat(as("dispatcher").json("GET", path, "").get(0).get("by").isNull())
                .isTrue();
    }

    @Test
    void photoOfFiftyMegabytesIsRefusedBeforeItIsSent() throws IOException {
        var person = as("handler-310112101");
        var cookie = person.cookie();
        try (var line = new Socket("127.0.0.1", port)) {
            line.setSoTimeout(20_000);
            var head = "POST /api/cases/" + id + "/photos HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nCookie: " + cookie
                    + "\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 52428800\r\n\r\n";
            line.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
            var answer = new BufferedReader(new InputStreamReader(line.getInputStream(), StandardCharsets.UTF_8));
            assertThat(answer.readLine()).contains(" 413");
        }
    }

    @Test
    void photoIsServedSoThatNothingInItRuns() {
        var handler = as("handler-310112101");
        var photo =
                json.readTree(handler.photo(Images.png(8_200)).body()).get("id").asString();
        var headers = handler.send("GET", "/api/photos/" + photo, "").headers();
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("Content-Security-Policy")).contains("default-src 'none'; sandbox");
    }
}
