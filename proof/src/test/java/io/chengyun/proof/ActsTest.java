package io.chengyun.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chengyun.proof.Verdict.Reason;
import io.chengyun.proof.sm.Sm2TestKey;
import io.chengyun.proof.tile.MemoryTiles;
import io.chengyun.proof.tile.TileHashes;
import io.chengyun.proof.tile.TiledTree;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Thirteen acts of the water bureau, every second of them somebody else's, and what can be said against its signature. */
class ActsTest {

    private static final Instant NOW = Story.NOW;
    private static final String NAME = "city.example/log/D-WATER";
    private static final int ENTRIES = 26;

    private final NoteSigner log = NoteSigner.generate("city.example/log", Algorithm.ED25519, new SecureRandom());
    private final NoteSigner water = NoteSigner.generate(NAME, Algorithm.ED25519, new SecureRandom());
    private final Sm2TestKey waterSm2 = new Sm2TestKey(NAME);
    private final MemoryTiles tiles = new MemoryTiles();
    private final List<byte[]> entries = new ArrayList<>();
    private final List<Hash> acts = new ArrayList<>();
    private final Note published;

    ActsTest() {
        var tree = TiledTree.open(tiles, 0);
        for (int number = 1; number <= ENTRIES; number++) {
            int actor = number % 2 == 0 ? water.key().id() : 0;
            byte[] entry = Leaf.of(
                            record(number).at(),
                            actor,
                            Story.salt(),
                            record(number).toBytes())
                    .toBytes();
            entries.add(entry);
            tree.append(entry);
            if (actor != 0) {
                acts.add(Hash.ofLeaf(entry));
            }
        }
        tree.write();
        var text = new Checkpoint(log.key().name(), ENTRIES, tree.root()).text();
        published = new Note(text, List.of(log.sign(text, NOW)));
    }

    private static Statement record(long number) {
        return Story.record(number);
    }

    private Note signed(Note.Signer... signers) {
        var text = Acts.checkpoint(NAME, 2, acts).text();
        return new Note(
                text, List.of(signers).stream().map(it -> it.sign(text, NOW)).toList());
    }

    private KeyBook book() {
        return new KeyBook(List.of(entry(water.key(), NOW, null), entry(waterSm2.key(), NOW, null)));
    }

    private static KeyBook.Entry entry(NoteKey key, Instant from, @Nullable Instant until) {
        return new KeyBook.Entry("D-WATER", key, from, until);
    }

    private Verdict verify(int number, @Nullable ProofFile signed, @Nullable KeyBook book) {
        var shown = new Opening.Shown(Story.salt(), record(number).toBytes());
        var opening = new Opening(entries.get(number - 1), signed, shown);
        var path = new Tree(ENTRIES, new TileHashes(tiles, ENTRIES))
                .inclusion(number - 1)
                .path();
        var file = new ProofFile(opening.toBytes(), number - 1, path, published).format();
        return new Verifier(Policy.of(log.key()), book).verify(file);
    }

    @Test
    void everyActIsSigned() {
        var note = signed(water, waterSm2);
        for (int place = 0; place < acts.size(); place++) {
            var verdict = verify(2 * place + 2, Acts.prove(acts, place, note), book());
            assertThat(verdict.reason()).isEqualTo(Reason.SIGNED);
            assertThat(verdict.sentence(true)).contains("由 " + NAME + " 签名");
        }
    }

    @Test
    void whoeverDoesNotAskForSignaturesIsToldOfTheLogAlone() {
        assertThat(verify(2, Acts.prove(acts, 0, signed(water, waterSm2)), null).reason())
                .isEqualTo(Reason.STANDS);
    }

    @Test
    void whatNobodySignedNeedsNoSignature() {
        assertThat(verify(1, null, book()).reason()).isEqualTo(Reason.STANDS);
    }

    @Test
    void anothersSignatureIsNoSignature() {
        var forger = NoteSigner.generate(NAME, Algorithm.ED25519, new SecureRandom());
        assertThat(verify(2, Acts.prove(acts, 0, signed(forger, waterSm2)), book())
                        .reason())
                .isEqualTo(Reason.NOT_SIGNED);
    }

    @Test
    void bothAlgorithmsAreAskedFor() {
        assertThat(verify(2, Acts.prove(acts, 0, signed(water)), book()).reason())
                .isEqualTo(Reason.NOT_SIGNED);
        assertThat(verify(2, Acts.prove(acts, 0, signed(waterSm2)), book()).reason())
                .isEqualTo(Reason.NOT_SIGNED);
    }

