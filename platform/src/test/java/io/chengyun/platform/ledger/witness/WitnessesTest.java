package io.chengyun.platform.ledger.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.sun.net.httpserver.HttpServer;
import io.chengyun.platform.ledger.witness.WitnessSettings.Address;
import io.chengyun.platform.ledger.witness.WitnessStanding.State;
import io.chengyun.proof.Algorithm;
import io.chengyun.proof.Checkpoint;
import io.chengyun.proof.Hash;
import io.chengyun.proof.Note;
import io.chengyun.proof.NoteSigner;
import io.chengyun.proof.Policy;
import io.chengyun.proof.Tree;
import io.chengyun.proof.tile.FolderTiles;
import io.chengyun.proof.tile.TileHashes;
import io.chengyun.proof.tile.TileStore;
import io.chengyun.proof.tile.TiledTree;
import io.chengyun.proof.witness.WitnessServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Three real witnesses, and those of the worse kinds: slow, wrong, silent, and loyal to another past. */
class WitnessesTest {

    private static final Instant NOW = Instant.parse("2026-11-26T08:00:00Z");
    private static final Duration PATIENCE = Duration.ofMillis(500);
    private static final Duration REST = Duration.ofSeconds(7);

    @TempDir
    Path folder;

    private final NoteSigner log = NoteSigner.generate("city.example/log", Algorithm.ED25519, new SecureRandom());
    private final Map<String, Address> known = new LinkedHashMap<>();
    private final List<AutoCloseable> opened = new ArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private final AtomicInteger asked = new AtomicInteger();
    private TileStore tiles;
    private TiledTree tree;

    @BeforeEach
    void grow() {
        tiles = new FolderTiles(folder.resolve("log"));
        tree = TiledTree.open(tiles, 0);
    }

    @AfterEach
    void close() throws Exception {
        over.countDown();
        for (var each : opened) {
            each.close();
        }
    }

    private final Map<String, NoteSigner> signers = new LinkedHashMap<>();

    private WitnessServer witness(String name) throws IOException {
        var signer = NoteSigner.generate(name + ".example", Algorithm.COSIGNATURE, new SecureRandom());
        signers.put(name, signer);
        var server = open(name, 0);
        known.put(name, new Address(signer.key().format(), "http://127.0.0.1:" + server.port()));
        return server;
    }

    private WitnessServer open(String name, int port) throws IOException {
        var server = new WitnessServer(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                List.of(log.key()),
                Objects.requireNonNull(signers.get(name)),
                folder.resolve(name),
                Clock.fixed(NOW, ZoneOffset.UTC));
        opened.add(server);
        return server;
    }

    private void reopen(String name, Address address) throws IOException {
        open(name, URI.create(address.url()).getPort());
    }

