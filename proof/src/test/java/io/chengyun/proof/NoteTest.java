package io.chengyun.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoteTest {

    /** From the documentation of Go's own package for signed notes. */
    private static final String KEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

    private static final String GOLDEN = """
            If you think cryptography is the answer to your problem,
            then you don't know what your problem is.

            \u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
            """;

    private static final Instant NOW = Instant.parse("2026-11-26T08:00:00Z");
    private final NoteSigner log = NoteSigner.generate("city.example/log", Algorithm.ED25519, new SecureRandom());
    private final NoteSigner witness = NoteSigner.generate("w.example", Algorithm.COSIGNATURE, new SecureRandom());
    private final String text = new Checkpoint("city.example/log", 7, Hash.ofNothing()).text();

    private Note signed(NoteSigner... signers) {
        return new Note(
                text, List.of(signers).stream().map(it -> it.sign(text, NOW)).toList());
    }

    @Test
    void theGoldenNoteIsHeard() {
        var note = Note.parse(GOLDEN);
        assertThat(note.isSignedBy(NoteKey.parse(KEY))).isTrue();
        assertThat(note.format()).isEqualTo(GOLDEN);
        assertThat(NoteKey.parse(KEY).format()).isEqualTo(KEY);
    }

    @Test
    void aChangedWordIsNotHeard() {
        var note = Note.parse(GOLDEN.replace("answer", "anwser"));
        assertThatThrownBy(() -> note.isSignedBy(NoteKey.parse(KEY)))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("PeterNeumann");
    }

    @Test
    void aKeyOfAnotherNameIsIgnored() {
        assertThat(Note.parse(GOLDEN).isSignedBy(log.key())).isFalse();
    }

    @Test
    void logAndWitnessSignOneText() {
        var note = Note.parse(signed(log, witness).format());
        assertThat(note.isSignedBy(log.key())).isTrue();
        assertThat(note.isSignedBy(witness.key())).isTrue();
    }

    @Test
    void aWitnessSignsTheTimeToo() {
        var line = witness.sign(text, NOW);
        byte[] later = line.bytes().clone();
        later[7]++;
        var note = new Note(text, List.of(new Note.Signature(line.name(), line.keyId(), later)));
        assertThatThrownBy(() -> note.isSignedBy(witness.key())).isInstanceOf(Unreadable.class);
    }

    @Test
    void aPrivateKeyIsReadBack() {
        assertThat(NoteSigner.parse(witness.format()).key()).isEqualTo(witness.key());
        assertThat(NoteSigner.parse(log.format()).sign(text, NOW).line())
                .isEqualTo(log.sign(text, NOW).line());
        assertThatThrownBy(() -> NoteSigner.parse("PRIVATE+KEY+x")).isInstanceOf(Unreadable.class);
        assertThatThrownBy(() -> NoteSigner.parse("PRIVATE+KEY+x+00000000+AAAA"))
                .isInstanceOf(Unreadable.class);
    }

    @Test
    void furtherSignaturesAreNotRepeated() {
        var note = signed(log);
        var more = List.of(witness.sign(text, NOW));
        assertThat(note.with(more).with(more).signatures()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text without a gap\n",
                "text\n\n",
                "text\n\n\u2014 nameonly\n",
                "text\n\n- name AAAAAAAA\n",
                "text\n\n\u2014 name AAAA\n",
                "text\n\n\u2014 name AAAAAAB=\n",
                "text\n\n\u2014 na+me AAAAAAAA\n",
                "text\twith a tab\n\n\u2014 name AAAAAAAA\n",
                "text\n\n\u2014 name AAAAAAAA",
            })
    void whatIsNoNoteIsRefused(String text) {
        assertThatThrownBy(() -> Note.parse(text))
                .isInstanceOf(Unreadable.class)
                .hasMessageMatching("(?s)(note|signature).*");
    }

    @Test
    void aNoteOfTenMegabytesIsNotRead() {
        assertThatThrownBy(() -> Note.parse(new byte[10_000_000]))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("10000000 bytes");
    }

    @Test
    void aNoteWithHundredsOfSignaturesIsNotRead() {
        var many = text + "\n" + (log.sign(text, NOW).line() + "\n").repeat(65);
        assertThatThrownBy(() -> Note.parse(many)).hasMessageContaining("65 signatures");
    }

    @Test
    void whatIsNotTextIsNotRead() {
        assertThatThrownBy(() -> Note.parse(new byte[] {(byte) 0xff, '\n'})).hasMessageContaining("UTF-8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name",
                "name+c74f20a3",
                "na me+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+c74f20a3+CRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+c74f20a3+ARpc",
            })
    void whatIsNoKeyIsRefused(String text) {
        assertThatThrownBy(() -> NoteKey.parse(text))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a\u3000b", "a\tb", "a+b"})
    void whatIsNoNameHasNoKey(String name) {
        assertThatThrownBy(() -> NoteSigner.generate(name, Algorithm.ED25519, new SecureRandom()))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("neither spaces nor '+'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "o\n1\n",
                "o\n01\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
                "o\n\u0661\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n", // a one, and no digit of ours
                "o\n-1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
                "o\n9223372036854775808\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
                "o\n1\n47DEQpj8HBSa\n",
                "o\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",
                "o\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\nx\n",
                "\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
            })
    void whatIsNoCheckpointIsRefused(String text) {
        assertThatThrownBy(() -> Checkpoint.parse(text)).isInstanceOf(Unreadable.class);
    }

    @Test
    void theLargestTreeIsRead() {
        var largest = "o\n9223372036854775807\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\nmore\n";
        assertThat(Checkpoint.parse(largest).size()).isEqualTo(Long.MAX_VALUE);
        assertThat(Checkpoint.parse(largest).text()).isEqualTo(largest);
    }
}
