package io.chengyun.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.chengyun.acceptance.house.Books;
import io.chengyun.acceptance.house.ProofJar;
import io.chengyun.acceptance.house.RunningHouse;
import io.chengyun.acceptance.house.Visitor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A reporter asks to be forgotten: the house as the hotline, a data steward and an auditor meet it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ErasureStoryTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String PHONE = "13917654321";
    /** What only the reporter could have told. */
    private static final List<String> PERSONAL = List.of("张翠山", PHONE, "青鸾");

    @TempDir
    private static Path folder;

    private ProofJar auditor;
    private RunningHouse house;
    private Visitor acceptor;
    private Visitor steward;
    private String request = "";
    private String caseId = "";

    @BeforeAll
    void open() throws IOException {
        auditor = ProofJar.in(folder.resolve("auditor"));
        house = RunningHouse.start(
                folder.resolve("house"),
                "--chengyun.access.sample-accounts=true",
                "--chengyun.access.hash-strength=4",
                "--chengyun.ledger.pace=200ms",
                "--chengyun.ledger.tamper.pace=200ms");
        acceptor = house.visitor("acceptor");
        steward = house.visitor("steward");
        save("policy", steward.fetch("/log/policy"));
    }

    @AfterAll
    void close() {
        if (house != null) {
            house.close();
        }
    }

    private void save(String name, byte[] bytes) throws IOException {
        Files.write(folder.resolve("auditor").resolve(name), bytes);
    }

    private void does(String who, String action, Map<String, ?> given) {
        var answer = house.visitor(who).post("/api/cases/" + caseId + "/actions/" + action, given);
        assertThat(answer.status()).as(action + " " + answer.body()).isEqualTo(200);
    }

    /** State and number of each record of the thing. */
    private List<String> seals(String subject) {
        var seals = steward.get("/api/ledger/seals?subject=" + subject).body().at("/seals");
        return StreamSupport.stream(seals.spliterator(), false)
                .map(seal ->
                        seal.at("/state").asString() + " " + seal.at("/number").asLong())
                .toList();
    }

    private Visitor.Answer erase(Visitor by, String id, String reason) {
        return by.post("/api/intake/requests/" + id + "/erasure", Map.of("reason", reason));
    }

    private String proven(String seal) throws IOException {
        save("proof", steward.fetch("/api/ledger/proofs/" + seal.substring(seal.indexOf(' ') + 1)));
        var said = auditor.run("verify", "proof", "--policy", "policy", "--language", "en");
        assertThat(said.code()).as(said.words()).isZero();
        return said.words();
    }

    @Test
    @Order(1)
    void aReporterCallsAndIsSpokenTo() throws IOException {
        var call = Map.of(
                "externalId",
                "call-1",
                "service",
                "0506",
                "description",
                "青鸾公寓门口积水没过脚踝，请回电" + PHONE,
                "address",
                "沪闵路100号青鸾公寓",
                "lon",
                121.41,
                "lat",
                31.08,
                "name",
                "张翠山",
                "phone",
                PHONE);
        request = acceptor.post("/api/intake/desk/requests", call).text("/id");
        await().atMost(SOON).until(() -> !caseOf(request).isEmpty());
        caseId = caseOf(request);
        does("acceptor", "accept", Map.of());
        does("acceptor", "contact", Map.of("note", "张翠山说青鸾公寓的水还在涨"));
        does("acceptor", "file", Map.of("standard", "0506-1", "note", "住户" + PHONE + "在家等候"));
        await().atMost(SOON).until(() -> seals(caseId).stream().allMatch(seal -> seal.startsWith("PUBLISHED")));
        assertThat(proven(seals(caseId).get(0))).startsWith("VALID: Record ").contains("casework.Reported", caseId);
        try (var books = Books.open(folder.resolve("house"))) {
            assertThat(books.holding("青鸾")).contains("journal.words", "intake.request", "casework.case_file");
            assertThat(books.holding(PHONE)).contains("intake.contact", "casework.line");
        }
    }

    private String caseOf(String id) {
        var behind = acceptor.post("/api/intake/desk/callers", Map.of("phone", PHONE))
                .body();
        return StreamSupport.stream(behind.spliterator(), false)
                .filter(one -> one.at("/id").asString().equals(id))
                .map(one -> one.at("/caseId").asString(""))
                .findFirst()
                .orElse("");
    }

    @Test
    @Order(2)
    void onlyADataStewardErasesAndSaysWhy() {
        assertThat(erase(acceptor, request, "本人申请").status()).isEqualTo(403);
        assertThat(erase(steward, request, " ").status()).isEqualTo(400);
        assertThat(erase(steward, "R-none", "本人申请").status()).isEqualTo(404);
        var erased = erase(steward, request, "本人申请");
        assertThat(erased.status()).as(erased.body().toString()).isEqualTo(200);
        assertThat(erased.text("/caseId")).isEqualTo(caseId);
        var again = erase(steward, request, "再次申请");
        assertThat(again.text("/erasedAt")).isEqualTo(erased.text("/erasedAt"));
    }

    @Test
    @Order(3)
    void theCaseReadsErasedAndNothingPersonalIsLeft() throws IOException {
        await().atMost(SOON)
                .until(() -> seals(request).stream().anyMatch(seal -> seal.startsWith("ERASED"))
                        && seals(caseId).stream().anyMatch(seal -> seal.startsWith("ERASED")));
        var seen = acceptor.get("/api/cases/" + caseId);
        assertThat(seen.text("/card/title")).isEqualTo("已抹除");
        assertThat(seen.text("/file/matter/description")).isEmpty();
        try (var books = Books.open(folder.resolve("house"))) {
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(PERSONAL)
                            .allSatisfy(word ->
                                    assertThat(books.holding(word)).as(word).isEmpty()));
        }
        assertThat(PERSONAL).allSatisfy(word -> {
            assertThat(files("house/ledger", word)).isEmpty();
            assertThat(Files.readString(folder.resolve("house/house.log"))).doesNotContain(word);
        });
    }

    private static List<Path> files(String below, String word) throws IOException {
        var wanted = new String(word.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        try (var files = Files.walk(folder.resolve(below))) {
            var holding = new java.util.ArrayList<Path>();
            for (var file : files.filter(Files::isRegularFile).toList()) {
                if (Files.readString(file, StandardCharsets.ISO_8859_1).contains(wanted)) {
                    holding.add(file);
                }
            }
            return holding;
        }
    }

    @Test
    @Order(4)
    void everyRecordIsStillProvenWhereNothingOfTheHouseIs() throws IOException {
        await().atMost(SOON)
                .until(() -> seals(caseId).stream()
                        .noneMatch(seal -> seal.startsWith("SEQUENCED") || seal.startsWith("INTEGRATED")));
        for (var subject : List.of(request, caseId)) {
            var seals = seals(subject);
            assertThat(seals.get(0)).startsWith("ERASED");
            assertThat(proven(seals.get(0)))
                    .startsWith("VALID: Record ")
                    .contains("erased")
                    .doesNotContain(subject);
            var last = seals.get(seals.size() - 1);
            assertThat(last).startsWith("PUBLISHED");
            assertThat(proven(last)).contains(".Erased", subject);
        }
        var whole = auditor.run("fsck", house.address() + "/log", "--policy", "policy");
        assertThat(whole.code()).as(whole.words()).isZero();
    }

    @Test
    @Order(5)
    void theCaseGoesOnAndTheWatchIsSilent() throws IOException {
        does("dispatcher", "dispatch", Map.of());
        does("commander", "force-close", Map.of("note", "已退水", "legalGround", "办法第 9 条"));
        await().atMost(SOON)
                .until(() -> seals(caseId).stream()
                        .allMatch(seal -> seal.startsWith("PUBLISHED") || seal.startsWith("ERASED")));
        assertThat(proven(seals(caseId).get(seals(caseId).size() - 1))).contains("casework.");
        await().atMost(SOON).pollDelay(Duration.ofSeconds(12)).until(() -> true);
        assertThat(steward.get("/api/ledger/tampers").body().at("/tampers")).isEmpty();
        assertThat(acceptor.get("/api/cases/" + caseId).text("/card/state")).isEqualTo("FORCED_CLOSED");
    }
}
