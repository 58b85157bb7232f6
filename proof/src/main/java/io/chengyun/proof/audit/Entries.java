package io.chengyun.proof.audit;

import io.chengyun.proof.Unreadable;
import io.chengyun.proof.tile.Bundle;
import io.chengyun.proof.tile.Tile;
import io.chengyun.proof.tile.TileSource;
import java.util.function.Consumer;

/** The entries of a log, bundle by bundle (条目). */
final class Entries {

    private Entries() {}

    /** Each from {@code from}, which begins a bundle, to {@code to}. */
    static void each(TileSource log, long from, long to, Consumer<byte[]> entry) {
        for (long first = from - from % Tile.FULL; first < to; first += Tile.FULL) {
            int width = (int) Math.min(Tile.FULL, to - first);
            var tile = new Tile(Tile.ENTRIES, first / Tile.FULL, width);
            byte[] bundle = log.find(tile).orElseThrow(() -> new Unreadable(tile.path() + ": is missing"));
            var entries = Bundle.read(tile.path(), bundle, width);
            entries.subList((int) Math.max(0, from - first), width).forEach(entry);
        }
    }
}
