package io.chengyun.platform.casework;

import static io.chengyun.platform.casework.People.CHENG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chengyun.platform.SetClock;
import io.chengyun.platform.access.Role;
import io.chengyun.platform.casework.Casework.Report;
import io.chengyun.platform.casework.evidence.Evidence;
import io.chengyun.platform.casework.evidence.EvidenceKind;
import io.chengyun.platform.casework.evidence.Said;
import io.chengyun.platform.place.Position;
import io.chengyun.platform.postgres.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

/** Evidence and reports that are sent more than once, with a real database. */
@SpringBootTest
@ContextConfiguration(initializers = TestDatabase.class)
@Import(CaseworkTest.Time.class)
class EvidenceTest {

    private static final Position POINT = new Position(121.41, 31.08);
    private static final Report REPORT = new Report("0506", "积水", "", POINT, CaseFile.Source.PATROL);
    private static final byte[] VOICE =
            HexFormat.of().parseHex("1A45DFA380" + "1853806701FFFFFFFFFFFFFF" + "A384810000FC");
    private static int colour = 7_000;

    @Autowired
    Casework casework;

    @Autowired
    Evidence evidence;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SetClock clock;

    private CaseFile file;

    @BeforeEach
    void report() {
        clock.set(Instant.parse("2026-11-23T01:00:00Z"));
        file = casework.report(REPORT, CHENG);
    }

    private String send(byte[] bytes, @Nullable EvidenceKind kind) {
        return casework.attach(file.id(), bytes, new Said(POINT, null, kind), CHENG);
    }

    @Test
    void photoSentTwiceIsKeptOnceWithWhatItShows() {
        var image = Images.jpeg(++colour);
        var id = send(image, EvidenceKind.BEFORE);
        assertThat(send(image, EvidenceKind.BEFORE)).isEqualTo(id);
        assertThat(casework.listEvidence(file.id(), CHENG)).singleElement().satisfies(exhibit -> {
            assertThat(exhibit.id()).isEqualTo(id);
            assertThat(exhibit.kind()).isEqualTo(EvidenceKind.BEFORE);
            assertThat(exhibit.by()).isEqualTo(CHENG.id());
        });
    }

    @Test
    void bytesLieInTheStoreAndNotInTheDatabase() {
        var id = send(Images.png(++colour), null);
        assertThat(jdbc.sql("SELECT count(*) FROM casework.photo WHERE id = :id AND bytes IS NULL")
                        .param("id", id)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(evidence.bytes(evidence.get(id, null))).isNotEmpty();
    }

    @Test
    void fileThatIsNoLongerWhatWasKeptIsNotShown() throws IOException {
        var id = send(Images.png(++colour), null);
        Files.write(Path.of("target/evidence", id.substring(0, 2), id), new byte[9]);
        assertThatThrownBy(() -> evidence.bytes(evidence.get(id, null)))
                .hasMessageContaining("casework:evidence-damaged");
    }

    @Test
    void photoFromBeforeThereWasAStoreIsStillRead() throws NoSuchAlgorithmException {
        var image = Images.png(++colour);
        var id = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(image));
        jdbc.sql("""
                INSERT INTO casework.photo (case_id, id, type, lon, lat, taken_at, stored_at, stored_by, bytes)
                VALUES (:caseId, :id, 'image/png', 121.4, 31.1, now(), now(), 'cheng', :bytes)
                """)
                .param("caseId", file.id())
                .param("id", id)
                .param("bytes", image)
                .update();
        assertThat(evidence.bytes(evidence.get(id, null))).isEqualTo(image);
    }

    @Test
    void voiceIsKeptButIsNoPhotoThatClosesAnything() {
        var id = send(VOICE, EvidenceKind.VOICE);
        assertThat(evidence.bytes(evidence.get(id, null))).isEqualTo(VOICE);
        assertThatThrownBy(() -> casework.act(
                        file.id(), "accept", Given.nothing().showing(List.of(id)), People.of(Role.ACCEPTOR)))
                .hasMessageContaining("casework:no-such-evidence");
    }

    @Test
    void evidenceOfAnotherTownsCaseIsAbsent() {
        var stranger = People.of(Role.INSPECTOR, "310112102");
        assertThatThrownBy(() -> casework.listEvidence(file.id(), stranger)).hasMessageContaining("casework:absent");
        assertThatThrownBy(() -> casework.attach(file.id(), VOICE, new Said(POINT, null, EvidenceKind.VOICE), stranger))
                .hasMessageContaining("casework:absent");
    }

    @Test
    void caseHasAsManyPiecesAsTheDistrictTakesAndNotOneMore() throws InterruptedException, ExecutionException {
        for (int i = 0; i < 59; i++) {
            send(Images.png(++colour), null);
        }
        var images = List.of(Images.png(++colour), Images.png(++colour), Images.png(++colour));
        var pool = Executors.newFixedThreadPool(3);
        int taken = 0;
        for (var answer : pool.invokeAll(images.stream()
                .<Callable<String>>map(image -> () -> send(image, null))
                .toList())) {
            try {
                answer.get();
                taken++;
            } catch (ExecutionException no) {
                assertThat(no).hasMessageContaining("casework:evidence-enough");
            }
        }
        pool.shutdown();
        assertThat(taken).isEqualTo(1);
        var kept = casework.listEvidence(file.id(), CHENG);
        assertThat(kept).hasSize(60);
        assertThatThrownBy(() -> send(Images.png(++colour), null)).hasMessageContaining("casework:evidence-enough");
        assertThat(send(evidence.bytes(kept.get(0)), null))
                .as("what it has already is no more")
                .isEqualTo(kept.get(0).id());
    }

    @Test
    void reportSentTwiceAtOnceOpensOneCase() throws InterruptedException, ExecutionException {
        Callable<String> sending =
                () -> casework.report(REPORT, "phone-12345678", CHENG).id();
        var pool = Executors.newFixedThreadPool(4);
        var ids = pool.invokeAll(List.of(sending, sending, sending, sending));
        pool.shutdown();
        var first = ids.get(0).get();
        for (var id : ids) {
            assertThat(id.get()).isEqualTo(first);
        }
    }

    @Test
    void anotherNameOrAnotherSenderIsAnotherReport() {
        var one = casework.report(REPORT, "phone-aaaaaaaa", CHENG).id();
        assertThat(casework.report(REPORT, "phone-bbbbbbbb", CHENG).id()).isNotEqualTo(one);
        assertThat(casework.report(REPORT, "phone-aaaaaaaa", People.of(Role.ACCEPTOR))
                        .id())
                .isNotEqualTo(one);
    }
}
