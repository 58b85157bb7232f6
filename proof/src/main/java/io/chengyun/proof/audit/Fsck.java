package io.chengyun.proof.audit;

import io.chengyun.proof.Checkpoint;
import io.chengyun.proof.Policy;
import io.chengyun.proof.Unreadable;
import io.chengyun.proof.tile.TileSource;
import io.chengyun.proof.tile.TileStore;
import io.chengyun.proof.tile.TiledTree;
import java.util.Arrays;
import java.util.Optional;

/** Recomputes a whole log from its entries (全量核验), and compares each tile and the root with what is published. */
public final class Fsck {

    private final TileSource log;
    private final Policy policy;

    public Fsck(TileSource log, Policy policy) {
        this.log = log;
        this.policy = policy;
    }

    /**
     * The checkpoint under which everything is found right.
     *
     * @throws Unreadable naming the first file that is missing, cut off or other than its entries make it
     */
    public Checkpoint check() {
        var checkpoint = Published.need(log, policy).checkpoint();
        var tree = TiledTree.open(new Comparing(log), 0);
        Entries.each(log, 0, checkpoint.size(), tree::append);
        tree.write();
        if (!tree.root().equals(checkpoint.root())) {
            throw new Unreadable("root: the entries make %s, the checkpoint says %s"
                    .formatted(tree.root().toBase64(), checkpoint.root().toBase64()));
        }
        return checkpoint;
    }

    /** Takes what is to be written for what should be there. */
    private record Comparing(TileSource log) implements TileStore {

        @Override
        public Optional<byte[]> find(String path) {
            return Optional.empty();
        }

        @Override
        public void write(String path, byte[] content) {
            byte[] there = log.find(path)
                    .or(() -> log.find(full(path)))
                    .orElseThrow(() -> new Unreadable(path + ": is missing"));
            if (there.length < content.length) {
                throw new Unreadable("%s: %d bytes instead of %d".formatted(path, there.length, content.length));
            }
            int other = Arrays.mismatch(content, Arrays.copyOf(there, content.length));
            if (other >= 0) {
                throw new Unreadable(path + ": other than its entries make it, from byte " + other);
            }
        }

        /** A partial tile may be gone once its full one is there. */
        private static String full(String path) {
            int dot = path.lastIndexOf(".p/");
            return dot < 0 ? path : path.substring(0, dot);
        }
    }
}
