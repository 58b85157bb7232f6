package io.chengyun.proof.tile;

import java.util.Optional;

/** Where tiles, bundles of entries and the checkpoint are kept (分块存放), each under its path. */
public interface TileStore {

    /** @throws java.io.UncheckedIOException where it cannot be said whether it is there */
    Optional<byte[]> find(String path);

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

    /** The tile, cut from the full one where the partial one is gone; nothing where neither is there. */
    default Optional<byte[]> find(Tile tile) {
        return find(tile.path())
                .or(() -> tile.isFull() ? Optional.empty() : find(tile.full().path()));
    }
}
