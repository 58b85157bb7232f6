package io.chengyun.proof.audit;

import io.chengyun.proof.Checkpoint;
import io.chengyun.proof.Note;
import io.chengyun.proof.Policy;
import io.chengyun.proof.Unreadable;
import io.chengyun.proof.tile.TileSource;
import java.util.Optional;

/**
 * The checkpoint that a log shows (公布的检查点), once its signature was heard.
 *
 * @param note as it was published
 */
record Published(Note note, Checkpoint checkpoint) {

    static final String PATH = "checkpoint";

    static Optional<Published> find(TileSource log, Policy policy) {
        return log.find(PATH).map(bytes -> hear(Note.parse(bytes), policy));
    }

    static Published need(TileSource log, Policy policy) {
        return find(log, policy).orElseThrow(() -> new Unreadable("checkpoint: is missing"));
    }

    /** @throws Unreadable unless a log that the policy names signed it, under its own name */
    private static Published hear(Note note, Policy policy) {
        var checkpoint = Checkpoint.parse(note.text());
        boolean signed =
                policy.logs().stream().anyMatch(log -> log.name().equals(checkpoint.origin()) && note.isSignedBy(log));
        if (!signed) {
            throw new Unreadable("checkpoint: no log of the policy signed it; it calls itself " + checkpoint.origin());
        }
        return new Published(note, checkpoint);
    }
}
