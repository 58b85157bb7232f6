package io.chengyun.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.chengyun.acceptance.house.Books;
import io.chengyun.acceptance.house.ProofJar;
import io.chengyun.acceptance.house.RunningHouse;
import io.chengyun.acceptance.house.Visitor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/**
 * The ledger as an operator, an auditor and a forger meet it: three witnesses in processes of their own, a proof that is checked
 * where nothing of the house is left, a row changed by hand, and an older past put in the place of the log.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LedgerStoryTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final List<String> NAMES = List.of("a", "b", "c");

    @TempDir
    private static Path folder;

    private final Map<String, Process> witnesses = new TreeMap<>();
    private final Map<String, Integer> ports = new TreeMap<>();
    private final List<String> settings = new ArrayList<>(List.of(
            "--chengyun.access.sample-accounts=true",
            "--chengyun.access.hash-strength=4",
            "--chengyun.ledger.pace=200ms",
            "--chengyun.ledger.tamper.pace=200ms",
            "--chengyun.ledger.tamper.settle=1s",
            "--chengyun.ledger.witnesses.patience=500ms"));
    private ProofJar auditor;
    private RunningHouse house;
    private Visitor commander;
    private String logKey = "";
    private String caseId = "";

    /** As an operator does it: the house makes its key, the witnesses are told of it, and the house of them. */
    @BeforeAll
    void open() throws IOException {
        auditor = ProofJar.in(folder.resolve("auditor"));
        try (var first = RunningHouse.start(folder.resolve("house"), settings.toArray(String[]::new))) {
            var policy = new String(new Visitor(first.address()).fetch("/log/policy"), StandardCharsets.UTF_8);
            logKey = policy.lines().findFirst().orElseThrow().substring("log ".length());
        }
        for (var name : NAMES) {
            ports.put(name, freePort());
            var key =
                    auditor.run("key", name + ".example", name + ".key").words().strip();
            settings.add("--chengyun.ledger.witnesses.known." + name + ".key=" + key);
            settings.add("--chengyun.ledger.witnesses.known." + name + ".url=http://127.0.0.1:" + ports.get(name));
            witness(name);
        }
        start();
    }

    @AfterAll
    void close() {
        if (house != null) {
            house.close();
        }
        witnesses.values().forEach(Process::destroyForcibly);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void witness(String name) {
        var port = String.valueOf(ports.get(name));
        witnesses.put(
                name,
                auditor.start(
                        "witness",
                        "--log",
                        logKey,
                        "--key",
                        name + ".key",
                        "--state",
                        name + ".state",
                        "--port",
                        port));
    }

    private Process running(String name) {
        return Objects.requireNonNull(witnesses.get(name));
    }

    private void start() {
        house = RunningHouse.start(folder.resolve("house"), settings.toArray(String[]::new));
        commander = house.visitor("commander");
    }

    private String report() {
        var report = Map.of("caseClass", "0506", "title", "积水", "description", "", "lon", 121.41, "lat", 31.08);
        var answer = house.visitor("acceptor").post("/api/cases", report);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        return answer.text("/card/id");
    }

    private void does(String who, String id, String action, Map<String, ?> given) {
        var answer = house.visitor(who).post("/api/cases/" + id + "/actions/" + action, given);
        assertThat(answer.status()).as(action + " " + answer.body()).isEqualTo(200);
    }

    /** Number of the thing's last record, once that is published. */
    private long lastRecord(String id) {
        await().atMost(SOON).until(() -> seals(id).endsWith("PUBLISHED"));
        var seals = commander.get("/api/ledger/seals?subject=" + id).body().at("/seals");
        return seals.get(seals.size() - 1).at("/number").asLong();
    }

    private String seals(String id) {
        var seals = commander.get("/api/ledger/seals?subject=" + id).body().at("/seals");
        return seals.isEmpty() ? "" : seals.get(seals.size() - 1).at("/state").asString();
    }

    private Map<String, String> states() {
        var states = new TreeMap<String, String>();
        for (var witness : commander.get("/api/ledger/status").body().at("/witnesses")) {
            states.put(witness.at("/name").asString(), witness.at("/state").asString());
        }
        return states;
    }

    private void save(String name, byte[] bytes) throws IOException {
        Files.write(folder.resolve("auditor").resolve(name), bytes);
    }

    @Test
    @Order(1)
    void anEndedCaseIsProvenWhereNothingOfTheHouseIsLeft() throws IOException {
        report();
        await().atMost(SOON).until(() -> states().values().stream().allMatch("SIGNS"::equals));
        caseId = report();
        does("acceptor", caseId, "accept", Map.of());
        does("acceptor", caseId, "void", Map.of("note", "已退水"));
        long number = lastRecord(caseId);
        save("policy", commander.fetch("/log/policy"));
        save("record.tlog-proof", commander.fetch("/api/ledger/proofs/" + number));
        house.close();
        witnesses.values().forEach(Process::destroyForcibly);

        var said = auditor.run("verify", "record.tlog-proof", "--policy", "policy");
        assertThat(said.words()).startsWith("有效：第 " + number + " 号记录").contains("casework.Voided", caseId, "3/3");
        assertThat(said.code()).isZero();
        var proof = Files.readString(folder.resolve("auditor/record.tlog-proof"));
        save("forged", proof.replaceFirst("index \\d+", "index 0").getBytes(StandardCharsets.UTF_8));
        assertThat(auditor.run("verify", "forged", "--policy", "policy").code()).isEqualTo(1);
        NAMES.forEach(this::witness);
        start();
    }

    /** Two processes that sign from one state would each believe the other's past. */
    @Test
    @Order(2)
    @Timeout(60)
    void aSecondWitnessOnOneStateEnds() {
        var said = auditor.run("witness", "--log", logKey, "--key", "a.key", "--state", "a.state", "--port", "0");
        assertThat(said.words()).contains("another witness holds it");
        assertThat(said.code()).isEqualTo(1);
    }

    @Test
    @Order(3)
    void checkpointsGoOnWithOneWitnessKilledAndOneSlow() throws IOException {
        report();
        await().atMost(SOON).until(() -> states().values().stream().allMatch("SIGNS"::equals));
        running("b").destroyForcibly();
        signal("STOP", running("c"));
        long number = lastRecord(report());
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(states())
                        .containsEntry("a", "SIGNS")
                        .containsEntry("b", "SILENT")
                        .containsEntry("c", "SILENT"));
        save("few", commander.fetch("/api/ledger/proofs/" + number));
        var said = auditor.run("verify", "few", "--policy", "policy", "--language", "en");
        assertThat(said.words()).startsWith("UNKNOWN: Only 1 of 3 witnesses");
        assertThat(said.code()).isEqualTo(2);
        signal("CONT", running("c"));
        witness("b");
        await().atMost(SOON).until(() -> {
            report();
            return states().values().stream().allMatch("SIGNS"::equals);
        });
    }

    private static void signal(String name, Process process) throws IOException {
        try {
            assertThat(new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                            .start()
                            .waitFor())
                    .isZero();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    @Order(4)
    void aColumnChangedByHandIsNamed() {
        try (var books = Books.open(folder.resolve("house"))) {
            books.change("update casework.case_file set organisation = 'somebody else' where id = '" + caseId + "'");
        }
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(
                                commander.get("/api/ledger/tampers").body().at("/tampers"))
                        .extracting(tamper -> tamper.at("/table").asString() + " "
                                + tamper.at("/row").asString() + " "
                                + tamper.at("/column").asString())
                        .containsExactly("casework.case_file " + caseId + " organisation"));
    }

    @Test
    @Order(5)
    void whatTheWatchFoundIsACaseOfItsOwn() {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(
                                commander.get("/api/cases?open=true").body().at("/cases"))
                        .filteredOn(card -> card.at("/caseClass").asString().equals("0697"))
                        .extracting(card -> card.at("/title").asString())
                        .containsExactly("数据表 casework.case_file 被人为改动"));
    }

    @Test
    @Order(6)
    void anOlderPastIsRefusedByWitnessAndMirror() throws Exception {
        var log = folder.resolve("house/ledger/log");
        FileSystemUtils.copyRecursively(log, folder.resolve("older"));
        lastRecord(report());
        var mirrored = auditor.run("mirror", house.address() + "/log", "mirror", "--policy", "policy");
        assertThat(mirrored.words()).startsWith("copied: ");
        assertThat(auditor.run("fsck", "mirror", "--policy", "policy").code()).isZero();
        house.close();

        FileSystemUtils.deleteRecursively(log);
        FileSystemUtils.copyRecursively(folder.resolve("older"), log);
        var refused = auditor.run("mirror", log.toString(), "mirror", "--policy", "policy");
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.words()).contains("was cut back");
        var older = Files.readString(log.resolve("checkpoint"));
        for (var name : NAMES) {
            var answer = post(name, "old " + older.lines().skip(1).findFirst().orElseThrow() + "\n\n" + older);
            assertThat(answer.statusCode()).isEqualTo(409);
            assertThat(answer.headers().firstValue("Content-Type")).contains("text/x.tlog.size");
        }
    }

    private HttpResponse<String> post(String name, String body) throws IOException, InterruptedException {
        var uri = URI.create("http://127.0.0.1:" + ports.get(name) + "/add-checkpoint");
        var request =
                HttpRequest.newBuilder(uri).POST(BodyPublishers.ofString(body)).build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }
}
