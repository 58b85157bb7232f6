package io.chengyun.anchor;

import static io.chengyun.proof.evm.TrieProof.nibbles;

import io.chengyun.proof.evm.Keccak;
import io.chengyun.proof.evm.Rlp;
import io.chengyun.proof.evm.TrieProof;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * All transactions of a block as its header's root is made of them (交易树): a Merkle-Patricia trie by their index (Ethereum yellow paper,
 * appendix D). No index is the beginning of another one, so that a branch never holds a value.
 */
final class TransactionTrie {

    private static final int CHILDREN = 16;
    private static final int LEAF = 2;
    private static final byte[] NOTHING = Rlp.ofBytes(new byte[0]);

    private final List<Entry> entries = new ArrayList<>();

    TransactionTrie(List<byte[]> transactions) {
        for (int i = 0; i < transactions.size(); i++) {
            entries.add(new Entry(nibbles(Rlp.ofNumber(i)), transactions.get(i)));
        }
    }

    private record Entry(byte[] path, byte[] value) {}

    byte[] root() {
        return Keccak.of(node(entries, 0, new byte[0], new ArrayList<>()));
    }

    /** From the root to the transaction. */
    TrieProof proof(long index) {
        var nodes = new ArrayList<byte[]>();
        node(entries, 0, nibbles(Rlp.ofNumber(index)), nodes);
        return new TrieProof(nodes);
    }

    /** @param nodes takes those on the way to the target, the root first */
    private static byte[] node(List<Entry> some, int depth, byte[] target, List<byte[]> nodes) {
        boolean onTheWay = some.stream().anyMatch(it -> Arrays.equals(it.path, target));
        byte[] node = some.size() == 1
                ? Rlp.ofList(List.of(packed(some.get(0).path, depth, LEAF), Rlp.ofBytes(some.get(0).value)))
                : inner(some, depth, target, nodes);
        if (onTheWay) {
            nodes.add(0, node);
        }
        return node;
    }

    private static byte[] inner(List<Entry> some, int depth, byte[] target, List<byte[]> nodes) {
        int shared = shared(some, depth);
        if (shared > depth) {
            byte[] part = Arrays.copyOf(some.get(0).path, shared);
            return Rlp.ofList(List.of(packed(part, depth, 0), reference(node(some, shared, target, nodes))));
        }
        var children = new ArrayList<byte[]>();
        for (int i = 0; i < CHILDREN; i++) {
            int nibble = i;
            var below = some.stream().filter(it -> it.path[depth] == nibble).toList();
            children.add(below.isEmpty() ? NOTHING : reference(node(below, depth + 1, target, nodes)));
        }
        children.add(NOTHING);
        return Rlp.ofList(children);
    }

    private static int shared(List<Entry> some, int depth) {
        int shared = depth;
        byte[] first = some.get(0).path;
        while (isShared(some, first, shared)) {
            shared++;
        }
        return shared;
    }

    private static boolean isShared(List<Entry> some, byte[] first, int at) {
        return some.stream().allMatch(it -> it.path[at] == first[at]);
    }

    private static byte[] reference(byte[] node) {
        return node.length < Keccak.LENGTH ? node : Rlp.ofBytes(Keccak.of(node));
    }

    /** The rest of a path with its kind before it, in whole bytes. */
    private static byte[] packed(byte[] path, int from, int kind) {
        int length = path.length - from;
        var packed = new ByteArrayOutputStream();
        int at = from;
        if (length % 2 == 1) {
            packed.write((kind + 1) << 4 | path[at++]);
        } else {
            packed.write(kind << 4);
        }
        for (; at < path.length; at += 2) {
            packed.write(path[at] << 4 | path[at + 1]);
        }
        return Rlp.ofBytes(packed.toByteArray());
    }
}
