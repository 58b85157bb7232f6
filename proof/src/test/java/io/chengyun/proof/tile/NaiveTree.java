package io.chengyun.proof.tile;

import io.chengyun.proof.Hash;
import java.util.ArrayList;
import java.util.List;

/** The tree as RFC 6962, 2.1 defines it, word by word and without a thought for speed. */
final class NaiveTree {

    private NaiveTree() {}

    static Hash root(List<byte[]> leaves) {
        int n = leaves.size();
        if (n == 0) {
            return Hash.ofNothing();
        }
        if (n == 1) {
            return Hash.ofLeaf(leaves.get(0));
        }
        int k = split(n);
        return Hash.ofNode(root(leaves.subList(0, k)), root(leaves.subList(k, n)));
    }

    static List<Hash> path(int m, List<byte[]> leaves) {
        int n = leaves.size();
        if (n == 1) {
            return List.of();
        }
        int k = split(n);
        return m < k
                ? and(path(m, leaves.subList(0, k)), root(leaves.subList(k, n)))
                : and(path(m - k, leaves.subList(k, n)), root(leaves.subList(0, k)));
    }

    static List<Hash> proof(int m, List<byte[]> leaves) {
        return subproof(m, leaves, true);
    }

    private static List<Hash> subproof(int m, List<byte[]> leaves, boolean whole) {
        int n = leaves.size();
        if (m == n) {
            return whole ? List.of() : List.of(root(leaves));
        }
        int k = split(n);
        return m <= k
                ? and(subproof(m, leaves.subList(0, k), whole), root(leaves.subList(k, n)))
                : and(subproof(m - k, leaves.subList(k, n), false), root(leaves.subList(0, k)));
    }

    private static List<Hash> and(List<Hash> path, Hash last) {
        var all = new ArrayList<>(path);
        all.add(last);
        return all;
    }

    private static int split(int n) {
        int k = 1;
        while (k * 2 < n) {
            k *= 2;
        }
        return k;
    }
}
