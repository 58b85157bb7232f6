package io.chengyun.platform.ledger;

import io.chengyun.proof.Unreadable;
import io.chengyun.proof.tile.Bundle;
import io.chengyun.proof.tile.Tile;
import io.chengyun.proof.tile.TileStore;
import java.util.List;

/** The log's entries, read bundle by bundle (条目读取). For one thread. */
final class Bundles {

    private final TileStore tiles;
    private final long size;
    private long number = -1;
    private List<byte[]> entries = List.of();

    /** @param size of the log, which decides how wide its last bundle is */
    Bundles(TileStore tiles, long size) {
        this.tiles = tiles;
        this.size = size;
    }

    /** @throws Unreadable where it is missing or cut off */
    byte[] entry(long index) {
        long wanted = index / Tile.FULL;
        if (wanted != number) {
            int width = (int) Math.min(Tile.FULL, size - wanted * Tile.FULL);
            var tile = new Tile(Tile.ENTRIES, wanted, width);
            byte[] bytes = tiles.find(tile).orElseThrow(() -> new Unreadable(tile.path() + ": is missing"));
            entries = Bundle.read(tile.path(), bytes, width);
            number = wanted;
        }
        return entries.get((int) (index % Tile.FULL));
    }
}
