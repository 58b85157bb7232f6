package io.chengyun.proof;

import java.util.List;
import java.util.Optional;

/**
 * That a leaf is one of a tree (包含证明, RFC 9162, 2.1.3.2).
 *
 * @param index of the leaf, from 0
 * @param size of the tree
 * @param path from the leaf's sibling to the root's child
 */
public record InclusionProof(long index, long size, List<Hash> path) {

    public InclusionProof {
        path = List.copyOf(path);
    }

    /** The root of the tree to which the leaf would have to belong; nothing if no tree of this size has such a path. */
    public Optional<Hash> root(Hash leaf) {
        if (index < 0 || index >= size) {
            return Optional.empty();
        }
        long node = index;
        long last = size - 1;
        var hash = leaf;
        for (var sibling : path) {
            if (last == 0) {
                return Optional.empty();
            }
            if ((node & 1) == 1 || node == last) {
                hash = Hash.ofNode(sibling, hash);
                int up = (node & 1) == 1 ? 0 : Long.numberOfTrailingZeros(node);
                node >>= up;
                last >>= up;
            } else {
                hash = Hash.ofNode(hash, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 ? Optional.of(hash) : Optional.empty();
    }
}
