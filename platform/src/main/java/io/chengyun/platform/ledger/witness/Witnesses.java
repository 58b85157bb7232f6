package io.chengyun.platform.ledger.witness;

import io.chengyun.proof.Note;
import io.chengyun.proof.Policy;
import io.chengyun.proof.Tree;
import java.net.http.HttpClient;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All who are asked to sign a checkpoint (见证方名单). None of them, and not all together, can stop the city. */
@Component
public class Witnesses {

    private final List<WitnessDesk> desks;
    private final int least;

    Witnesses(WitnessSettings settings) {
        var http = HttpClient.newBuilder().connectTimeout(settings.patience()).build();
        this.desks = settings.known().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(witness -> new WitnessDesk(witness.getKey(), witness.getValue(), settings, http))
                .toList();
        this.least = settings.least();
        if (least > desks.size()) {
            throw new IllegalStateException(
                    "chengyun.ledger.witnesses.quorum: %d of %d witnesses cannot sign".formatted(least, desks.size()));
        }
    }

    /**
     * The note with the signatures also of those who had not signed it and now did, in time.
     *
     * @param tree that the note is of, for each who is asked one of his own: they answer at the same time
     */
    public Note sign(Note note, Supplier<Tree> tree, Instant now) {
        List<CompletableFuture<Optional<Note.Signature>>> asked = missing(note)
                .filter(desk -> desk.isAsked(now))
                .map(desk -> desk.ask(note, tree.get(), now))
                .toList();
        return note.with(asked.stream()
                .map(CompletableFuture::join)
                .flatMap(Optional::stream)
                .toList());
    }

    /** When somebody whose signature the note lacks may be asked again; null when nobody's is. */
    public @Nullable Instant nextAskAt(Note note) {
        return missing(note)
                .map(WitnessDesk::restsUntil)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private Stream<WitnessDesk> missing(Note note) {
        return desks.stream().filter(desk -> !note.isSignedBy(desk.key()));
    }

    public List<WitnessStanding> list() {
        return desks.stream().map(WitnessDesk::standing).toList();
    }

    /** How many have to sign. */
    public int least() {
        return least;
    }

    /** The lines of a policy that believes them (C2SP tlog-policy). */
    public String policy() {
        var text = new StringBuilder();
        desks.forEach(desk -> text.append("witness %s %s\n".formatted(desk.name(), desk.key())));
        if (desks.isEmpty()) {
            return "quorum " + Policy.NONE + "\n";
        }
        var names = String.join(" ", desks.stream().map(WitnessDesk::name).toList());
        return text.append("group quorum-of-all %d %s\nquorum quorum-of-all\n".formatted(least, names))
                .toString();
    }
}
