package io.chengyun.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PolicyTest {

    private final NoteKey log = key("log", Algorithm.ED25519);
    private final List<NoteKey> keys = List.of(
            key("a", Algorithm.COSIGNATURE),
            key("b", Algorithm.COSIGNATURE),
            key("c", Algorithm.COSIGNATURE),
            key("d", Algorithm.COSIGNATURE));

    private static NoteKey key(String name, Algorithm algorithm) {
        return NoteSigner.generate(name, algorithm, new SecureRandom()).key();
    }

    private String lines(String... rest) {
        return """
                # whom we believe
                log %s http://127.0.0.1/log
                witness A %s
                \twitness\tB  %s http://127.0.0.1/b
                witness C %s
                witness D %s

                %s
                """.formatted(log, keys.get(0), keys.get(1), keys.get(2), keys.get(3), String.join("\n", rest));
    }

    @Test
    void groupsOfGroupsCount() {
        var policy = Policy.parse(lines("group X 2 A B C", "group Y any D", "group Z all X Y", "quorum Z"));
        assertThat(policy.isEnough(Set.of("A", "B", "D"))).isTrue();
        assertThat(policy.isEnough(Set.of("A", "B", "C"))).isFalse();
        assertThat(policy.isEnough(Set.of("A", "D"))).isFalse();
        assertThat(policy.logs()).containsExactly(log);
    }

    @Test
    void oneWitnessOrNone() {
        assertThat(Policy.parse(lines("quorum B")).isEnough(Set.of("B"))).isTrue();
        assertThat(Policy.parse(lines("quorum B")).isEnough(Set.of("A"))).isFalse();
        assertThat(Policy.parse(lines("quorum none")).isEnough(Set.of())).isTrue();
    }

    @Test
    void whatIsNoPolicyIsRefusedWithItsLine() {
        refused("no quorum line", lines());
        refused(
                "line 8: is a second quorum",
                lines("quorum none", "quorum none").replace("\n\n", "\n"));
        refused("names what no line above defines: E", lines("quorum E"));
        refused("names what no line above defines: E", lines("group X 2 A E", "quorum X"));
        refused("counts a member twice: A", lines("group X 2 A A", "quorum X"));
        refused("counts a member twice: A", lines("group X any A", "group Y any A", "quorum X"));
        refused("asks for 3 of 2", lines("group X 3 A B", "quorum X"));
        refused("asks for 0 of 2", lines("group X 0 A B", "quorum X"));
        refused("not a whole number", lines("group X most A B", "quorum X"));
        refused("takes a name that is taken: A", lines("group A any B", "quorum A"));
        refused("takes a name that is taken: none", lines("group none any B", "quorum none"));
        refused("repeats a key", lines("witness E " + keys.get(0), "quorum E"));
        refused("is none of", lines("witnes E " + keys.get(0), "quorum none"));
        refused("is none of", lines("quorum"));
        refused("key", lines("log x", "quorum none"));
    }

    private static void refused(String why, String text) {
        assertThatThrownBy(() -> Policy.parse(text))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining(why);
    }
}