    @Test
    void aFalseSignatureIsFound() {
        var note = signed(water, waterSm2);
        for (int line = 0; line < 2; line++) {
            var signatures = new ArrayList<>(note.signatures());
            byte[] bytes = signatures.get(line).bytes().clone();
            bytes[7]++;
            signatures.set(line, new Note.Signature(NAME, signatures.get(line).keyId(), bytes));
            var falsified = new Note(note.text(), signatures);
            assertThat(verify(2, Acts.prove(acts, 0, falsified), book()).reason())
                    .isEqualTo(Reason.NOT_SIGNED);
        }
    }

    @Test
    void theSignatureOfAnotherActDoesNotCoverThisOne() {
        var note = signed(water, waterSm2);
        assertThat(verify(4, Acts.prove(acts, 0, note), book()).reason()).isEqualTo(Reason.NOT_SIGNED);
    }

    /** Whoever signs a log too must not have signed an act by that. */
    @Test
    void aTreeOfAnotherNameIsNoneOfActs() {
        var text = new Checkpoint(
                        "elsewhere.example",
                        acts.size(),
                        Acts.checkpoint(NAME, 2, acts).root())
                .text();
        var note = new Note(text, List.of(water.sign(text, NOW), waterSm2.sign(text, NOW)));
        assertThat(verify(2, Acts.prove(acts, 0, note), book()).reason()).isEqualTo(Reason.NOT_SIGNED);
    }

    @Test
    void aSignatureThatIsLeftOutLeavesItUnknown() {
        var verdict = verify(2, null, book());
        assertThat(verdict.reason()).isEqualTo(Reason.SIGNATURE_LEFT_OUT);
        assertThat(verdict.outcome()).isEqualTo(Verdict.Outcome.UNKNOWN);
    }

    @Test
    void aKeyThatNobodyKnowsLeavesItUnknown() {
        assertThat(verify(2, Acts.prove(acts, 0, signed(water, waterSm2)), new KeyBook(List.of()))
                        .reason())
                .isEqualTo(Reason.OTHER_SIGNER);
    }

    @Test
    void aKeyHoldsInItsTimeOnly() {
        var at = record(2).at();
        var proof = Acts.prove(acts, 0, signed(water));
        var later = new KeyBook(List.of(entry(water.key(), at.plusSeconds(1), null)));
        assertThat(verify(2, proof, later).reason()).isEqualTo(Reason.KEY_DID_NOT_HOLD);
        var ended = new KeyBook(List.of(entry(water.key(), NOW, at.minus(Duration.ofMillis(1)))));
        assertThat(verify(2, proof, ended).reason()).isEqualTo(Reason.KEY_DID_NOT_HOLD);
        var inTime = new KeyBook(List.of(entry(water.key(), NOW, at.plusSeconds(1))));
        assertThat(verify(2, proof, inTime).reason()).isEqualTo(Reason.SIGNED);
    }

    /** An old SM2 key need not sign what is done after its end. */
    @Test
    void onlyKeysOfThatTimeAreAskedFor() {
        var proof = Acts.prove(acts, 0, signed(water));
        var book = new KeyBook(List.of(entry(water.key(), NOW, null), entry(waterSm2.key(), NOW, NOW.plusMillis(1))));
        assertThat(verify(2, proof, book).reason()).isEqualTo(Reason.SIGNED);
    }

    @Test
    void theShortFormCarriesTheSignature() {
        var shown = new Opening.Shown(Story.salt(), record(2).toBytes());
        var opening = new Opening(entries.get(1), Acts.prove(acts, 0, signed(water, waterSm2)), shown);
        var path =
                new Tree(ENTRIES, new TileHashes(tiles, ENTRIES)).inclusion(1).path();
        var verifier = new Verifier(Policy.of(log.key()), book());
        assertThat(verifier.verify(Compact.pack(new ProofFile(opening.toBytes(), 1, path, published)))
                        .reason())
                .isEqualTo(Reason.SIGNED);
        var unsigned = new ProofFile(opening.unsigned().toBytes(), 1, path, published);
        assertThat(verifier.verify(Compact.pack(unsigned)).reason()).isEqualTo(Reason.SIGNATURE_LEFT_OUT);
    }

    @Test
    void theBookIsReadAsItIsWritten() {
        var book = new KeyBook(List.of(entry(water.key(), NOW, NOW.plusSeconds(9)), entry(waterSm2.key(), NOW, null)));
        assertThat(KeyBook.parse("# keys\n\n" + book.format())).isEqualTo(book);
    }

    @Test
    void aBookThatIsNoneNamesItsLine() {
        var line = entry(water.key(), NOW, null).line();
        for (var bad :
                List.of("organisation", line + " x", line.replace(" 20", " yesterday-20"), line.replace("+", "-"))) {
            assertThatThrownBy(() -> KeyBook.parse(line + "\n" + bad + "\n"))
                    .as(bad)
                    .isInstanceOf(Unreadable.class);
        }
        assertThatThrownBy(() -> KeyBook.parse("\nlog x\n")).hasMessageContaining("line 2");
    }
}
