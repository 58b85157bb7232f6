package io.chengyun.platform.ledger;

import io.chengyun.proof.tile.Tile;
import io.chengyun.proof.tile.TileStore;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Real tiles; whenever some have been made safe something happens, the first few times. */
final class BusyTiles implements TileStore {

    private static final int TIMES = 3;

    private final TileStore tiles;
    private final Runnable meanwhile;
    private int written;

    BusyTiles(TileStore tiles, Runnable meanwhile) {
        this.tiles = tiles;
        this.meanwhile = meanwhile;
    }

    int written() {
        return written;
    }

    @Override
    public Optional<byte[]> find(String path) {
        return tiles.find(path);
    }

    @Override
    public void write(String path, byte[] content) {
        tiles.write(path, content);
    }

    @Override
    public void put(String path, byte[] content) {
        tiles.put(path, content);
    }

    @Override
    public void flush() {
        tiles.flush();
        if (++written <= TIMES) {
            // in a transaction of its own
            CompletableFuture.runAsync(meanwhile).join();
        }
    }

    @Override
    public void sweep(Tile full) {
        tiles.sweep(full);
    }
}
