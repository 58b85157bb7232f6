package io.chengyun.platform.ledger;

import io.chengyun.kernel.Fault;
import io.chengyun.kernel.Refused;
import io.chengyun.platform.access.Caller;
import io.chengyun.platform.access.sight.Sight;
import io.chengyun.platform.journal.Journal;
import io.chengyun.platform.journal.Journal.Line;
import io.chengyun.platform.ledger.SaltStore.Salt;
import io.chengyun.proof.Checkpoint;
import io.chengyun.proof.Leaf;
import io.chengyun.proof.Note;
import io.chengyun.proof.Opening;
import io.chengyun.proof.ProofFile;
import io.chengyun.proof.Tree;
import io.chengyun.proof.Unreadable;
import io.chengyun.proof.tile.Bundle;
import io.chengyun.proof.tile.Tile;
import io.chengyun.proof.tile.TileHashes;
import io.chengyun.proof.tile.TileStore;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** What can be asked of the ledger (存证): how a thing's records stand in it, and the proof of each. */
@Service
public class Ledger {

    private final Journal journal;
    private final LedgerStore store;
    private final SaltStore salts;
    private final TileStore tiles;
    private final ObjectProvider<Sight> sights;

    Ledger(Journal journal, LedgerStore store, SaltStore salts, TileStore tiles, ObjectProvider<Sight> sights) {
        this.journal = journal;
        this.store = store;
        this.salts = salts;
        this.tiles = tiles;
        this.sights = sights;
    }

    /** The records of one thing, in order. */
    public List<Seal> listAbout(String subject, Caller caller) {
        if (!maySee(caller, subject)) {
            throw new Refused(LedgerRefusal.ABSENT);
        }
        var head = store.find();
        long integrated = head.map(Head::size).orElse(0L);
        long published = head.flatMap(Ledger::checkpoint).map(Checkpoint::size).orElse(0L);
        var salt = salts.find(subject).orElse(Salt.GONE);
        return journal.linesAbout(subject).stream()
                .map(line -> new Seal(line.number(), line.type(), line.at(), state(line, salt, integrated, published)))
                .toList();
    }

    private static Seal.State state(Line line, Salt salt, long integrated, long published) {
        if (line.number() > integrated) {
            return Seal.State.SEQUENCED;
        }
        if (salt.of(line.number()).isEmpty()) {
            return Seal.State.ERASED;
        }
        return line.number() > published ? Seal.State.INTEGRATED : Seal.State.PUBLISHED;
    }

    private boolean maySee(Caller caller, String subject) {
        return sights.stream()
                .map(sight -> sight.maySee(caller, subject))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(caller.town() == null);
    }

    /**
     * The proof of one record, which needs neither this house nor a network to be checked.
     *
     * @param number of the record, from 1
     * @throws Refused where there is no such record for the caller, or no checkpoint over it yet
     */
    public ProofFile proof(long number, Caller caller) {
        var line = find(number)
                .filter(there -> maySee(caller, there.subject()))
                .orElseThrow(() -> new Refused(LedgerRefusal.ABSENT));
        var note = store.find()
                .flatMap(Ledger::note)
                .filter(published -> Checkpoint.parse(published.text()).size() >= number)
                .orElseThrow(() -> new Refused(LedgerRefusal.NOT_YET));
        return proof(line, note);
    }

    /** How many records lie in the log. */
    public long integrated() {
        return store.find().map(Head::size).orElse(0L);
    }

    /** Whether the line says what the log holds of it; also where that was erased, because then nobody can say. */
    public boolean promises(Line line) {
        return salts.find(line.subject())
                .map(key -> key.of(line.number())
                        .map(salt -> leaf(line.number())
                                .promises(salt, Integration.statement(line).toBytes()))
                        .orElse(true))
                .orElse(false);
    }

    /** Whether the line is of the time that the log has for it. */
    public boolean isOfTime(Line line) {
        return leaf(line.number()).at().equals(line.at().truncatedTo(ChronoUnit.MILLIS));
    }

    private Leaf leaf(long number) {
        try {
            return Leaf.parse(entry(number - 1, integrated()));
        } catch (Unreadable damaged) {
            throw new Fault("ledger:tiles-damaged", damaged);
        }
    }

    private Optional<Line> find(long number) {
        return number < 1
                ? Optional.empty()
                : journal.lines(number - 1, 1).stream().findFirst();
    }

    private ProofFile proof(Line line, Note note) {
        long size = Checkpoint.parse(note.text()).size();
        long index = line.number() - 1;
        try {
            byte[] entry = entry(index, size);
            var shown = salts.find(line.subject())
                    .flatMap(salt -> salt.of(line.number()))
                    .map(salt ->
                            new Opening.Shown(salt, Integration.statement(line).toBytes()));
            var path =
                    new Tree(size, new TileHashes(tiles, size)).inclusion(index).path();
            return new ProofFile(new Opening(entry, shown.orElse(null)).toBytes(), index, path, note);
        } catch (Unreadable damaged) {
            throw new Fault("ledger:tiles-damaged", damaged);
        }
    }

    private byte[] entry(long index, long size) {
        long bundle = index / Tile.FULL;
        var tile = new Tile(Tile.ENTRIES, bundle, (int) Math.min(Tile.FULL, size - bundle * Tile.FULL));
        byte[] bytes = tiles.find(tile).orElseThrow(() -> new Unreadable(tile.path() + ": is missing"));
        int place = (int) (index % Tile.FULL);
        return Bundle.read(tile.path(), bytes, place + 1).get(place);
    }

    private static Optional<Note> note(Head head) {
        return Optional.ofNullable(head.published()).map(published -> Note.parse(published.note()));
    }

    static Optional<Checkpoint> checkpoint(Head head) {
        return note(head).map(note -> Checkpoint.parse(note.text()));
    }
}
