package io.chengyun.acceptance.bench.ledger;

import io.chengyun.acceptance.bench.Figure;
import io.chengyun.acceptance.bench.Measurement;
import io.chengyun.acceptance.house.ProofJar;
import io.chengyun.proof.Checkpoint;
import io.chengyun.proof.Hash;
import io.chengyun.proof.Leaf;
import io.chengyun.proof.Note;
import io.chengyun.proof.Opening;
import io.chengyun.proof.ProofFile;
import io.chengyun.proof.Statement;
import io.chengyun.proof.Tree;
import io.chengyun.proof.tile.FolderTiles;
import io.chengyun.proof.tile.TileHashes;
import io.chengyun.proof.tile.TiledTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/** Milliseconds from {@code java -jar proof.jar verify} to its end, with a JVM that starts cold. */
public final class VerifyTime implements Measurement {

    private static final int RUNS = 21;
    private static final int LEAVES = 100_000;

    @Override
    public String name() {
        return "proof.verify";
    }

    @Override
    public Figure measure(Path folder) throws IOException {
        var auditor = folder.resolve("auditor");
        var jar = ProofJar.in(auditor);
        Files.writeString(
                auditor.resolve("record"), proof(folder.resolve("log")).format());
        Files.writeString(auditor.resolve("policy"), "log " + Leaves.SIGNER.key() + "\nquorum none\n");
        double ours = median(() -> jar.run("verify", "record", "--policy", "policy"));
        double bare = median(() -> jar.run("help"));
        var note = "median of " + RUNS + " cold starts, a record of 2 KB in a log of " + LEAVES
                + " (goal 300); the reference prints its help and ends";
        return new Figure(name(), ours, "ms", new Figure.Reference("the same JVM, doing nothing", bare), note);
    }

    private static ProofFile proof(Path log) {
        var tiles = new FolderTiles(log);
        var tree = TiledTree.open(tiles, 0);
        for (int i = 0; i < LEAVES; i++) {
            tree.append(Leaves.entry(i));
        }
        var record = new Statement(
                LEAVES + 1,
                Instant.parse("2020-07-01T00:00:00Z"),
                "casework.Closed",
                "c-1",
                "{\"x\":\"" + "y".repeat(2_000) + "\"}");
        var salt = new byte[Hash.LENGTH];
        byte[] entry = Leaf.of(record.at(), 0, salt, record.toBytes()).toBytes();
        tree.append(entry);
        tree.write();
        var text = new Checkpoint(Leaves.SIGNER.key().name(), tree.size(), tree.root()).text();
        var path = new Tree(tree.size(), new TileHashes(tiles, tree.size()))
                .inclusion(LEAVES)
                .path();
        return new ProofFile(
                new Opening(entry, new Opening.Shown(salt, record.toBytes())).toBytes(),
                LEAVES,
                path,
                new Note(text, List.of(Leaves.SIGNER.sign(text, record.at()))));
    }

    private static double median(Supplier<ProofJar.Said> run) {
        var millis = new double[RUNS];
        for (int i = 0; i < RUNS; i++) {
            long begin = System.nanoTime();
            var said = run.get();
            millis[i] = (System.nanoTime() - begin) / 1e6;
            if (said.code() != 0) {
                throw new IllegalStateException(said.words());
            }
        }
        Arrays.sort(millis);
        return millis[RUNS / 2];
    }
}
