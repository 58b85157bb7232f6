package io.chengyun.acceptance.bench.ledger;

import io.chengyun.acceptance.bench.Figure;
import io.chengyun.acceptance.bench.Measurement;
import io.chengyun.proof.Hash;
import io.chengyun.proof.Tree;
import io.chengyun.proof.tile.FolderTiles;
import io.chengyun.proof.tile.TileHashes;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

/** Milliseconds to an inclusion proof from the tiles of a log of ten million leaves. */
public final class ProofTime implements Measurement {

    private static final long LEAVES = 10_000_000;
    private static final int PROOFS = 2_000;

    @Override
    public String name() {
        return "ledger.proof";
    }

    @Override
    public Figure measure(Path folder) {
        var tiles = new FolderTiles(folder);
        Leaves.grow(new Leaves.HashesOnly(tiles), LEAVES);
        var random = new Random(1);
        var millis = new double[PROOFS];
        int hashes = 0;
        for (int i = 0; i < PROOFS; i++) {
            long index = (long) (random.nextDouble() * LEAVES);
            long begin = System.nanoTime();
            var tree = new Tree(LEAVES, new TileHashes(tiles, LEAVES));
            var proof = tree.inclusion(index);
            millis[i] = (System.nanoTime() - begin) / 1e6;
            hashes += proof.path().size();
            if (proof.root(Hash.ofLeaf(Leaves.entry(index + 1))).isEmpty()) {
                throw new IllegalStateException("no proof of " + index);
            }
        }
        Arrays.sort(millis);
        double sha = hashes / (double) PROOFS / Leaves.plainRate() * 1_000;
        var note =
                "p99 of %d proofs, p50 %.2f ms, nothing kept between two (goal 5); the reference is what SHA-256 takes to check one"
                        .formatted(PROOFS, millis[PROOFS / 2]);
        return new Figure(
                name(), millis[PROOFS * 99 / 100], "ms", new Figure.Reference("SHA-256 of its path", sha), note);
    }
}
