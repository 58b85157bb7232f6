package io.chengyun.acceptance.bench.ledger;

import io.chengyun.acceptance.bench.Figure;
import io.chengyun.acceptance.bench.Measurement;
import io.chengyun.proof.Leaf;
import io.chengyun.proof.tile.FolderTiles;
import io.chengyun.proof.tile.TiledTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Bytes that a leaf takes on the disk, when a checkpoint was published every few hundred leaves. */
public final class LogBytes implements Measurement {

    private static final int LEAVES = 300_000;
    private static final int A_CHECKPOINT = 300;

    @Override
    public String name() {
        return "ledger.bytes";
    }

    @Override
    public Figure measure(Path folder) throws IOException {
        var tree = TiledTree.open(new FolderTiles(folder), 0);
        for (long number = 1; number <= LEAVES; number++) {
            tree.append(Leaves.entry(number));
            if (number % A_CHECKPOINT == 0) {
                tree.write();
            }
        }
        try (var files = Files.walk(folder)) {
            double bytes = files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
            var note = LEAVES + " leaves, a checkpoint every " + A_CHECKPOINT
                    + ", salts not counted (goal 120); the reference is" + " the entry with its own digest";
            var least = new Figure.Reference("entry and digest", Leaf.LENGTH + 32);
            return new Figure(name(), bytes / LEAVES, "bytes/leaf", least, note);
        }
    }
}
