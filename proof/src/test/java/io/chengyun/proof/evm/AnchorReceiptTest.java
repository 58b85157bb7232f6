package io.chengyun.proof.evm;

import static org.assertj.core.api.Assertions.assertThat;

import io.chengyun.proof.Verdict.Outcome;
import io.chengyun.proof.evm.AnchorVerdict.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A receipt that a house of ours got from an Anvil 1.7.1, in a block of nineteen transactions. */
class AnchorReceiptTest {

    private static final String BLOCK = "0x768aff91aea2739f838789c270620c2f9ddc8bbc4261cd4d0ed1bc0ebac9dda7";
    private static final String RECEIPT = read();

    private static String read() {
        try (InputStream file = Objects.requireNonNull(AnchorReceiptTest.class.getResourceAsStream("receipt.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException no) {
            throw new IllegalStateException(no);
        }
    }

    private static Reason reason(String receipt) {
        return AnchorReceipt.check(receipt, BLOCK).reason();
    }

    private static String with(long index, TrieProof path, String checkpoint) {
        return new AnchorReceipt(index, AnchorReceipt.parse(RECEIPT).header(), path, checkpoint).format();
    }

    @Test
    void aReceiptOfARealChainStands() {
        var verdict = AnchorReceipt.check(RECEIPT, BLOCK);
        assertThat(verdict.reason()).isEqualTo(Reason.ANCHORED);
        assertThat(verdict.sentence(true)).contains("city.example/log", "544", "31337", "2026-11-26T21:07:05Z");
        assertThat(AnchorReceipt.parse(RECEIPT).format()).isEqualTo(RECEIPT);
        assertThat(AnchorReceipt.check(
                                RECEIPT,
                                BLOCK.toUpperCase(java.util.Locale.ROOT).replace("0X", "0x"))
                        .reason())
                .isEqualTo(Reason.ANCHORED);
    }

    @Test
    void everyByteOfItCounts() {
        byte[] bytes = RECEIPT.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            for (int bit = 0; bit < Byte.SIZE; bit++) {
                bytes[i] ^= (byte) (1 << bit);
                var changed = AnchorReceipt.check(new String(bytes, StandardCharsets.UTF_8), BLOCK);
                assertThat(changed.outcome()).as("bit %d of byte %d", bit, i).isNotEqualTo(Outcome.VALID);
                bytes[i] ^= (byte) (1 << bit);
            }
        }
    }

    @Test
    void nothingMayBeLeftOutOrPutIn() {
        var lines = RECEIPT.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            var fewer = new java.util.ArrayList<>(lines);
            var line = fewer.remove(i);
            var more = new java.util.ArrayList<>(lines);
            more.add(i, line);
            for (var changed : List.of(fewer, more)) {
                assertThat(AnchorReceipt.check(String.join("\n", changed) + "\n", BLOCK)
                                .outcome())
                        .as(line)
                        .isNotEqualTo(Outcome.VALID);
            }
        }
        assertThat(reason(RECEIPT + "one line more\n")).isEqualTo(Reason.OTHER_CHECKPOINT);
    }

    @Test
    void anotherBlockIsNotTheOneThatIsTrusted() {
        assertThat(AnchorReceipt.check(RECEIPT, "0x" + "0".repeat(64)).reason()).isEqualTo(Reason.OTHER_BLOCK);
        for (var no : List.of("", "0x", BLOCK.substring(2), BLOCK + "0", "0x" + "g".repeat(64))) {
            assertThat(AnchorReceipt.check(RECEIPT, no).reason()).as(no).isEqualTo(Reason.NOT_READABLE);
        }
    }

    @Test
    void anotherCheckpointIsNotTheOneInTheBlock() {
        var receipt = AnchorReceipt.parse(RECEIPT);
        assertThat(reason(with(0, receipt.path(), receipt.checkpoint().replace("544", "545"))))
                .isEqualTo(Reason.OTHER_CHECKPOINT);
        assertThat(reason(with(0, receipt.path(), ""))).isEqualTo(Reason.NOT_READABLE);
    }

    @Test
    void anotherIndexOrPathDoesNotLeadThere() {
        var receipt = AnchorReceipt.parse(RECEIPT);
        assertThat(AnchorReceipt.check(with(1, receipt.path(), receipt.checkpoint()), BLOCK)
                        .outcome())
                .isNotEqualTo(Outcome.VALID);
        assertThat(reason(with(0, new TrieProof(List.of()), receipt.checkpoint())))
                .isEqualTo(Reason.NOT_IN_BLOCK);
        assertThat(reason(with(0, new TrieProof(receipt.path().nodes().subList(0, 1)), receipt.checkpoint())))
                .isEqualTo(Reason.NOT_IN_BLOCK);
    }
}