    /** Somebody who answers each checkpoint in the one way. */
    private void impostor(String name, int status, String body, boolean never) throws IOException {
        var key = NoteSigner.generate(name + ".example", Algorithm.COSIGNATURE, new SecureRandom())
                .key();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var threads = Executors.newCachedThreadPool();
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            try (exchange) {
                asked.incrementAndGet();
                if (never) {
                    over.await();
                }
                byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
                exchange.getRequestBody().readAllBytes();
                exchange.sendResponseHeaders(status, bytes.length);
                exchange.getResponseBody().write(bytes);
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        });
        server.start();
        opened.add(() -> {
            server.stop(0);
            threads.shutdownNow();
        });
        known.put(
                name,
                new Address(
                        key.format(), "http://127.0.0.1:" + server.getAddress().getPort()));
    }

    /** Somebody who says that an answer comes, and lets it not come. */
    private void stalling(String name) throws IOException {
        var key = NoteSigner.generate(name + ".example", Algorithm.COSIGNATURE, new SecureRandom())
                .key();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var threads = Executors.newCachedThreadPool();
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write('-');
            exchange.getResponseBody().flush();
        });
        server.start();
        opened.add(() -> {
            server.stop(0);
            threads.shutdownNow();
        });
        known.put(
                name,
                new Address(
                        key.format(), "http://127.0.0.1:" + server.getAddress().getPort()));
    }

    private Witnesses witnesses() {
        return witnesses(PATIENCE);
    }

    private Witnesses witnesses(Duration patience) {
        return new Witnesses(new WitnessSettings(known, 0, patience, REST));
    }

    private Note sign(Witnesses witnesses, int size, Instant now) {
        while (tree.size() < size) {
            tree.append(new byte[] {(byte) tree.size()});
        }
        tree.write();
        var text = new Checkpoint(log.key().name(), size, tree.root()).text();
        return witnesses.sign(
                new Note(text, List.of(log.sign(text, now))), () -> new Tree(size, new TileHashes(tiles, size)), now);
    }

    private Policy policy(Witnesses witnesses) {
        return Policy.parse("log " + log.key() + "\n" + witnesses.policy());
    }

    private static List<State> states(Witnesses witnesses) {
        return witnesses.list().stream().map(WitnessStanding::state).toList();
    }

    @Test
    void threeSignAsTheLogGrows() throws Exception {
        witness("a");
        witness("b");
        witness("c");
        var witnesses = witnesses();
        assertThat(witnesses.least()).isEqualTo(2);
        for (int size : new int[] {1, 2, 50, 51}) {
            var note = sign(witnesses, size, NOW);
            assertThat(policy(witnesses).seenBy(note)).containsExactly("a", "b", "c");
            assertThat(note.isSignedBy(log.key())).isTrue();
        }
        assertThat(states(witnesses)).containsOnly(State.SIGNS);
    }

    @Test
    void aLogThatForgotWhatTheySignedAsksThem() throws Exception {
        witness("a");
        sign(witnesses(), 5, NOW);
        var afterRestart = witnesses();
        assertThat(policy(afterRestart).seenBy(sign(afterRestart, 9, NOW))).containsExactly("a");
        assertThat(afterRestart.list().get(0).size()).isEqualTo(9);
    }

    @Test
    void theOthersSignWhenOneIsGone() throws Exception {
        witness("a");
        witness("b");
        var dead = witness("c");
        var witnesses = witnesses();
        sign(witnesses, 5, NOW);
        dead.close();
        opened.remove(dead);
        var note = sign(witnesses, 6, NOW);
        assertThat(policy(witnesses).seenBy(note)).containsExactly("a", "b");
        assertThat(policy(witnesses).isEnough(policy(witnesses).seenBy(note))).isTrue();
        assertThat(states(witnesses)).containsExactly(State.SIGNS, State.SIGNS, State.SILENT);
    }

    @Test
    void slowOnesWrongOnesAndImpostorsAreNotCounted() throws Exception {
        witness("a");
        impostor("never", 200, "", true);
        impostor("wrong", 200, "\u2014 wrong.example AAAAAAAAAAAA\n", false);
        impostor("babbling", 200, "all is well\n", false);
        impostor("other", 200, log.sign("another text", NOW).line() + "\n", false);
        impostor("broken", 500, "", false);
        impostor("lost", 404, "", false);
        impostor("muddled", 409, "many\n", false);
        impostor("behind", 409, "0\n", false);
        var witnesses = witnesses();
        var note = sign(witnesses, 5, NOW);
        assertThat(note.signatures()).hasSize(2);
        assertThat(witnesses.list())
                .filteredOn(standing -> standing.state() != State.SIGNS)
                .extracting(WitnessStanding::name, WitnessStanding::state)
                .containsExactlyInAnyOrder(
                        tuple("never", State.SILENT),
                        tuple("wrong", State.REFUSED),
                        tuple("babbling", State.REFUSED),
                        tuple("other", State.REFUSED),
                        tuple("broken", State.REFUSED),
                        tuple("lost", State.REFUSED),
                        tuple("muddled", State.REFUSED),
                        tuple("behind", State.REFUSED));
        assertThat(policy(witnesses).isEnough(policy(witnesses).seenBy(note))).isFalse();
    }

    @Test
    @Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void oneThatBeginsToAnswerAndStopsHoldsNobodyUp() throws Exception {
        witness("a");
        stalling("b");
        var witnesses = witnesses();
        assertThat(policy(witnesses).seenBy(sign(witnesses, 5, NOW))).containsExactly("a");
        assertThat(states(witnesses)).containsExactly(State.SIGNS, State.SILENT);
    }

    @Test
    void oneThatAnswersWithoutEndIsNotReadOn() throws Exception {
        impostor("a", 200, "x".repeat(100_000), false);
        impostor("b", 200, "x".repeat(60_000), false);
        var witnesses = witnesses();
        sign(witnesses, 5, NOW);
        assertThat(states(witnesses)).containsExactly(State.SILENT, State.REFUSED);
    }

    /** Each is asked again at the same time, from its own size. */
    @Test
    void manyThatStandElsewhereAreLedOnTogether() throws Exception {
        for (char name = 'a'; name <= 'p'; name++) {
            witness(String.valueOf(name));
        }
        // sixteen on a busy machine: not about who is late
        var patience = PATIENCE.multipliedBy(60);
        sign(witnesses(patience), 3_000, NOW);
        var afterRestart = witnesses(patience);
        assertThat(sign(afterRestart, 70_000, NOW).signatures()).hasSize(17);
        assertThat(states(afterRestart)).containsOnly(State.SIGNS);
    }

    @Test
    void oneThatFailedIsLeftInPeaceForAWhile() throws Exception {
        impostor("broken", 500, "", false);
        var witnesses = witnesses();
        sign(witnesses, 1, NOW);
        sign(witnesses, 2, NOW.plus(REST.minusMillis(1)));
        assertThat(asked).hasValue(1);
        sign(witnesses, 3, NOW.plus(REST));
        assertThat(asked).hasValue(2);
    }

    /** The log may be idle for long: what is missing is asked for without waiting for the next record. */
    @Test
    void aMissingSignatureIsAskedForAgain() throws Exception {
        witness("a");
        var late = witness("b");
        var witnesses = witnesses();
        late.close();
        opened.remove(late);
        var note = sign(witnesses, 5, NOW);
        var askAt = NOW.plus(REST);
        assertThat(witnesses.nextAskAt(note)).isEqualTo(askAt);
        reopen("b", Objects.requireNonNull(known.get("b")));
        Supplier<Tree> tree5 = () -> new Tree(5, new TileHashes(tiles, 5));
        assertThat(witnesses.sign(note, tree5, NOW).signatures()).hasSize(2);
        var whole = witnesses.sign(note, tree5, askAt);
        assertThat(policy(witnesses).seenBy(whole)).containsExactly("a", "b");
        assertThat(witnesses.nextAskAt(whole)).isNull();
    }

    @Test
    void twoPastsOfOneLogAreTheLoudestAlarm() throws Exception {
        witness("a");
        var witnesses = witnesses();
        sign(witnesses, 5, NOW);
        tree = TiledTree.open(new FolderTiles(folder.resolve("forked")), 0);
        tiles = new FolderTiles(folder.resolve("forked"));
        for (int i = 0; i < 5; i++) {
            tree.append(Hash.ofNothing().toBytes());
        }
        assertThat(sign(witnesses, 5, NOW).signatures()).hasSize(1);
        assertThat(states(witnesses)).containsExactly(State.SPLIT);
    }

    @Test
    void aLogThatGrewFromAnotherPastIsASplitToo() throws Exception {
        witness("a");
        var witnesses = witnesses();
        sign(witnesses, 5, NOW);
        tiles = new FolderTiles(folder.resolve("forked"));
        tree = TiledTree.open(tiles, 0);
        tree.append(Hash.ofNothing().toBytes());
        sign(witnesses, 9, NOW);
        assertThat(states(witnesses)).containsExactly(State.SPLIT);
    }

    @Test
    void aLogThatWasCutBackIsASplitToo() throws Exception {
        witness("a");
        sign(witnesses(), 9, NOW);
        tiles = new FolderTiles(folder.resolve("restored"));
        tree = TiledTree.open(tiles, 0);
        var restored = witnesses();
        sign(restored, 5, NOW);
        assertThat(states(restored)).containsExactly(State.SPLIT);
    }

    @Test
    void whatHappensToAWitnessIsToldOnce() {
        var signs = new WitnessStanding("a", State.SIGNS, 5, NOW);
        var silent = new WitnessStanding("a", State.SILENT, 5, NOW);
        var refused = new WitnessStanding("a", State.REFUSED, 5, NOW);
        var split = new WitnessStanding("a", State.SPLIT, 5, NOW);
        var fresh = new WitnessStanding("a", State.NOT_ASKED, 0, null);
        assertThat(WitnessEvent.between(signs, silent, NOW)).contains(new WitnessEvent.Lost(silent, NOW));
        assertThat(WitnessEvent.between(silent, refused, NOW)).isEmpty();
        assertThat(WitnessEvent.between(silent, silent, NOW)).isEmpty();
        assertThat(WitnessEvent.between(silent, signs, NOW)).contains(new WitnessEvent.Back(signs, NOW));
        assertThat(WitnessEvent.between(fresh, signs, NOW)).isEmpty();
        assertThat(WitnessEvent.between(fresh, silent, NOW)).contains(new WitnessEvent.Lost(silent, NOW));
        assertThat(WitnessEvent.between(refused, split, NOW)).contains(new WitnessEvent.SplitSeen(split, NOW));
    }

    @Test
    void aQuorumThatCannotBeIsRefused() {
        assertThatThrownBy(() -> new Witnesses(new WitnessSettings(Map.of(), 1, PATIENCE, REST)))
                .hasMessageContaining("1 of 0");
        assertThat(new Witnesses(new WitnessSettings(Map.of(), 0, PATIENCE, REST)).policy())
                .isEqualTo("quorum none\n");
    }

    @Test
    void twoOfThreeRoundedUp() {
        for (var expected : Map.of(0, 0, 1, 1, 2, 2, 3, 2, 4, 3, 7, 5).entrySet()) {
            var some = new LinkedHashMap<String, Address>();
            for (int i = 0; i < expected.getKey(); i++) {
                some.put("w" + i, new Address("", ""));
            }
            assertThat(new WitnessSettings(some, 0, PATIENCE, REST).least()).isEqualTo(expected.getValue());
        }
    }
}
