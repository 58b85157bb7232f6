package io.chengyun.proof.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chengyun.proof.Algorithm;
import io.chengyun.proof.Checkpoint;
import io.chengyun.proof.Hash;
import io.chengyun.proof.Note;
import io.chengyun.proof.NoteSigner;
import io.chengyun.proof.Story;
import io.chengyun.proof.Tree;
import io.chengyun.proof.Unreadable;
import io.chengyun.proof.tile.TileHashes;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WitnessTest {

    @TempDir
    Path folder;

    private final Story story = new Story();
    private final NoteSigner signer = NoteSigner.generate("w.example", Algorithm.COSIGNATURE, new SecureRandom());
    private WitnessServer server;

    @BeforeEach
    void start() throws Exception {
        server = new WitnessServer(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                List.of(story.log.key()),
                signer,
                folder.resolve("state"),
                Clock.fixed(Story.NOW, ZoneOffset.UTC));
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    private HttpResponse<String> post(String body) throws Exception {
        var uri = URI.create("http://127.0.0.1:" + server.port() + "/add-checkpoint");
        var request = HttpRequest.newBuilder(uri)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.getBytes(StandardCharsets.UTF_8)))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> add(long old, Note note) throws Exception {
        long size = Checkpoint.parse(note.text()).size();
        var path = old > size || size > story.checkpoint().size()
                ? List.<Hash>of()
                : new Tree(size, new TileHashes(story.tiles, size))
                        .consistency(old)
                        .path();
        return post(new String(new Request(old, path, note).toBytes(), StandardCharsets.UTF_8));
    }

    private void signs(HttpResponse<String> answer, Note note) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var line = Note.Signature.parse(answer.body().strip());
        assertThat(note.with(List.of(line)).isSignedBy(signer.key())).isTrue();
    }

    @Test
    void itSignsWhatExtendsWhatItSignedBefore() throws Exception {
        long old = 0;
        for (long size : new long[] {1, 5, 5, 256, 300}) {
            story.grow(size);
            signs(add(old, story.note()), story.note());
            old = size;
        }
    }

    @Test
    void itSaysWhatItSignedLast() throws Exception {
        story.grow(5);
        add(0, story.note());
        story.grow(9);
        var answer = add(3, story.note());
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/x.tlog.size");
        assertThat(answer.body()).isEqualTo("5\n");
        signs(add(5, story.note()), story.note());
    }

    @Test
    void itDoesNotSignALogThatWasCutBack() throws Exception {
        story.grow(5);
        var older = story.note();
        story.grow(9);
        add(0, story.note());
        assertThat(add(5, older).statusCode()).isEqualTo(409);
        assertThat(add(9, older).statusCode()).isEqualTo(400);
    }

    @Test
    void itDoesNotSignAnotherTreeOfTheSameSize() throws Exception {
        story.grow(5);
        add(0, story.note());
        var text = new Checkpoint("city.example/log", 5, Hash.ofNothing()).text();
        var answer = add(5, new Note(text, List.of(story.log.sign(text, Story.NOW))));
        assertThat(answer.statusCode()).isEqualTo(409);
    }

    @Test
    void itDoesNotSignWhatDoesNotExtend() throws Exception {
        story.grow(5);
        add(0, story.note());
        var text = new Checkpoint("city.example/log", 9, Hash.ofNothing()).text();
        var forked = new Note(text, List.of(story.log.sign(text, Story.NOW)));
        assertThat(add(5, forked).statusCode()).isEqualTo(422);
        story.grow(9);
        var missing = new Request(5, List.of(), story.note());
        assertThat(post(new String(missing.toBytes(), StandardCharsets.UTF_8)).statusCode())
                .isEqualTo(422);
        signs(add(5, story.note()), story.note());
    }

    @Test
    void itSignsForLogsItKnowsOnly() throws Exception {
        var text = new Checkpoint("other.example", 1, Hash.ofNothing()).text();
        assertThat(post("old 0\n\n" + new Note(text, List.of(story.log.sign(text, Story.NOW))).format())
                        .statusCode())
                .isEqualTo(404);
        story.grow(3);
        var other = NoteSigner.generate("city.example/log", Algorithm.ED25519, new SecureRandom());
        var unsigned =
                new Note(story.note().text(), List.of(other.sign(story.note().text(), Story.NOW)));
        assertThat(add(0, unsigned).statusCode()).isEqualTo(403);
        var line = story.note().signatures().get(0);
        byte[] flipped = line.bytes().clone();
        flipped[3]++;
        var wrong = new Note(story.note().text(), List.of(new Note.Signature(line.name(), line.keyId(), flipped)));
        assertThat(add(0, wrong).statusCode()).isEqualTo(403);
    }

    @Test
    void whatIsNoRequestIsRefused() throws Exception {
        story.grow(3);
        var note = story.note().format();
        for (var bad : List.of(
                "",
                "old 0",
                "new 0\n\n" + note,
                "old 00\n\n" + note,
                "old -1\n\n" + note,
                "old 9223372036854775808\n\n" + note,
                "old 0\nxyz\n\n" + note,
                "old 0\n" + (Hash.ofNothing().toBase64() + "\n").repeat(64) + "\n" + note,
                "old 0\n\n" + note.replace("\n3\n", "\n03\n"))) {
            assertThat(post(bad).statusCode()).as(bad).isEqualTo(400);
        }
        assertThat(post("old 0\n\n" + "x".repeat(10_000_000)).statusCode()).isEqualTo(413);
        signs(add(0, story.note()), story.note());
    }

    @Test
    void itRemembersAfterARestart() throws Exception {
        story.grow(5);
        add(0, story.note());
        stop();
        start();
        story.grow(9);
        assertThat(add(0, story.note()).body()).isEqualTo("5\n");
        signs(add(5, story.note()), story.note());
        assertThat(Files.readString(folder.resolve("state"))).startsWith("city.example/log\n9\n");
    }

    @Test
    void twoWitnessesDoNotShareAState() {
        assertThatThrownBy(this::start).isInstanceOf(Unreadable.class).hasMessageContaining("another witness");
    }

    @Test
    void aStateThatIsCutOffIsRefused() throws Exception {
        stop();
        Files.writeString(folder.resolve("state"), "city.example/log\n9\n");
        assertThatThrownBy(this::start).isInstanceOf(Unreadable.class).hasMessageContaining("cut off");
        Files.delete(folder.resolve("state"));
        start();
    }

    /** Whoever comes first is signed; nobody rolls another back. */
    @Test
    void manyAtOnceNeverRollItBack() throws Exception {
        story.grow(40);
        var requests = IntStream.rangeClosed(1, 40).mapToObj(this::first).toList();
        var threads = Executors.newFixedThreadPool(40);
        try (var state = WitnessState.open(folder.resolve("many"))) {
            var witness = new Witness(List.of(story.log.key()), signer, state, Clock.fixed(Story.NOW, ZoneOffset.UTC));
            var together = new CyclicBarrier(requests.size());
            var answers = threads.invokeAll(requests.stream()
                    .<Callable<Integer>>map(request -> () -> {
                        together.await();
                        return witness.add(request).status();
                    })
                    .toList());
            int signed = 0;
            for (var answer : answers) {
                signed += answer.get() == 200 ? 1 : 0;
            }
            assertThat(signed).isEqualTo(1);
        }
        threads.shutdown();
    }

    /** The first that the witness would sign of the log, at the size. */
    private byte[] first(int size) {
        var tree = new Tree(size, new TileHashes(story.tiles, 40));
        var text = new Checkpoint("city.example/log", size, tree.root()).text();
        return new Request(0, List.of(), new Note(text, List.of(story.log.sign(text, Story.NOW)))).toBytes();
    }
}
