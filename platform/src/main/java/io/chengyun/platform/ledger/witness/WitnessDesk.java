package io.chengyun.platform.ledger.witness;

import io.chengyun.proof.Checkpoint;
import io.chengyun.proof.Note;
import io.chengyun.proof.NoteKey;
import io.chengyun.proof.Tree;
import io.chengyun.proof.Unreadable;
import io.chengyun.proof.witness.Request;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * One witness as the log knows it (见证方): what it signed last, and whether it answers. One that does not is left in peace for a
 * while, so that a dead witness does not make every checkpoint late. Not for two threads at once.
 */
final class WitnessDesk {

    private static final int SIGNED = 200;
    private static final int CONFLICT = 409;
    /** What we show does not lead from what it signed: two pasts of one log are about. */
    private static final int NOT_EXTENDED = 422;

    private final String name;
    private final NoteKey key;
    private final URI url;
    private final Duration patience;
    private final Duration rest;
    private final HttpClient http;
    private long lastSize;
    private volatile Instant restsUntil = Instant.EPOCH;
    private volatile WitnessStanding standing;

    WitnessDesk(String name, WitnessSettings.Address address, WitnessSettings settings, HttpClient http) {
        this.name = name;
        this.key = NoteKey.parse(address.key());
        this.url = URI.create(address.url().replaceAll("/+$", "") + "/add-checkpoint");
        this.patience = settings.patience();
        this.rest = settings.rest();
        this.http = http;
        this.standing = new WitnessStanding(name, WitnessStanding.State.NOT_ASKED, 0, null);
    }

    String name() {
        return name;
    }

    NoteKey key() {
        return key;
    }

    WitnessStanding standing() {
        return standing;
    }

    /** Until then it is left in peace. */
    Instant restsUntil() {
        return restsUntil;
    }

    boolean isAsked(Instant now) {
        // a clock that was set back does not make the rest longer
        return !now.isBefore(restsUntil) || restsUntil.isAfter(now.plus(rest));
    }

    /** Asks, and asks once more if the witness says that it signed another size last. */
    CompletableFuture<Optional<Note.Signature>> ask(Note note, Tree tree, Instant now) {
        return send(note, tree)
                .thenCompose(
                        answer -> isBehind(answer, tree) ? send(note, tree) : CompletableFuture.completedFuture(answer))
                .handle((answer, failure) -> hear(answer, failure, note, now));
    }

    private CompletableFuture<HttpResponse<String>> send(Note note, Tree tree) {
        var body = new Request(lastSize, tree.consistency(lastSize).path(), note).toBytes();
        var request = HttpRequest.newBuilder(url)
                .timeout(patience)
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        var answered = http.sendAsync(request, answer -> new ShortBody());
        // the request's own timeout ends with the first byte of an answer
        return answered.copy()
                .orTimeout(patience.multipliedBy(2).toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((answer, broken) -> answered.cancel(true));
    }

    /** Whether it stands at another size that we can lead it on from. */
    private boolean isBehind(HttpResponse<String> answer, Tree tree) {
        if (answer.statusCode() != CONFLICT) {
            return false;
        }
        long theirs = size(answer);
        boolean behind = theirs >= 0 && theirs <= tree.size() && theirs != lastSize;
        lastSize = behind ? theirs : lastSize;
        return behind;
    }

    private static long size(HttpResponse<String> answer) {
        try {
            return Long.parseLong(answer.body().strip());
        } catch (NumberFormatException notOne) {
            return -1;
        }
    }

    private Optional<Note.Signature> hear(HttpResponse<String> answer, Throwable failure, Note note, Instant now) {
        if (failure != null) {
            return lost(WitnessStanding.State.SILENT, now);
        }
        long size = Checkpoint.parse(note.text()).size();
        if (answer.statusCode() == CONFLICT) {
            // it signed this size with another root, or a larger one
            return lost(size(answer) >= size ? WitnessStanding.State.SPLIT : WitnessStanding.State.REFUSED, now);
        }
        if (answer.statusCode() == NOT_EXTENDED) {
            return lost(WitnessStanding.State.SPLIT, now);
        }
        return answer.statusCode() == SIGNED
                ? signature(answer.body(), note, now)
                : lost(WitnessStanding.State.REFUSED, now);
    }

    private Optional<Note.Signature> signature(String lines, Note note, Instant now) {
        try {
            for (var line : List.of(lines.strip().split("\n"))) {
                var signature = Note.Signature.parse(line);
                if (new Note(note.text(), List.of(signature)).isSignedBy(key)) {
                    lastSize = Checkpoint.parse(note.text()).size();
                    standing = new WitnessStanding(name, WitnessStanding.State.SIGNS, lastSize, now);
                    return Optional.of(signature);
                }
            }
        } catch (Unreadable notOne) {
            return lost(WitnessStanding.State.REFUSED, now);
        }
        return lost(WitnessStanding.State.REFUSED, now);
    }

    private Optional<Note.Signature> lost(WitnessStanding.State state, Instant now) {
        standing = new WitnessStanding(name, state, standing.size(), standing.signedAt());
        restsUntil = now.plus(rest);
        return Optional.empty();
    }
}
