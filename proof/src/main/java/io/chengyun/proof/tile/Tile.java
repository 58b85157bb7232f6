package io.chengyun.proof.tile;

import io.chengyun.proof.Hash;
import java.util.ArrayDeque;

/**
 * A tile's name (分块): 256 hashes of one level of the tree, or the entries behind them, as a file (C2SP tlog-tiles).
 *
 * @param level of tiles: 0 holds the leaves' hashes, each level above the roots of full tiles below; {@link #ENTRIES} the entries
 * @param number of the tile in its level, from 0
 * @param width how many it holds, 1 to 256
 */
public record Tile(int level, long number, int width) {

    public static final int FULL = 256;
    public static final int HEIGHT = 8;
    public static final int ENTRIES = -1;

    /** Behind the name of a tile that is not full, before its width. */
    public static final String PARTIAL = ".p";

    private static final int GROUP = 1_000;

    /** The tile with the number in a tree of the size. */
    static Tile within(long size, int level, long number) {
        long there = size >> HEIGHT * Math.max(level, 0);
        return new Tile(level, number, (int) Math.min(FULL, there - number * FULL));
    }

    Tile full() {
        return new Tile(level, number, FULL);
    }

    boolean isFull() {
        return width == FULL;
    }

    /** Such as {@code tile/0/x001/x234/067.p/5}. */
    public String path() {
        var groups = new ArrayDeque<String>();
        groups.push("%03d".formatted(number % GROUP));
        for (long rest = number / GROUP; rest > 0; rest /= GROUP) {
            groups.push("x%03d".formatted(rest % GROUP));
        }
        var place = level == ENTRIES ? "entries" : String.valueOf(level);
        return "tile/" + place + "/" + String.join("/", groups) + (isFull() ? "" : PARTIAL + "/" + width);
    }

    /** The root over 2^{@code height} hashes of a tile, from the one at {@code first} on. */
    static Hash root(byte[] hashes, int first, int height) {
        if (height == 0) {
            return Hash.read(hashes, first * Hash.LENGTH);
        }
        int half = 1 << height - 1;
        return Hash.ofNode(root(hashes, first, height - 1), root(hashes, first + half, height - 1));
    }
}
