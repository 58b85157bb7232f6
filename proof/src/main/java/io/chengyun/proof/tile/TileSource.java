package io.chengyun.proof.tile;

import java.util.Optional;

/** Where tiles, bundles of entries and the checkpoint are read (分块来源), each by its path: a folder, or another's log. */
public interface TileSource {

    /** @throws java.io.UncheckedIOException where it cannot be said whether it is there */
    Optional<byte[]> find(String path);

    /** The tile, cut from the full one where the partial one is gone; nothing where neither is there. */
    default Optional<byte[]> find(Tile tile) {
        return find(tile.path())
                .or(() -> tile.isFull() ? Optional.empty() : find(tile.full().path()));
    }
}
