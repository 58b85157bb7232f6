package io.chengyun.proof.tile;

import io.chengyun.proof.Hash;
import io.chengyun.proof.HashSource;
import io.chengyun.proof.Unreadable;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The hashes of a tree as its tiles keep them (分块读取). Nothing it reads is believed: what it says proves something only
 * together with a signed root. Not for two threads at once.
 */
public final class TileHashes implements HashSource {

    private static final int KEPT = 64;

    private final TileSource tiles;
    private final long size;
    private final Map<Tile, byte[]> read = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Tile, byte[]> eldest) {
            return size() > KEPT;
        }
    };

    /** @param size of the tree, which decides how wide its last tiles are */
    public TileHashes(TileSource tiles, long size) {
        this.tiles = tiles;
        this.size = size;
    }

    @Override
    public Hash hash(int level, long index) {
        int height = level % Tile.HEIGHT;
        long first = index << height;
        var tile = Tile.within(size, level / Tile.HEIGHT, first / Tile.FULL);
        return Tile.root(read.computeIfAbsent(tile, this::read), (int) (first % Tile.FULL), height);
    }

    private byte[] read(Tile tile) {
        byte[] bytes = tiles.find(tile).orElseThrow(() -> new Unreadable(tile.path() + ": is missing"));
        if (bytes.length < tile.width() * Hash.LENGTH || bytes.length > Tile.FULL * Hash.LENGTH) {
            throw new Unreadable(
                    "%s: %d bytes instead of %d".formatted(tile.path(), bytes.length, tile.width() * Hash.LENGTH));
        }
        return bytes;
    }
}
