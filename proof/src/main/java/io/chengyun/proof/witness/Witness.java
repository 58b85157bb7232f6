package io.chengyun.proof.witness;

import io.chengyun.proof.Checkpoint;
import io.chengyun.proof.Hash;
import io.chengyun.proof.NoteKey;
import io.chengyun.proof.NoteSigner;
import io.chengyun.proof.Unreadable;
import java.time.Clock;
import java.util.List;

/** Signs what extends what it signed before, and nothing else (见证). Any thread may ask. */
final class Witness {

    private final List<NoteKey> logs;
    private final NoteSigner signer;
    private final WitnessState state;
    private final Clock clock;

    /** @param logs whose checkpoints it signs */
    Witness(List<NoteKey> logs, NoteSigner signer, WitnessState state, Clock clock) {
        this.logs = List.copyOf(logs);
        this.signer = signer;
        this.state = state;
        this.clock = clock;
    }

    /** Checked and kept in one go, before it is answered. */
    synchronized Answer add(byte[] body) {
        Request request;
        Checkpoint checkpoint;
        try {
            request = Request.parse(body);
            checkpoint = Checkpoint.parse(request.checkpoint().text());
        } catch (Unreadable no) {
            return Answer.no(400, no.what());
        }
        var keys = logs.stream()
                .filter(log -> log.name().equals(checkpoint.origin()))
                .toList();
        if (keys.isEmpty()) {
            return Answer.no(404, "not a log that is witnessed here: " + checkpoint.origin());
        }
        if (!isSigned(request, keys)) {
            return Answer.no(403, "not signed by " + checkpoint.origin());
        }
        if (request.oldSize() > checkpoint.size()) {
            return Answer.no(
                    400, "old %d is above the checkpoint's %d".formatted(request.oldSize(), checkpoint.size()));
        }
        return add(request, checkpoint);
    }

    private static boolean isSigned(Request request, List<NoteKey> keys) {
        try {
            return keys.stream().anyMatch(request.checkpoint()::isSignedBy);
        } catch (Unreadable falseOne) {
            return false;
        }
    }

    private Answer add(Request request, Checkpoint checkpoint) {
        var last = state.find(checkpoint.origin());
        long size = last.map(Checkpoint::size).orElse(0L);
        var root = last.map(Checkpoint::root).orElse(Hash.ofNothing());
        boolean another = size == checkpoint.size() && !root.equals(checkpoint.root());
        if (request.oldSize() != size || another) {
            return Answer.conflict(size);
        }
        if (!request.proof(checkpoint.size()).proves(root, checkpoint.root())) {
            return Answer.no(422, "the proof does not lead from %d leaves to %d".formatted(size, checkpoint.size()));
        }
        state.keep(checkpoint);
        return Answer.signed(
                signer.sign(request.checkpoint().text(), clock.instant()).line());
    }
}
