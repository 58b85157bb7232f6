package io.chengyun.platform.ledger;

import io.chengyun.platform.ledger.sign.KeyPair;
import io.chengyun.platform.ledger.witness.WitnessWatch;
import io.chengyun.platform.ledger.witness.Witnesses;
import io.chengyun.proof.Checkpoint;
import io.chengyun.proof.Note;
import io.chengyun.proof.Tree;
import io.chengyun.proof.tile.TileHashes;
import io.chengyun.proof.tile.TileStore;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Signs what is integrated, has it witnessed and shows it to everybody (公布). */
@Service
class Publication {

    static final String PATH = "checkpoint";

    private final LedgerStore store;
    private final TileStore tiles;
    private final KeyPair log;
    private final Witnesses witnesses;
    private final WitnessWatch watch;

    Publication(LedgerStore store, TileStore tiles, KeyPair log, Witnesses witnesses, WitnessWatch watch) {
        this.store = store;
        this.tiles = tiles;
        this.log = log;
        this.witnesses = witnesses;
        this.watch = watch;
    }

    /**
     * Publishes what is integrated, or collects signatures that are still missing. In its caller's transaction, which holds the
     * ledger's lock: nobody shows an older one after it.
     *
     * @return when a missing signature may be asked for again; null when none is missing
     */
    @Nullable
    Instant step(Instant now) {
        return store.find().map(head -> publish(head, now)).orElse(null);
    }

    private @Nullable Instant publish(Head head, Instant now) {
        var shown = shown(head);
        var note = shown.orElseGet(() -> signed(head, now));
        var before = witnesses.list();
        var more = witnesses.sign(note, () -> new Tree(head.size(), new TileHashes(tiles, head.size())), now);
        if (shown.isEmpty() || more.signatures().size() > note.signatures().size()) {
            tiles.write(PATH, more.format().getBytes(StandardCharsets.UTF_8));
            store.published(more.format(), now);
        }
        watch.tell(before, witnesses.list(), now);
        return witnesses.nextAskAt(more);
    }

    /** The note over all that is integrated, if it is shown already. */
    private static Optional<Note> shown(Head head) {
        return Optional.ofNullable(head.published())
                .map(published -> Note.parse(published.note()))
                .filter(note -> Checkpoint.parse(note.text()).size() == head.size());
    }

    private Note signed(Head head, Instant now) {
        return log.sign(new Checkpoint(log.name(), head.size(), head.root()).text(), now);
    }
}
