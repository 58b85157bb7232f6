package io.chengyun.proof;

import java.util.List;

/**
 * That one tree is the beginning of another (一致性证明, RFC 9162, 2.1.4.2).
 *
 * @param oldSize leaves of the earlier tree
 * @param newSize leaves of the later one
 */
public record ConsistencyProof(long oldSize, long newSize, List<Hash> path) {

    public ConsistencyProof {
        path = List.copyOf(path);
    }

    public boolean proves(Hash oldRoot, Hash newRoot) {
        if (oldSize < 0 || oldSize > newSize) {
            return false;
        }
        if (oldSize == newSize) {
            return path.isEmpty() && oldRoot.equals(newRoot);
        }
        if (oldSize == 0) {
            return path.isEmpty() && oldRoot.equals(Hash.ofNothing());
        }
        return climb(oldRoot, newRoot);
    }

    private boolean climb(Hash oldRoot, Hash newRoot) {
        long node = oldSize - 1;
        long last = newSize - 1;
        int whole = Long.numberOfTrailingZeros(~node);
        node >>= whole;
        last >>= whole;
        // an old tree of a power of two is itself the first subtree
        boolean given = node == 0;
        if (!given && path.isEmpty()) {
            return false;
        }
        var older = given ? oldRoot : path.get(0);
        var newer = older;
        for (var sibling : path.subList(given ? 0 : 1, path.size())) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                older = Hash.ofNode(sibling, older);
                newer = Hash.ofNode(sibling, newer);
                int up = (node & 1) == 1 ? 0 : Long.numberOfTrailingZeros(node);
                node >>= up;
                last >>= up;
            } else {
                newer = Hash.ofNode(newer, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && older.equals(oldRoot) && newer.equals(newRoot);
    }
}
