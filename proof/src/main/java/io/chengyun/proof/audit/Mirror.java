package io.chengyun.proof.audit;

import io.chengyun.proof.Checkpoint;
import io.chengyun.proof.Policy;
import io.chengyun.proof.Unreadable;
import io.chengyun.proof.tile.TileSource;
import io.chengyun.proof.tile.TileStore;
import io.chengyun.proof.tile.TiledTree;
import java.nio.charset.StandardCharsets;

/** Keeps a copy of a log (镜像), which takes nothing that does not extend what it holds. */
public final class Mirror {

    private final TileSource log;
    private final TileStore copy;
    private final Policy policy;

    public Mirror(TileSource log, TileStore copy, Policy policy) {
        this.log = log;
        this.copy = copy;
        this.policy = policy;
    }

    /**
     * Copies what is new, and the checkpoint last.
     *
     * @throws Unreadable if the log was cut back, or is another than the copy's; the copy stays as it was
     */
    public Checkpoint update() {
        var theirs = Published.need(log, policy);
        var ours = Published.find(copy, policy).map(Published::checkpoint);
        long from = ours.map(Checkpoint::size).orElse(0L);
        var to = theirs.checkpoint();
        ours.ifPresent(mine -> compare(mine, to));
        var tree = TiledTree.open(copy, from);
        ours.filter(mine -> !mine.root().equals(tree.root())).ifPresent(mine -> {
            throw new Unreadable("copy: its tiles do not make its own checkpoint of " + mine.size());
        });
        Entries.each(log, from, to.size(), tree::append);
        if (!tree.root().equals(to.root())) {
            throw new Unreadable(
                    "log: its entries from %d to %d do not lead from the root that was seen to the one it signs now"
                            .formatted(from, to.size()));
        }
        tree.write();
        copy.write(Published.PATH, theirs.note().format().getBytes(StandardCharsets.UTF_8));
        return to;
    }

    private static void compare(Checkpoint mine, Checkpoint theirs) {
        if (!mine.origin().equals(theirs.origin())) {
            throw new Unreadable("log: calls itself %s, the copy is of %s".formatted(theirs.origin(), mine.origin()));
        }
        if (theirs.size() < mine.size()) {
            throw new Unreadable("log: was cut back, from %d leaves to %d".formatted(mine.size(), theirs.size()));
        }
        if (theirs.size() == mine.size() && !theirs.root().equals(mine.root())) {
            throw new Unreadable("log: signs two different trees of %d leaves".formatted(mine.size()));
        }
    }
}
