package io.chengyun.proof.evm;

import io.chengyun.proof.Unreadable;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The way through a block's transactions (交易路径): the nodes of a Merkle-Patricia trie from its root to one value (Ethereum yellow
 * paper, appendix D).
 *
 * @param nodes as they are written, the root first
 */
public record TrieProof(List<byte[]> nodes) {

    private static final int BRANCH = 17;
    private static final int LEAF_OR_EXTENSION = 2;
    private static final int ODD = 1;
    private static final int LEAF = 2;

    public TrieProof {
        nodes = List.copyOf(nodes);
    }

    /**
     * The value under the key; nothing where these nodes do not lead to one from that root, or one is left over.
     *
     * @throws Unreadable where a node is none
     */
    public Optional<byte[]> value(byte[] root, byte[] key) {
        byte[] path = nibbles(key);
        byte[] expected = root;
        int at = 0;
        for (int i = 0; i < nodes.size(); i++) {
            boolean last = i == nodes.size() - 1;
            if (!Arrays.equals(Keccak.of(nodes.get(i)), expected)) {
                return Optional.empty();
            }
            var node = Rlp.read(nodes.get(i)).list("trie node", LEAF_OR_EXTENSION);
            byte[] rest = Arrays.copyOfRange(path, at, path.length);
            var step = node.size() == BRANCH ? branch(node, rest) : shortened(node, rest);
            if (step.isEmpty() || step.get().ends() != last) {
                return Optional.empty();
            }
            if (last) {
                return Optional.of(step.get().next());
            }
            at += step.get().taken();
            expected = step.get().next();
        }
        return Optional.empty();
    }

    /**
     * Where a node leads (路径一步).
     *
     * @param taken nibbles of the key
     * @param ends whether what is next is the value
     */
    private record Step(int taken, boolean ends, byte[] next) {}

    private static Optional<Step> branch(List<Rlp.Item> node, byte[] rest) {
        return Optional.of(
                rest.length == 0
                        ? new Step(0, true, node.get(BRANCH - 1).bytes())
                        : new Step(1, false, node.get(rest[0]).bytes("trie branch", Keccak.LENGTH)));
    }

    private static Optional<Step> shortened(List<Rlp.Item> node, byte[] rest) {
        byte[] packed = nibbles(node.get(0).bytes());
        if (node.size() != LEAF_OR_EXTENSION || packed.length == 0 || packed[0] > LEAF + ODD) {
            throw new Unreadable("trie node: neither branch, extension nor leaf");
        }
        boolean leaf = (packed[0] & LEAF) != 0;
        byte[] part = Arrays.copyOfRange(packed, (packed[0] & ODD) != 0 ? 1 : 2, packed.length);
        boolean fits = rest.length >= part.length && Arrays.equals(part, 0, part.length, rest, 0, part.length);
        if (!fits || leaf && rest.length != part.length) {
            return Optional.empty();
        }
        return Optional.of(new Step(part.length, leaf, node.get(1).bytes()));
    }

    /** The halves of each byte, the higher first. */
    public static byte[] nibbles(byte[] bytes) {
        var nibbles = new byte[bytes.length * 2];
        for (int i = 0; i < nibbles.length; i++) {
            nibbles[i] = (byte) (bytes[i / 2] >> (i % 2 == 0 ? 4 : 0) & 0xf);
        }
        return nibbles;
    }
}
