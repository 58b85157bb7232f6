package io.chengyun.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.chengyun.kernel.AreaCode;
import io.chengyun.platform.SetClock;
import io.chengyun.platform.journal.Entry;
import io.chengyun.platform.journal.House;
import io.chengyun.platform.journal.Journal;
import io.chengyun.platform.postgres.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The door over real HTTP on a real database. */
@ApplicationModuleTest(
        mode = BootstrapMode.STANDALONE,
        extraIncludes = {"postgres", "web", "journal", "place"},
        webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.class)
@TestPropertySource(
        properties = {
            "chengyun.access.sample-accounts=true",
            "chengyun.access.hash-strength=4",
            "chengyun.access.tries-per-address=1000"
        })
@Import(AccessTest.Rooms.class)
class AccessTest {

    /** A clock that stands until it is moved. */
    /** A room behind the door, and one in front of it. */
    @RestController
    static class Room {
        private final Access access;

        Room(Access access) {
            this.access = access;
        }

        @GetMapping("/api/room")
        String enter(Caller caller) {
            return caller.id();
        }

        @GetMapping("/api/plain")
        String asksNotWho() {
            return "plain";
        }

        @PostMapping("/api/room")
        String change() {
            return "changed";
        }

        @GetMapping("/v1.1/Things")
        String things() {
            return "things";
        }

        @GetMapping("/api/towns/qibao")
        String qibao(Caller caller) {
            if (!caller.mayEnter(new AreaCode("310112102"))) {
                access.denied(caller, "read", "c-1");
                return "absent";
            }
            return "here";
        }
    }

    @TestConfiguration
    static class Rooms {
        @Bean
        @Primary
        SetClock setClock() {
            return new SetClock(Instant.parse("2026-11-22T00:00:00Z"));
        }

        @Bean
        Room room(Access access) {
            return new Room(access);
        }
    }

    /** In a web server Spring takes a path that begins with {@code ..} for a wrong one. */
    @DynamicPropertySource
    static void district(DynamicPropertyRegistry registry) {
        var district = Path.of("..", "districts", "minhang").toAbsolutePath().normalize();
        registry.add("chengyun.place.district", district::toString);
        registry.add(
                "chengyun.access.staff-file",
                () -> district.resolve("staff.csv").toString());
    }

    @LocalServerPort
    int port;

    @Autowired
    SetClock clock;

    @Autowired
    Journal journal;

    @Autowired
    House house;

    @Autowired
    Access access;

    @Autowired
    StaffSeed seed;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private final HttpClient http = HttpClient.newHttpClient();
    private long before;

    @BeforeEach
    void forget() {
        house.settle();
        before = journal.last();
        jdbc.sql("DELETE FROM access.tries").update();
    }

    @Test
    void theRightPasswordOpensASessionThatTheCookieKeeps() throws Exception {
        var answer = signIn("handler-310112101", "chengyun");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains(
                        "\"id\":\"handler-310112101\"",
                        "\"roles\":[\"HANDLER\"]",
                        "\"town\":\"310112101\"",
                        "莘庄镇城市运行管理中心");
        assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
                .contains("HttpOnly", "SameSite=Strict", "Path=/")
                .doesNotContain("Max-Age");
        assertThat(get("/api/session", cookie(answer)).body()).isEqualTo(answer.body());
        assertThat(get("/api/room", cookie(answer)).body()).isEqualTo("handler-310112101");
        assertThat(heard()).containsExactly("access.SignedIn handler-310112101");
    }

    @Test
    void theTokenIsKeptNowhereInTheHouse() throws Exception {
        var token = cookie(signIn("acceptor", "chengyun")).split("=", 2)[1];

        assertThat(jdbc.sql("SELECT count(*) FROM access.session s WHERE s::text LIKE :token")
                        .param("token", "%" + token + "%")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(token).hasSize(43);
    }

    @Test
    void aWrongPasswordAndAnUnknownNameAreAnsweredAlikeAndNoted() throws Exception {
        var wrong = signIn("acceptor", "wrong");
        var unknown = signIn("nobody-here", "chengyun");

        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(wrong.body()).isEqualTo(unknown.body()).contains("access:wrong-password");
        assertThat(heard()).containsExactly("access.SignInFailed acceptor", "access.SignInFailed nobody");
    }

    @Test
    void missingOrOverlongFieldsAreMalformed() throws Exception {
        assertThat(post("/api/session", "{\"name\":\"acceptor\"}").statusCode()).isEqualTo(400);
        assertThat(signIn("a".repeat(65), "x").body()).contains("\"field\":\"name\"");
        assertThat(signIn("a", "x".repeat(73)).body()).contains("\"field\":\"password\"");
    }

    @Test
    void afterFiveWrongPasswordsEvenTheRightOneMustWait() throws Exception {
        for (int i = 0; i < 5; i++) {
            assertThat(signIn("acceptor", "wrong" + i).statusCode()).isEqualTo(401);
        }
        var tooMany = signIn("acceptor", "chengyun");
        assertThat(tooMany.statusCode()).isEqualTo(429);
        assertThat(tooMany.body()).contains("access:too-many-tries");
        assertThat(signIn("dispatcher", "chengyun").statusCode()).isEqualTo(200);

        clock.move(Duration.ofMinutes(15));
        assertThat(signIn("acceptor", "chengyun").statusCode()).isEqualTo(200);
    }

    @Test
    void theRightPasswordLetsTheNameStartAfresh() throws Exception {
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 4; i++) {
                signIn("acceptor", "wrong");
            }
            assertThat(signIn("acceptor", "chengyun").statusCode()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/room",
                "/api/plain",
                "/%61pi/plain",
                "/api/session",
                "/api/nothing-here",
                "/actuator/metrics"
            })
    void aStrangerIsTurnedAwayHoweverThePathIsSpelt(String path) throws Exception {
        var answer = get(path, "");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("access:not-signed-in");
    }

