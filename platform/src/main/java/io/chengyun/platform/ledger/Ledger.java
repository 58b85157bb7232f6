package io.chengyun.platform.ledger;

import io.chengyun.kernel.Fault;
import io.chengyun.kernel.Refused;
import io.chengyun.platform.access.Caller;
import io.chengyun.platform.access.Role;
import io.chengyun.platform.access.sight.Sight;
import io.chengyun.platform.journal.Journal;
import io.chengyun.platform.journal.Journal.Line;
import io.chengyun.platform.ledger.SaltStore.Salt;
import io.chengyun.platform.ledger.sign.ActStore;
import io.chengyun.proof.Acts;
import io.chengyun.proof.Checkpoint;
import io.chengyun.proof.Hash;
import io.chengyun.proof.Leaf;
import io.chengyun.proof.Note;
import io.chengyun.proof.Opening;
import io.chengyun.proof.ProofFile;
import io.chengyun.proof.Tree;
import io.chengyun.proof.Unreadable;
import io.chengyun.proof.tile.TileHashes;
import io.chengyun.proof.tile.TileStore;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;

/** What can be asked of the ledger (存证): how a thing's records stand in it, and the proof of each. */
@Service
public class Ledger {

    private final Journal journal;
    private final LedgerStore store;
    private final Beside beside;
    private final TileStore tiles;
    private final ObjectProvider<Sight> sights;

    Ledger(Journal journal, LedgerStore store, Beside beside, TileStore tiles, ObjectProvider<Sight> sights) {
        this.journal = journal;
        this.store = store;
        this.beside = beside;
        this.tiles = tiles;
        this.sights = sights;
    }

    /** What is kept beside the log (链下留存), because it does not belong to everybody. */
    @Component
    record Beside(SaltStore salts, ActStore acts) {}

    /** The records of one thing, in order. */
    public List<Seal> listAbout(String subject, Caller caller) {
        if (!maySee(caller, subject)) {
            throw new Refused(LedgerRefusal.ABSENT);
        }
        var head = store.find();
        long integrated = head.map(Head::size).orElse(0L);
        long published = head.flatMap(Ledger::checkpoint).map(Checkpoint::size).orElse(0L);
        var salt = beside.salts.find(subject).orElse(Salt.GONE);
        return journal.linesAbout(subject).stream()
                .map(line -> new Seal(line.number(), line.type(), line.at(), state(line, salt, integrated, published)))
                .toList();
    }

    /**
     * What a person of the staff did, the newest first: for a commander or an administrator of the whole district.
     *
     * @param limit at most so many
     */
    public List<Act> listBy(String staff, Caller caller, int limit) {
        if (caller.town() != null || !caller.hasAny(Role.COMMANDER, Role.ADMINISTRATOR)) {
            throw new Refused(LedgerRefusal.NOT_YOURS);
        }
        return beside.acts.listBy(staff, limit).stream()
                .flatMap(number -> find(number).stream())
                .map(line -> new Act(line.number(), line.type(), line.subject(), line.at()))
                .toList();
    }

    /** What somebody did (操作记录), with the thing that it was done to. */
    public record Act(long number, String type, String subject, Instant at) {}

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

    /**
     * The lines that do not say what the log holds of them. What was erased is not among them: nobody can say.
     *
     * @param lines one behind the other, all of them in the log
     */
    public List<Broken> broken(List<Line> lines) {
        var keys = beside.salts.find(lines.stream().map(Line::subject).toList());
        var bundles = new Bundles(tiles, integrated());
        var broken = new ArrayList<Broken>();
        try {
            for (var line : lines) {
                var leaf = Leaf.parse(bundles.entry(line.number() - 1));
                if (!promises(leaf, line, keys.get(line.subject()))) {
                    broken.add(new Broken(line, leaf.at().equals(line.at().truncatedTo(ChronoUnit.MILLIS))));
                }
            }
        } catch (Unreadable damaged) {
            throw new Fault("ledger:tiles-damaged", damaged);
        }
        return broken;
    }

    private static boolean promises(Leaf leaf, Line line, @Nullable Salt key) {
        return key != null
                && key.of(line.number())
                        .map(salt ->
                                leaf.promises(salt, Integration.statement(line).toBytes()))
                        .orElse(true);
    }

    /**
     * A line that the log does not hold so (不符原文).
     *
     * @param inTime whether at least its time is the leaf's
     */
    public record Broken(Line line, boolean inTime) {}

    private Optional<Line> find(long number) {
        return number < 1
                ? Optional.empty()
                : journal.lines(number - 1, 1).stream()
                        .filter(line -> line.number() == number) // or the next one, where it was deleted by hand
                        .findFirst();
    }

    private ProofFile proof(Line line, Note note) {
        long size = Checkpoint.parse(note.text()).size();
        long index = line.number() - 1;
        try {
            byte[] entry = new Bundles(tiles, size).entry(index);
            var shown = beside.salts
                    .find(line.subject())
                    .flatMap(salt -> salt.of(line.number()))
                    .map(salt ->
                            new Opening.Shown(salt, Integration.statement(line).toBytes()));
            var signed = beside.acts.find(line.number()).map(act -> signed(act, line.number(), size));
            var path =
                    new Tree(size, new TileHashes(tiles, size)).inclusion(index).path();
            return new ProofFile(
                    new Opening(entry, signed.orElse(null), shown.orElse(null)).toBytes(), index, path, note);
        } catch (Unreadable damaged) {
            throw new Fault("ledger:tiles-damaged", damaged);
        }
    }

    /** That the organisation's key signed it, among the others of its batch. */
    private ProofFile signed(ActStore.Signed act, long number, long size) {
        var bundles = new Bundles(tiles, size);
        var leaves = act.numbers().stream()
                .map(each -> Hash.ofLeaf(bundles.entry(each - 1)))
                .toList();
        return Acts.prove(leaves, act.numbers().indexOf(number), act.note());
    }

    private static Optional<Note> note(Head head) {
        return Optional.ofNullable(head.published()).map(published -> Note.parse(published.note()));
    }

    static Optional<Checkpoint> checkpoint(Head head) {
        return note(head).map(note -> Checkpoint.parse(note.text()));
    }
}
