package io.chengyun.proof.evm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chengyun.proof.Unreadable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.jcajce.provider.digest.Keccak.Digest256;
import org.junit.jupiter.api.Test;

/** The digest and the writing of EVM chains, against their specifications and another's library. */
class EvmTest {

    private static final HexFormat HEX = HexFormat.of();

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String hex(byte[] bytes) {
        return HEX.formatHex(bytes);
    }

    @Test
    void digestIsThatOfTheSpecification() {
        assertThat(hex(Keccak.of(new byte[0])))
                .isEqualTo("c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470");
        assertThat(hex(Keccak.of(ascii("abc"))))
                .isEqualTo("4e03657aea45a94fc7d47ba826c8d667c0d1e6e33a64a036ec44f58fa12d6c45");
    }

    @Test
    void digestIsThatOfAnotherLibraryAtEveryLength() {
        var message = new byte[600];
        for (int length = 0; length < message.length; length++) {
            message[length] = (byte) (length * 31);
            var part = java.util.Arrays.copyOf(message, length);
            assertThat(Keccak.of(part)).as("length %d", length).isEqualTo(new Digest256().digest(part));
        }
    }

    /** Examples of the yellow paper's appendix B and of the specification that explains it. */
    @Test
    void writesAsTheSpecificationDoes() {
        var text = "Lorem ipsum dolor sit amet, consectetur adipisicing elit";
        assertThat(hex(Rlp.ofBytes(ascii("dog")))).isEqualTo("83646f67");
        assertThat(hex(Rlp.ofList(List.of(Rlp.ofBytes(ascii("cat")), Rlp.ofBytes(ascii("dog"))))))
                .isEqualTo("c88363617483646f67");
        assertThat(hex(Rlp.ofBytes(new byte[0]))).isEqualTo("80");
        assertThat(hex(Rlp.ofList(List.of()))).isEqualTo("c0");
        assertThat(hex(Rlp.ofNumber(0))).isEqualTo("80");
        assertThat(hex(Rlp.ofBytes(new byte[] {0}))).isEqualTo("00");
        assertThat(hex(Rlp.ofNumber(15))).isEqualTo("0f");
        assertThat(hex(Rlp.ofNumber(1024))).isEqualTo("820400");
        assertThat(hex(Rlp.ofBytes(ascii(text)))).isEqualTo("b838" + hex(ascii(text)));
        var none = Rlp.ofList(List.of());
        var one = Rlp.ofList(List.of(none));
        assertThat(hex(Rlp.ofList(List.of(none, one, Rlp.ofList(List.of(none, one))))))
                .isEqualTo("c7c0c1c0c3c0c1c0");
    }

    @Test
    void readsWhatItWrites() {
        for (int length : new int[] {0, 1, 55, 56, 255, 256, 70_000}) {
            var bytes = new byte[length];
            java.util.Arrays.fill(bytes, (byte) 0xa5);
            assertThat(Rlp.read(Rlp.ofBytes(bytes)).bytes()).isEqualTo(bytes);
            var list = Rlp.read(Rlp.ofList(List.of(Rlp.ofBytes(bytes), Rlp.ofNumber(7))));
            assertThat(list.items()).hasSize(2);
            assertThat(list.items().get(0).bytes()).isEqualTo(bytes);
        }
    }

    @Test
    void readsNoOtherSpelling() {
        var wrong = new ArrayList<>(
                List.of("", "8100", "817f", "b800", "b83761", "b90001", "c1", "c281", "8080", "83646f", "f800"));
        wrong.add("b90037" + "61".repeat(0x37));
        wrong.add("bfffffffffffffffff");
        wrong.add("ffffffffffffffffff");
        wrong.add("c3820101ff");
        for (var no : wrong) {
            assertThatThrownBy(() -> Rlp.read(HEX.parseHex(no))).as(no).isInstanceOf(Unreadable.class);
        }
    }

    @Test
    void aPathThatIsNoneLeadsNowhere() {
        assertThat(new TrieProof(List.of()).value(new byte[32], new byte[] {1})).isEmpty();
        byte[] leaf = Rlp.ofList(List.of(Rlp.ofBytes(HEX.parseHex("2001")), Rlp.ofBytes(ascii("value"))));
        byte[] root = Keccak.of(leaf);
        assertThat(new TrieProof(List.of(leaf)).value(root, new byte[] {1}))
                .hasValueSatisfying(value -> assertThat(value).isEqualTo(ascii("value")));
        assertThat(new TrieProof(List.of(leaf)).value(root, new byte[] {2})).isEmpty();
        assertThat(new TrieProof(List.of(leaf)).value(root, new byte[] {1, 1})).isEmpty();
        assertThat(new TrieProof(List.of(leaf, leaf)).value(root, new byte[] {1}))
                .isEmpty();
        assertThat(new TrieProof(List.of(leaf)).value(new byte[32], new byte[] {1}))
                .isEmpty();
    }
}
