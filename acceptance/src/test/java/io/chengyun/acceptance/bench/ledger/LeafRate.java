package io.chengyun.acceptance.bench.ledger;

import io.chengyun.acceptance.bench.Figure;
import io.chengyun.acceptance.bench.Measurement;
import io.chengyun.proof.tile.FolderTiles;
import java.nio.file.Path;

/** Prepared leaves a second that one thread puts into tiles on the disk, each file safe before the next. */
public final class LeafRate implements Measurement {

    private static final int LEAVES = 1_000_000;
    private static final int WARM = 100_000;

    @Override
    public String name() {
        return "ledger.integrate";
    }

    @Override
    public Figure measure(Path folder) {
        Leaves.grow(new FolderTiles(folder.resolve("warm")), WARM);
        double rate = LEAVES / Leaves.grow(new FolderTiles(folder.resolve("log")), LEAVES);
        var note = LEAVES
                + " leaves of 77 bytes into tiles and bundles, every file forced to the disk (goal 100,000/s); the"
                + " reference makes the same digests and writes nothing";
        return new Figure(name(), rate, "leaves/s", new Figure.Reference("SHA-256 alone", Leaves.plainRate()), note);
    }
}
