package io.chengyun.platform.ledger;

import io.chengyun.platform.ledger.witness.WitnessWatch;
import io.chengyun.platform.ledger.witness.Witnesses;
import io.chengyun.proof.Checkpoint;
import io.chengyun.proof.Note;
import io.chengyun.proof.NoteSigner;
import io.chengyun.proof.Tree;
import io.chengyun.proof.tile.TileHashes;
import io.chengyun.proof.tile.TileStore;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;

/** Signs what is integrated, has it witnessed and shows it to everybody (公布). */
@Service
class Publication {

    static final String PATH = "checkpoint";

    private final LedgerStore store;
    private final TileStore tiles;
    private final NoteSigner signer;
    private final Witnesses witnesses;
    private final WitnessWatch watch;

    Publication(LedgerStore store, TileStore tiles, NoteSigner signer, Witnesses witnesses, WitnessWatch watch) {
        this.store = store;
        this.tiles = tiles;
        this.signer = signer;
        this.witnesses = witnesses;
        this.watch = watch;
    }

    /** In its caller's transaction, which holds the ledger's lock: nobody shows an older one after it. */
    void step(Instant now) {
        store.find().filter(head -> !isPublished(head)).ifPresent(head -> publish(head, now));
    }

    static boolean isPublished(Head head) {
        var published = head.published();
        return published != null
                && Checkpoint.parse(Note.parse(published.note()).text()).size() == head.size();
    }

    private void publish(Head head, Instant now) {
        var text = new Checkpoint(signer.key().name(), head.size(), head.root()).text();
        var signed = new Note(text, List.of(signer.sign(text, now)));
        var before = witnesses.list();
        var note = witnesses.sign(signed, new Tree(head.size(), new TileHashes(tiles, head.size())), now);
        tiles.write(PATH, note.format().getBytes(StandardCharsets.UTF_8));
        store.published(note.format(), now);
        watch.tell(before, witnesses.list(), now);
    }
}
