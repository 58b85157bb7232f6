package io.chengyun.proof;

import java.util.ArrayList;
import java.util.List;

/**
 * The tree over the first {@code size} leaves (默克尔树), its root and what it proves (RFC 6962, 2.1).
 *
 * @param size how many leaves
 * @param hashes where those of its complete subtrees are found
 */
public record Tree(long size, HashSource hashes) {

    public Hash root() {
        return size == 0 ? Hash.ofNothing() : range(0, size);
    }

    /**
     * That the leaf is one of this tree.
     *
     * @param index from 0
     */
    public InclusionProof inclusion(long index) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("leaf " + index + " of a tree of " + size);
        }
        var path = new ArrayList<Hash>();
        climb(index, 0, size, path);
        return new InclusionProof(index, size, path);
    }

    private void climb(long index, long from, long to, List<Hash> path) {
        if (to - from == 1) {
            return;
        }
        long middle = from + split(to - from);
        if (index < middle) {
            climb(index, from, middle, path);
            path.add(range(middle, to));
        } else {
            climb(index, middle, to, path);
            path.add(range(from, middle));
        }
    }

    /** That the tree over the first {@code oldSize} leaves is the beginning of this one. */
    public ConsistencyProof consistency(long oldSize) {
        if (oldSize < 0 || oldSize > size) {
            throw new IllegalArgumentException("a tree of " + size + " does not extend one of " + oldSize);
        }
        var path = new ArrayList<Hash>();
        if (oldSize > 0 && oldSize < size) {
            extend(oldSize, new Range(0, size), true, path);
        }
        return new ConsistencyProof(oldSize, size, path);
    }

    private record Range(long from, long to) {}

    /** @param whole whether the old tree's root is known to whom it is proven, as it is while nothing is split off */
    private void extend(long oldSize, Range range, boolean whole, List<Hash> path) {
        if (oldSize == range.to) {
            if (!whole) {
                path.add(range(range.from, range.to));
            }
            return;
        }
        long middle = range.from + split(range.to - range.from);
        if (oldSize <= middle) {
            extend(oldSize, new Range(range.from, middle), whole, path);
            path.add(range(middle, range.to));
        } else {
            extend(oldSize, new Range(middle, range.to), false, path);
            path.add(range(range.from, middle));
        }
    }

    private Hash range(long from, long to) {
        long leaves = to - from;
        if (Long.bitCount(leaves) == 1) {
            int level = Long.numberOfTrailingZeros(leaves);
            return hashes.hash(level, from >> level);
        }
        long middle = from + split(leaves);
        return Hash.ofNode(range(from, middle), range(middle, to));
    }

    /** The largest power of two below. */
    private static long split(long leaves) {
        return Long.highestOneBit(leaves - 1);
    }
}
