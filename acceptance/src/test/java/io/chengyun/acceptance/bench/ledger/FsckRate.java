package io.chengyun.acceptance.bench.ledger;

import io.chengyun.acceptance.bench.Figure;
import io.chengyun.acceptance.bench.Measurement;
import io.chengyun.proof.Policy;
import io.chengyun.proof.audit.Fsck;
import io.chengyun.proof.tile.FolderTiles;
import java.nio.file.Path;

/** Leaves a second at which a whole log is recomputed from its entries and compared. */
public final class FsckRate implements Measurement {

    private static final int LEAVES = 1_000_000;

    @Override
    public String name() {
        return "proof.fsck";
    }

    @Override
    public Figure measure(Path folder) {
        var tiles = new FolderTiles(folder);
        Leaves.grow(tiles, LEAVES);
        var fsck = new Fsck(tiles, Policy.of(Leaves.SIGNER.key()));
        fsck.check();
        long begin = System.nanoTime();
        fsck.check();
        double rate = LEAVES / ((System.nanoTime() - begin) / 1e9);
        var note = LEAVES + " leaves, one thread, read from the disk's cache (goal 150,000/s)";
        return new Figure(name(), rate, "leaves/s", new Figure.Reference("SHA-256 alone", Leaves.plainRate()), note);
    }
}