    @Test
    void aMadeUpTokenOpensNothing() throws Exception {
        assertThat(get("/api/room", "chengyun_session=" + "A".repeat(43)).statusCode())
                .isEqualTo(401);
    }

    @Test
    void theDeviceDoorIsOpen() throws Exception {
        assertThat(get("/v1.1/Things", "").body()).isEqualTo("things");
    }

    @Test
    void signingOutEndsTheSessionForGood() throws Exception {
        var cookie = cookie(signIn("acceptor", "chengyun"));
        var session = recognised(cookie);

        assertThat(access.listens(session)).isTrue();
        assertThat(send(request("/api/session", cookie).DELETE()).statusCode()).isEqualTo(204);
        assertThat(access.listens(session)).isFalse();
        assertThat(get("/api/room", cookie).statusCode()).isEqualTo(401);
        assertThat(heard()).contains("access.SignedOut acceptor");
    }

    @Test
    void anIdleSessionEndsAndAUsedOneDoesNot() throws Exception {
        var used = cookie(signIn("acceptor", "chengyun"));
        var idle = cookie(signIn("dispatcher", "chengyun"));

        clock.move(Duration.ofMinutes(90));
        assertThat(get("/api/room", used).statusCode()).isEqualTo(200);
        clock.move(Duration.ofMinutes(30));
        assertThat(get("/api/room", used).statusCode()).isEqualTo(200);
        assertThat(get("/api/room", idle).statusCode()).isEqualTo(401);
    }

    @Test
    void aChangeFromAnotherSiteIsRefusedThoughTheCookieCameAlong() throws Exception {
        var cookie = cookie(signIn("acceptor", "chengyun"));
        var answer = send(request("/api/room", cookie)
                .header("Sec-Fetch-Site", "cross-site")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}")));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("access:cross-site");
        assertThat(send(request("/api/room", cookie)
                                .header("Content-Type", "text/plain")
                                .POST(BodyPublishers.ofString("{}")))
                        .body())
                .contains("access:wrong-content-type");
        assertThat(send(request("/api/room", cookie).POST(BodyPublishers.noBody()))
                        .body())
                .isEqualTo("changed");
    }

    @Test
    void reachingForAnotherTownIsNotedWithNoMoreThanTheStaffId() throws Exception {
        var cookie = cookie(signIn("handler-310112101", "chengyun"));

        assertThat(get("/api/towns/qibao", cookie).body()).isEqualTo("absent");
        house.settle();
        assertThat(journal.list(before + 1, 10))
                .extracting(Entry::payload)
                .containsExactly("{\"at\":\"" + clock.instant()
                        + "\",\"now\":{\"about\":\"c-1\",\"staff\":\"handler-310112101\",\"what\":\"read\"}}");
    }

    @Test
    void aDenialIsKeptThoughTheRefusalRollsTheRestBack() {
        var caller = access.find("handler-310112101").orElseThrow();
        transaction.executeWithoutResult(status -> {
            access.denied(caller, "sign", "c-2");
            status.setRollbackOnly();
        });

        assertThat(heard()).containsExactly("access.Denied handler-310112101");
    }

    @Test
    void sampleAccountsAreWrittenOnceAndStayTheSame() {
        int staff = access.list().size();
        seed.afterSingletonsInstantiated();

        assertThat(access.list()).hasSize(staff).hasSize(98);
    }

    private Session recognised(String cookie) {
        return Objects.requireNonNull(
                sessions.recognise(new Token(cookie.split("=", 2)[1])).orElse(null));
    }

    @Autowired
    Sessions sessions;

    private List<String> heard() {
        house.settle();
        return journal.list(before, 100).stream()
                .map(entry -> entry.type() + " " + entry.subject())
                .toList();
    }

    private HttpResponse<String> signIn(String name, String password) throws IOException, InterruptedException {
        return post("/api/session", "{\"name\":\"" + name + "\",\"password\":\"" + password + "\"}");
    }

    private static String cookie(HttpResponse<String> answer) {
        return answer.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
    }

    private HttpResponse<String> post(String path, String json) throws IOException, InterruptedException {
        return send(request(path, "").header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    private HttpResponse<String> get(String path, String cookie) throws IOException, InterruptedException {
        return send(request(path, cookie));
    }

    private HttpRequest.Builder request(String path, String cookie) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        return cookie.isEmpty() ? request : request.header("Cookie", cookie);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
