package io.chengyun.platform.ledger;

import io.chengyun.kernel.Fault;
import io.chengyun.platform.journal.Journal.Line;
import io.chengyun.proof.Statement;
import io.chengyun.proof.Unreadable;
import io.chengyun.proof.tile.TileStore;
import io.chengyun.proof.tile.TiledTree;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes what the journal has numbered into the log's tiles (并入). Tiles come first and the commit after them: what lies in tiles
 * beyond the committed size was never signed, and is written again after a crash. That commit also makes the numbers durable,
 * which the journal itself leaves to whoever builds on them.
 */
@Service
class Integration {

    /** So many at a time: some events carry hundreds of voices, and the heap is small. */
    private static final int TOGETHER = 1_000;

    private final Erasures erasures;
    private final LedgerStore store;
    private final Leaves leaves;
    private final TileStore tiles;
    private final TransactionTemplate transaction;

    /** As the last step left it; null when a step failed, or when another process may have gone on. */
    private @Nullable TiledTree open;

    Integration(Erasures erasures, LedgerStore store, Leaves leaves, TileStore tiles, TransactionTemplate transaction) {
        this.erasures = erasures;
        this.store = store;
        this.leaves = leaves;
        this.tiles = tiles;
        this.transaction = transaction;
    }

    /**
     * Takes in all that the journal has numbered by now, and not what comes meanwhile: in a busy house that would be a few entries at
     * a time without end, each few with files to be forced to the disk and signatures to be made.
     */
    synchronized void catchUp(Instant now) {
        long last = erasures.last();
        while (step(now) > 0 && open != null && open.size() < last) {
            // the next ones
        }
    }

    /**
     * Takes in the next entries.
     *
     * @return how many; 0 also where another process writes the log
     */
    synchronized int step(Instant now) {
        var known = open;
        open = null;
        Optional<Grown> grown = Optional.ofNullable(transaction.execute(
                        status -> store.mayWrite() ? Optional.of(grow(known, now)) : Optional.<Grown>empty()))
                .flatMap(it -> it);
        open = grown.map(Grown::tree).orElse(null);
        return grown.map(Grown::leaves).orElse(0);
    }

    /** Looks at the tiles again before it goes on. */
    synchronized void forget() {
        open = null;
    }

    private record Grown(TiledTree tree, int leaves) {}

    private Grown grow(@Nullable TiledTree known, Instant now) {
        var tree = standing(known);
        var lines = erasures.next(tree.size(), TOGETHER);
        if (!lines.isEmpty()) {
            append(tree, lines, now);
            tree.write();
            store.integrated(tree.size(), tree.root(), now);
        }
        return new Grown(tree, lines.size());
    }

    private TiledTree standing(@Nullable TiledTree known) {
        var head = store.find();
        long size = head.map(Head::size).orElse(0L);
        if (known != null && known.size() == size) {
            return known;
        }
        if (size == 0 && tiles.find(Publication.PATH).isPresent()) {
            throw new Fault(
                    "ledger:another-past",
                    new IllegalStateException(
                            "the folder holds a log that this database knows nothing of: move it away, or"
                                    + " restore the database that belongs to it"));
        }
        try {
            var tree = TiledTree.open(tiles, size);
            head.filter(there -> !there.root().equals(tree.root())).ifPresent(there -> {
                throw new Unreadable("the tiles make another root than the one committed at " + there.size());
            });
            return tree;
        } catch (Unreadable damaged) {
            throw new Fault("ledger:tiles-damaged", damaged);
        }
    }

    private void append(TiledTree tree, List<Line> lines, Instant now) {
        long next = tree.size() + 1;
        for (var line : lines) {
            if (line.number() != next++) {
                throw new Fault("ledger:gap", new IllegalStateException(line.number() + " follows " + (next - 2)));
            }
        }
        leaves.of(lines, now).forEach(tree::append);
    }

    /** What is promised of an entry. */
    static Statement statement(Line line) {
        return new Statement(line.number(), line.at(), line.type(), line.subject(), line.payload());
    }
}
