package io.chengyun.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.chengyun.proof.Verdict.Reason;
import io.chengyun.proof.tile.MemoryTiles;
import io.chengyun.proof.tile.TiledTree;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerifierTest {

    /** Characters of its closest alphabet that the largest one holds (ISO/IEC 18004, version 40-L). */
    private static final int QR_CODE = 4_296;

    private final Story story = new Story().grow(300);
    private final Verifier verifier = new Verifier(story.policy());

    private Reason reason(ProofFile proof) {
        return verifier.verify(proof.format()).reason();
    }

    private static Opening shown(Story story, long entry, byte[] salt, Statement record) {
        return new Opening(story.entry(entry), new Opening.Shown(salt, record.toBytes()));
    }

    @Test
    void whatStandsThereIsValid() {
        var verdict = verifier.verify(story.proof(123, 3).format());
        assertThat(verdict.outcome()).isEqualTo(Verdict.Outcome.VALID);
        assertThat(verdict.sentence(true)).contains("第 123 号", "casework.Closed", "C-123", "city.example/log", "3/3");
        assertThat(verdict.sentence(false)).contains("Record 123", "300 records", "3/3");
    }

    @Test
    void everyRecordHasItsProof() {
        for (long number = 1; number <= 300; number += 7) {
            assertThat(reason(story.proof(number, 2))).isEqualTo(Reason.STANDS);
        }
    }

    @Test
    void aChangedWordIsFound() {
        var other = new Statement(123, Story.record(123).at(), "casework.Closed", "C-123", "{\"n\":124}");
        var proof = story.proof(123, 3, shown(story, 123, Story.salt(), other));
        assertThat(reason(proof)).isEqualTo(Reason.OTHER_WORDS);
    }

    @Test
    void aChangedSaltIsFound() {
        byte[] salt = Story.salt();
        salt[0]++;
        assertThat(reason(story.proof(123, 3, shown(story, 123, salt, Story.record(123)))))
                .isEqualTo(Reason.OTHER_WORDS);
    }

    @Test
    void bothDigestsHaveToAgree() {
        byte[] record = Story.record(1).toBytes();
        var leaf = Leaf.of(Story.NOW, 0, Story.salt(), record);
        byte[] other = leaf.sm3().clone();
        other[0]++;
        assertThat(leaf.promises(Story.salt(), record)).isTrue();
        assertThat(new Leaf(leaf.at(), 0, leaf.sha256(), other).promises(Story.salt(), record))
                .isFalse();
        assertThat(new Leaf(leaf.at(), 0, other, leaf.sm3()).promises(Story.salt(), record))
                .isFalse();
    }

    @Test
    void anotherEntryIsFound() {
        var proof = story.proof(123, 3, shown(story, 124, Story.salt(), Story.record(124)));
        assertThat(reason(proof)).isEqualTo(Reason.OTHER_ROOT);
    }

    @Test
    void aChangedPathIsFound() {
        var proof = story.proof(123, 3);
        var path = new ArrayList<>(proof.path());
        path.set(2, Hash.ofNothing());
        assertThat(reason(new ProofFile(proof.extra(), proof.index(), path, proof.checkpoint())))
                .isEqualTo(Reason.OTHER_ROOT);
    }

    /** A log that puts a record where it does not belong would have two records of one number. */
    @Test
    void aRecordInAnothersPlaceIsFound() {
        var record = Story.record(7);
        byte[] salt = Story.salt();
        byte[] entry = Leaf.of(record.at(), 0, salt, record.toBytes()).toBytes();
        var tree = TiledTree.open(new MemoryTiles(), 0);
        tree.append(entry);
        var text = new Checkpoint("city.example/log", 1, tree.root()).text();
        var note = new Note(text, List.of(story.log.sign(text, Story.NOW)));
        var proof = new ProofFile(
                new Opening(entry, new Opening.Shown(salt, record.toBytes())).toBytes(), 0, List.of(), note);
        assertThat(new Verifier(Policy.of(story.log.key()))
                        .verify(proof.format())
                        .reason())
                .isEqualTo(Reason.OTHER_NUMBER);
    }

    @Test
    void anotherTimeThanTheLeafHasIsFound() {
        var record = Story.record(1);
        byte[] salt = Story.salt();
        byte[] entry =
                Leaf.of(record.at().plusSeconds(1), 0, salt, record.toBytes()).toBytes();
        var tree = TiledTree.open(new MemoryTiles(), 0);
        tree.append(entry);
        var text = new Checkpoint("city.example/log", 1, tree.root()).text();
        var proof = new ProofFile(
                new Opening(entry, new Opening.Shown(salt, record.toBytes())).toBytes(),
                0,
                List.of(),
                new Note(text, List.of(story.log.sign(text, Story.NOW))));
        assertThat(new Verifier(Policy.of(story.log.key()))
                        .verify(proof.format())
                        .reason())
                .isEqualTo(Reason.OTHER_NUMBER);
    }

    @Test
    void aFalseSignatureIsFound() {
        var proof = story.proof(123, 3).format().replace("\n300\n", "\n301\n");
        assertThat(verifier.verify(proof).reason()).isEqualTo(Reason.FALSE_SIGNATURE);
    }

    @Test
    void aWitnesssFalseSignatureIsFound() {
        var note = story.note(1);
        var line = note.signatures().get(1);
        byte[] other = line.bytes().clone();
        other[20]++;
        var proof = story.proof(123, 0);
        var falsified = new ProofFile(
                proof.extra(),
                proof.index(),
                proof.path(),
                story.note().with(List.of(new Note.Signature(line.name(), line.keyId(), other))));
        assertThat(reason(falsified)).isEqualTo(Reason.FALSE_SIGNATURE);
    }

    @Test
    void aLogThatNobodyNamedIsUnknown() {
        var other = NoteSigner.generate("city.example/log", Algorithm.ED25519, new SecureRandom());
        var verdict =
                new Verifier(Policy.of(other.key())).verify(story.proof(123, 3).format());
        assertThat(verdict.reason()).isEqualTo(Reason.OTHER_LOG);
        assertThat(verdict.outcome().exitCode()).isEqualTo(2);
        assertThat(verdict.sentence(false)).contains("city.example/log", "policy");
    }

    /** A key that is believed for one log says nothing of another. */
    @Test
    void aLogIsBelievedUnderItsOwnNameOnly() {
        var text = new Checkpoint("other.example", 1, Hash.ofLeaf(story.entry(1))).text();
        var proof = story.proof(1, 0);
        var renamed =
                new ProofFile(proof.extra(), 0, List.of(), new Note(text, List.of(story.log.sign(text, Story.NOW))));
        assertThat(reason(renamed)).isEqualTo(Reason.OTHER_LOG);
    }

    @Test
    void tooFewWitnessesLeaveItUnknown() {
        var verdict = verifier.verify(story.proof(123, 1).format());
        assertThat(verdict.reason()).isEqualTo(Reason.TOO_FEW_WITNESSES);
        assertThat(verdict.sentence(true)).contains("1/3");
    }

    @Test
    void oneWitnessTwiceIsOneWitness() {
        var note = story.note(1);
        var again = note.with(List.of(story.witnesses.get(0).sign(note.text(), Story.NOW.plusSeconds(5))));
        assertThat(again.signatures()).hasSize(3);
        var proof = story.proof(123, 0);
        assertThat(reason(new ProofFile(proof.extra(), proof.index(), proof.path(), again)))
                .isEqualTo(Reason.TOO_FEW_WITNESSES);
    }

    @Test
    void whatWasErasedStillStands() {
        var verdict = verifier.verify(
                story.proof(123, 3, new Opening(story.entry(123), null)).format());
        assertThat(verdict.reason()).isEqualTo(Reason.ERASED);
        assertThat(verdict.outcome()).isEqualTo(Verdict.Outcome.VALID);
        assertThat(verdict.sentence(true)).contains("抹除");
    }

    @Test
    void theShortFormIsTheSameProof() {
        for (long number : new long[] {1, 2, 123, 300}) {
            var proof = story.proof(number, 3);
            var packed = Compact.pack(proof);
            assertThat(packed).hasSizeLessThan(QR_CODE).matches("[0-9A-Z $%*+./:-]+");
            assertThat(verifier.verify(packed + "\n").sentence(true))
                    .isEqualTo(verifier.verify(proof.format()).sentence(true));
        }
    }

    @Test
    void aShortFormThatIsNoneIsUnknown() {
        var packed = Compact.pack(story.proof(123, 3));
        for (var bad : List.of(
                packed.substring(0, 100),
                packed.substring(0, packed.length() - 4),
                "TLOG-PROOF:",
                "TLOG-PROOF:abc",
                "TLOG-PROOF:A",
                "TLOG-PROOF:::::::",
                packed.replaceFirst("TLOG-PROOF:...", "TLOG-PROOF:"))) {
            assertThat(verifier.verify(bad).reason()).as(bad).isEqualTo(Reason.NOT_READABLE);
        }
    }

    @Test
    void aShortFormThatGrowsWithoutEndIsRefused() {
        var proof = story.proof(1, 0);
        var endless = new ProofFile(new byte[50_000_000], 0, proof.path(), proof.checkpoint());
        assertThat(verifier.verify(Compact.pack(endless)).sentence(false)).contains("cut off, or too long");
    }

    /** The examples of RFC 9285. */
    @Test
    void goldenBase45() {
        assertThat(Base45.encode("AB".getBytes())).isEqualTo("BB8");
        assertThat(Base45.encode("Hello!!".getBytes())).isEqualTo("%69 VD92EX0");
        assertThat(Base45.decode("QED8WEX0")).isEqualTo("ietf!".getBytes());
    }

    @Test
    void whatIsNoProofIsUnknown() {
        var good = story.proof(123, 3).format();
        for (var bad : List.of(
                "",
                "hello",
                good.substring(0, 200),
                good.replace("index 122", "index 0122"),
                good.replace("index 122", "index x"),
                good.replace("tlog-proof@v1", "tlog-proof@v2"),
                good.replace("extra ", "extra !"),
                good.replace("\nindex", "\n\nindex"))) {
            var verdict = verifier.verify(bad);
            assertThat(verdict.reason()).as(bad).isEqualTo(Reason.NOT_READABLE);
            assertThat(verdict.sentence(true)).startsWith("这不是可读的证明");
        }
    }

    /** Each byte of a proof counts: whichever is changed, it is no longer a valid one of the same record. */
    @Test
    void noFlippedByteIsMissed() {
        var good = story.proof(123, 2).format();
        for (int i = 0; i < good.length(); i++) {
            var bad = new StringBuilder(good);
            bad.setCharAt(i, good.charAt(i) == 'A' ? 'B' : 'A');
            if (!bad.toString().equals(good)) {
                assertThat(verifier.verify(bad.toString()).outcome())
                        .as("byte %d of %s", i, bad)
                        .isNotEqualTo(Verdict.Outcome.VALID);
            }
        }
    }

    @Test
    void proofsAndOpeningsAreReadAsTheyAreWritten() {
        var proof = story.proof(299, 3);
        assertThat(ProofFile.parse(proof.format())).isEqualTo(proof);
        var bare = new ProofFile(new byte[0], 0, List.of(), story.note());
        assertThat(ProofFile.parse(bare.format()).format()).isEqualTo(bare.format());
        assertThat(Statement.parse(Story.record(5).toBytes())).isEqualTo(Story.record(5));
    }
}
