package io.chengyun.proof.tile;

/** Where a log is kept (分块存放): read as by everybody, and written by the one who grows it. */
public interface TileStore extends TileSource {

    /** Whole or not at all, and there after a crash once this returns. */
    void write(String path, byte[] content);

    /** Whole or not at all, and there after a crash once {@link #flush} has returned: for many files at a time. */
    default void put(String path, byte[] content) {
        write(path, content);
    }

    /** Returns when everything that was put is safe. */
    default void flush() {}

    /** Throws away the partial ones of a tile, now that the full one is safe. */
    default void sweep(Tile full) {}
}
